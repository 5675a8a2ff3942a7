#include "app/place.h"

#include "platform/ledger/postgres/postgres_store.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::app {
namespace {

std::filesystem::path file_of(const Place& place) { return place.data / "ledger.sqlite3"; }

}  // namespace

std::string name_of(const Place& place) {
  return place.store ? place.store->name : place.data.string();
}

tl::unexpected<Problem> no_ledger(const Place& place) {
  const std::string name = name_of(place);
  if (place.store) {
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
  if (place.store) return ledger::has_postgres_ledger(*place.store);
  if (place.data.empty()) {
    return problem(Code::Invalid, {"Cần --data THƯ_MỤC hoặc --store postgresql://….",
                                   "Give --data FOLDER or --store postgresql://…."});
  }
  std::error_code error;
  return std::filesystem::exists(file_of(place), error);
}

Result<std::unique_ptr<ledger::Store>> open_store(const Place& place, ledger::Access access) {
  if (place.store) return ledger::open_postgres_store(*place.store, access);
  return ledger::open_sqlite_store(file_of(place), access);
}

Result<std::unique_ptr<ledger::Blobs>> open_blobs(const Place& place, ledger::Access access) {
  if (place.store) return ledger::open_postgres_blobs(*place.store, access);
  return ledger::open_file_blobs(place.data / "blobs", access);
}

Result<std::unique_ptr<session::Sessions>> open_sessions(const Place& place,
                                                         crypto::Random& random) {
  if (place.store) return session::open_sessions(*place.store, random);
  return session::open_sessions(place.data / "sessions.sqlite3", random);
}

}  // namespace lantoa::app
