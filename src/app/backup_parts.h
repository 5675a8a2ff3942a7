// What making and restoring a backup share.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "app/backup.h"

namespace lantoa::app::backup_parts {

constexpr const char* ledger_name = "ledger.sqlite3";
constexpr const char* key_name = "vault.key";
// What signs checkpoints; goes where the vault's key goes.
constexpr const char* signing_names[] = {"checkpoint.key", "checkpoint.key.old",
                                         "checkpoint.key.lost"};
constexpr const char* manifest_name = "manifest.json";
constexpr std::int64_t manifest_format = 1;

// A folder that is made under another name beside its place, and appears there whole or not at all.
class NewFolder {
 public:
  static Result<std::unique_ptr<NewFolder>> begin(std::filesystem::path place);
  ~NewFolder();  // removes what was not put in place
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  Result<void> put_in_place() const;  // synced

 private:
  NewFolder(std::filesystem::path place, std::filesystem::path path)
      : place_(std::move(place)), path_(std::move(path)) {}
  std::filesystem::path place_;
  std::filesystem::path path_;
};

tl::unexpected<Problem> not_whole(const std::filesystem::path& file, const Text& how);

// The chain from its first fact, every page of the file, and how many rows there are.
Result<Manifest> look_at(const std::filesystem::path& file, std::optional<ledger::Head> expected);

}  // namespace lantoa::app::backup_parts
