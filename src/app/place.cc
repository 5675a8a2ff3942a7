#include "app/place.h"

#include "platform/ledger/postgres/postgres_store.h"

namespace lantoa::app {
namespace {

std::filesystem::path file_of(const Place& place) { return place.data / "ledger.sqlite3"; }

ledger::PostgresAccess postgres_access(ledger::Access access) {
  switch (access) {
    case ledger::Access::ReadOnly:
      return ledger::PostgresAccess::ReadOnly;
    case ledger::Access::Fill:
      return ledger::PostgresAccess::Fill;
    case ledger::Access::ReadWrite:
      break;
  }
  return ledger::PostgresAccess::ReadWrite;
}

}  // namespace

std::string name_of(const Place& place) {
  if (place.store.empty()) return place.data.string();
  const auto target = postgres::parse_target(place.store);
  return target ? target->name : "postgresql://";
}

tl::unexpected<Problem> no_ledger(const Place& place) {
  const std::string name = name_of(place);
  if (!place.store.empty()) {
    return problem(Code::NotFound, {"Cơ sở dữ liệu " + name +
                                        " chưa có sổ cái. Chạy “lantoa init --store …” để tạo "
                                        "mới.",
                                    "There is no ledger in " + name +
                                        ". Run “lantoa init --store …” to make one."});
  }
  return problem(Code::NotFound, {"Không có sổ cái trong thư mục " + name +
                                      ". Chạy “lantoa init --data " + name + "” để tạo mới.",
                                  "There is no ledger in folder " + name +
                                      ". Run “lantoa init --data " + name + "” to make one."});
}

Result<bool> has_ledger(const Place& place) {
  if (!place.store.empty()) {
    TRY_ASSIGN(const auto target, postgres::parse_target(place.store));
    return ledger::has_postgres_ledger(target);
  }
  if (place.data.empty()) {
    return problem(Code::Invalid, {"Cần --data THƯ_MỤC hoặc --store postgresql://….",
                                   "Give --data FOLDER or --store postgresql://…."});
  }
  std::error_code error;
  return std::filesystem::exists(file_of(place), error);
}

Result<std::unique_ptr<ledger::Store>> open_store(const Place& place, ledger::Access access) {
  if (place.store.empty()) return ledger::open_sqlite_store(file_of(place), access);
  TRY_ASSIGN(const auto target, postgres::parse_target(place.store));
  return ledger::open_postgres_store(target, postgres_access(access));
}

Result<std::unique_ptr<ledger::Blobs>> open_blobs(const Place& place, ledger::Access access) {
  if (place.store.empty()) return ledger::open_file_blobs(place.data / "blobs", access);
  TRY_ASSIGN(const auto target, postgres::parse_target(place.store));
  return ledger::open_postgres_blobs(target, postgres_access(access));
}

Result<std::unique_ptr<session::Sessions>> open_sessions(const Place& place,
                                                         crypto::Random& random) {
  if (place.store.empty()) return session::open_sessions(place.data / "sessions.sqlite3", random);
  TRY_ASSIGN(const auto target, postgres::parse_target(place.store));
  return session::open_sessions(target, random);
}

}  // namespace lantoa::app
