#include "app/backup_parts.h"

#include <stdlib.h>

#include "platform/ledger/file.h"
#include "platform/ledger/sqlite/snapshot.h"
#include "platform/ledger/sqlite/sqlite_store.h"
#include "platform/ledger/verify.h"

namespace lantoa::app::backup_parts {

namespace files = std::filesystem;

Result<std::unique_ptr<NewFolder>> NewFolder::begin(files::path place) {
  if (!place.has_filename()) place = place.parent_path();  // "backup/"
  std::error_code error;
  if (files::exists(place, error)) {
    return problem(Code::Conflict,
                   {"Đã có “" + place.string() + "”; hãy chọn tên thư mục mới.",
                    "There is “" + place.string() + "” already; name a new folder."});
  }
  if (place.has_parent_path()) TRY(ledger::make_private_folders(place.parent_path()));
  std::string path = place.string() + ".making-XXXXXX";  // one's own, of mode 700
  if (::mkdtemp(path.data()) == nullptr) {
    return ledger::file_problem({"Tạo thư mục", "Making the folder"}, path);
  }
  return std::unique_ptr<NewFolder>(new NewFolder(std::move(place), std::move(path)));
}

NewFolder::~NewFolder() {
  std::error_code ignored;
  files::remove_all(path_, ignored);
}

Result<void> NewFolder::put_in_place() const { return ledger::put_in_place(path_, place_); }

tl::unexpected<Problem> not_whole(const files::path& file, const Text& how) {
  return problem(
      Code::Invalid,
      {"Tệp “" + file.string() + "” " + how.vi, "File “" + file.string() + "” " + how.en},
      std::string(ledger::wrong_ledger));
}

Result<Manifest> look_at(const files::path& file, std::optional<ledger::Head> expected) {
  TRY_ASSIGN(const auto counts, ledger::count_sqlite_ledger(file));
  TRY_ASSIGN(const auto store, ledger::open_sqlite_store(file, ledger::Access::ReadOnly));
  auto verified = ledger::verify(*store, expected, {});
  if (!verified) {
    if (verified.error().code != Code::Unavailable) verified.error().field = ledger::wrong_ledger;
    return tl::unexpected(verified.error());
  }
  TRY_ASSIGN(const ledger::Head head, store->head());
  if (counts.facts != head.seq) return not_whole(file, {"có sự kiện thừa.", "holds spare facts."});
  return Manifest{head, counts.vault_rows, 0, false};
}

}  // namespace lantoa::app::backup_parts
