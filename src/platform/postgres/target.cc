#include "platform/postgres/target.h"

#include <libpq-fe.h>

#include <memory>

#include "kernel/keeper.h"

namespace lantoa::postgres {
namespace {

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

}  // namespace

bool is_target(std::string_view text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

Result<Target> parse_target(std::string_view url) {
  Target target{std::string(url), {}};
  const auto unreadable = [] {
    return problem(
        Code::Invalid,
        {"Địa chỉ cơ sở dữ liệu viết chưa đúng; cần dạng postgresql://máy:cổng/tên. Mật khẩu có ký "
         "tự đặc biệt thì mã hóa bằng %XX hoặc để trong tệp PGPASSFILE.",
         "The address of the database cannot be read; write postgresql://host:port/name. Encode "
         "special characters of a password as %XX, or keep it in a PGPASSFILE."});
  };
  // libpq's own message may quote the part it could not read, which may be the password.
  char* ignored = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(
      PQconninfoParse(target.url.c_str(), &ignored));
  if (ignored != nullptr) PQfreemem(ignored);
  if (!is_target(url) || !options) return unreadable();
  std::string host;
  std::string port;
  std::string database;
  std::string service;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    const std::string_view keyword = option->keyword;
    const std::string value = option->val == nullptr ? "" : option->val;
    if (keyword == "host") host = value;
    if (keyword == "port") port = value;
    if (keyword == "dbname") database = value;
    if (keyword == "service") service = value;
  }
  // A password that is not encoded ends up in one of these.
  if (port.find_first_not_of("0123456789,") != std::string::npos ||
      host.find('@', 1) != std::string::npos || database.find('@') != std::string::npos) {
    return unreadable();
  }
  target.name = "postgresql://" + host + (port.empty() ? "" : ":" + port) + "/" + database;
  if (!service.empty()) target.name += "?service=" + service;
  return target;
}

Problem no_answer(const Target& target, const std::string& why) {
  Problem out{Code::Unavailable,
              {"Cơ sở dữ liệu hiện không trả lời. Hãy thử lại sau ít phút.",
               "The database does not answer at the moment. Try again in a few minutes."},
              {},
              {}};
  out.details.push_back(
      tell_the_keeper({"Cơ sở dữ liệu “" + target.name + "” báo lỗi (" + why +
                           "). Hãy kiểm tra máy chủ PostgreSQL, mạng và tài khoản.",
                       "The database “" + target.name + "” failed (" + why +
                           "). Check the PostgreSQL server, the network and the account."}));
  return out;
}

}  // namespace lantoa::postgres
