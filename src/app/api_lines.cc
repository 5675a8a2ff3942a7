#include "app/api_lines.h"

#include <algorithm>
#include <utility>

#include "platform/crypto/crypto.h"
#include "platform/json/value.h"

namespace lantoa::app {
namespace {

constexpr std::size_t faults_said_max = 100;
constexpr std::size_t key_digits = 32;

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

std::string head_of(const std::string& rows) {
  return "{" + json::print(json::Value::of(rows)) + ":[";
}

// Collects rows until as many go into one body as a server takes.
class Batching {
 public:
  explicit Batching(const std::string& rows) : head_(head_of(rows)) {}

  void add(const std::string& body, std::uint32_t line) {
    const std::size_t with_it = now_.body.size() + 1 + body.size() + tail.size();
    const bool is_full = now_.lines.size() == lines_at_once || with_it > lines_bytes_at_once;
    if (is_full && !now_.lines.empty()) end();
    now_.body += (now_.lines.empty() ? head_ : ",") + body;
    now_.lines.push_back(line);
  }
  std::vector<LineBatch> take() && {
    if (!now_.lines.empty()) end();
    return std::move(out_);
  }

 private:
  static constexpr std::string_view tail = "]}";

  void end() {
    now_.body += tail;
    out_.push_back(std::exchange(now_, {}));
  }

  std::string head_;
  LineBatch now_;
  std::vector<LineBatch> out_;
};

Problem no_lines() {
  return {Code::Invalid,
          {"Tệp không có dòng nào. Mỗi dòng là một đối tượng JSON {…}.",
           "The file has no lines. Each line is a JSON object {…}."},
          {},
          {}};
}

Problem bad_lines(std::vector<Detail> faults) {
  const std::string count = std::to_string(faults.size());
  return {Code::Invalid,
          {"Có " + count + " dòng không gửi được; chưa gửi dòng nào.",
           faults.size() == 1 ? "One line cannot be sent; none was."
                              : count + " lines cannot be sent; none was."},
          {},
          std::move(faults)};
}

}  // namespace

const city::api::Operation* many_of(const city::api::Operation& one, const city::Api& api) {
  const std::string id = one.spec.id + "_many";
  const auto& all = api.operations();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& operation) {
    return operation.spec.id == id && !operation.spec.rows.empty();
  });
  return found == all.end() ? nullptr : &*found;
}

Result<std::vector<LineBatch>> batches_of(const ApiCommand& one, const std::string& rows,
                                          const ApiGiven& given, std::string_view file) {
  Batching out(rows);
  std::vector<Detail> faults;
  bool any = false;
  for (std::uint32_t line = 1; !file.empty() && faults.size() < faults_said_max; ++line) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    const std::string_view text = without_end(file.substr(0, end));
    file.remove_prefix(std::min(end + 1, file.size()));
    if (text.empty()) continue;
    any = true;
    ApiGiven row = given;
    row.body = std::string(text);
    const auto call = api_call(one, row);
    if (!call) {
      faults.push_back({{}, line, call.error().text});
    } else if (call->body.size() > lines_bytes_at_once / 2) {
      faults.push_back({{}, line, {"Dòng này quá dài.", "This line is too long."}});
    } else {
      out.add(call->body, line);
    }
  }
  if (!faults.empty()) return tl::unexpected(bad_lines(std::move(faults)));
  if (!any) return tl::unexpected(no_lines());
  return std::move(out).take();
}

std::string key_of_batch(const std::string& given, std::size_t part, std::string_view body) {
  if (!given.empty()) return given + "-" + std::to_string(part);
  return crypto::hex(crypto::sha256(body)).substr(0, key_digits);
}

std::string with_lines(std::string_view refusal, const LineBatch& batch) {
  auto said = json::parse(refusal);
  if (!said || said->kind != json::Value::Kind::Object) return std::string(refusal);
  for (std::size_t i = 0; i < said->names.size(); ++i) {
    if (said->names[i] != "faults") continue;
    for (json::Value& fault : said->list[i].list) {
      for (std::size_t j = 0; j < fault.names.size(); ++j) {
        const std::uint64_t row = fault.list[j].integer;
        if (fault.names[j] != "row" || row == 0 || row > batch.lines.size()) continue;
        fault.list[j] = json::Value::of(std::uint64_t{batch.lines[row - 1]});
      }
    }
  }
  return json::print(*said);
}

}  // namespace lantoa::app
