// Restoring a backup: every byte is checked against the backup's list, then the ledger against its
// own chain, and what was erased since is erased again, all before the folder gets its name.
#include <boost/json.hpp>
#include <fstream>
#include <set>

#include "app/backup_parts.h"
#include "app/command_files.h"
#include "city/activity/erasures.h"
#include "city/comment/erasures.h"
#include "city/identity/erasures.h"
#include "city/rating/erasures.h"
#include "city/speaker/erasures.h"
#include "platform/ledger/file.h"
#include "platform/ledger/sqlite/snapshot.h"
#include "platform/ledger/sqlite/sqlite_store.h"
#include "platform/ledger/summed_folder.h"
#include "platform/ledger/vault.h"

namespace lantoa::app {
namespace {

namespace json = boost::json;
namespace files = std::filesystem;
using namespace backup_parts;

constexpr std::uintmax_t manifest_bytes_max = 64 * 1024;

Result<Manifest> read_manifest(const files::path& file) {
  TRY_ASSIGN(const std::string text, read_file(file, manifest_bytes_max));
  const auto wrong = [&] {
    return not_whole(file, {"không đọc được: bản sao lưu do phiên bản mới hơn tạo.",
                            "cannot be read: a newer version made the backup."});
  };
  boost::system::error_code error;
  const json::value value = json::parse(text, error);
  if (error || !value.is_object()) return wrong();
  const json::object& object = value.get_object();
  const auto number = [&](const char* name) -> std::int64_t {
    const json::value* found = object.if_contains(name);
    return found != nullptr && found->is_int64() ? found->get_int64() : -1;
  };
  const json::value* head_said = object.if_contains("head");
  const auto head =
      parse_head(head_said != nullptr && head_said->is_string() ? head_said->get_string()
                                                                : std::string_view());
  if (number("format") != manifest_format || !head) return wrong();
  return Manifest{*head, static_cast<std::uint64_t>(number("vault_rows")),
                  static_cast<std::uint64_t>(number("blobs")), false};
}

Result<Manifest> copy_checked(const files::path& from, const files::path& folder) {
  TRY_ASSIGN(const ledger::Sums sums, ledger::read_sums(from));
  for (const auto& [name, sum] : sums) {
    const files::path to = folder / name;
    TRY(ledger::make_unsynced_folders(to.parent_path()));
    TRY_ASSIGN(const std::string found, ledger::copy_file(from / name, to));
    if (found == sum) continue;
    return not_whole(from / name, {"đã bị thay đổi sau khi sao lưu. Hãy dùng bản sao lưu khác.",
                                   "was changed after the backup. Use another backup."});
  }
  for (const char* name : {manifest_name, ledger_name}) {
    if (!sums.contains(name)) {
      return not_whole(from / name, {"không có trong bản sao lưu.", "is not in the backup."});
    }
  }
  TRY_ASSIGN(Manifest manifest, read_manifest(folder / manifest_name));
  std::error_code error;
  files::remove(folder / manifest_name, error);
  TRY_ASSIGN(const Manifest found, look_at(folder / ledger_name, manifest.head));
  if (found.head.seq != manifest.head.seq || found.vault_rows != manifest.vault_rows) {
    return not_whole(from / ledger_name, {"không phải là sổ cái mà bản sao lưu nêu.",
                                          "is not the ledger that the backup names."});
  }
  manifest.head.at = found.head.at;
  manifest.has_key = sums.contains(key_name);
  return manifest;
}

// By a fact of any slice.
Result<std::vector<std::string>> erased_by(const ledger::Fact& fact) {
  using ErasedBy = Result<std::vector<std::string>> (*)(std::string_view, std::string_view);
  static constexpr std::array<ErasedBy, 5> slices{
      city::identity::erased_by, city::comment::erased_by, city::rating::erased_by,
      city::activity::erased_by, city::speaker::erased_by};
  std::vector<std::string> ids;
  for (const ErasedBy erased : slices) {
    TRY_ASSIGN(const auto some, erased(fact.kind, fact.body));
    ids.insert(ids.end(), some.begin(), some.end());
  }
  return ids;
}

// What a later ledger erased: by its facts after the backup's head, and by its vault where it has
// one. It is read as far as it can be; what lies behind a damaged place is taken as well.
class Later {
 public:
  explicit Later(const ledger::Head& head) : head_(head), reached_(head) {}

  Result<void> take(const ledger::Fact& fact) {
    if (fact.seq < head_.seq) return {};
    if (fact.seq == head_.seq) {
      same_ = fact.chain == head_.chain;
      return {};
    }
    auto erased = erased_by(fact);
    if (!erased && erased.error().code == Code::Unsupported) return tl::unexpected(erased.error());
    if (erased) {
      ids.insert(erased->begin(), erased->end());
    } else {
      end(erased.error());
    }
    if (!ended) {
      auto next = ledger::next_head(reached_, fact);
      if (next) {
        reached_ = *next;
      } else {
        end(next.error());
      }
    }
    return {};
  }
  // The first place that is not right.
  void end(const Problem& why) {
    if (!ended) ended = why;
  }
  bool continues_the_backup() const { return same_ || head_.seq == 0; }
  std::uint64_t up_to() const { return reached_.seq; }

  std::set<std::string> ids;
  std::optional<Problem> ended;  // why it was not read to its end

 private:
  ledger::Head head_;
  ledger::Head reached_;
  bool same_ = false;
};

Result<void> read_export(const files::path& file, Later& later) {
  std::ifstream lines(file);
  std::string line;
  while (std::getline(lines, line)) {
    const auto fact = ledger::parse_ndjson(line);
    if (fact) {
      TRY(later.take(*fact));
    } else {
      later.end(fact.error());
    }
  }
  if (!lines.eof()) return tl::unexpected(no_reading(file));
  return {};
}

Result<void> read_ledger(const files::path& file, std::uint64_t after, Later& later) {
  TRY_ASSIGN(const auto erased, ledger::erased_in_sqlite_ledger(file));
  later.ids.insert(erased.begin(), erased.end());
  TRY_ASSIGN(const auto store, ledger::open_sqlite_store(file, ledger::Access::ReadOnly));
  return store->read(after, UINT64_MAX, [&](const ledger::Fact& fact) { return later.take(fact); });
}

Result<bool> is_sqlite(const files::path& file) {
  TRY(check_file(file));
  constexpr std::string_view magic = "SQLite format 3";
  std::string start(magic.size(), '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == magic;
}

Result<Later> read_later(files::path source, const ledger::Head& head) {
  std::error_code error;
  if (files::is_directory(source, error)) source /= ledger_name;
  TRY_ASSIGN(const bool database, is_sqlite(source));
  Later later(head);
  auto read = database ? read_ledger(source, head.seq == 0 ? 0 : head.seq - 1, later)
                       : read_export(source, later);
  if (!read && read.error().code == Code::Unsupported) return tl::unexpected(read.error());
  if (!later.continues_the_backup()) {
    if (!read) return tl::unexpected(read.error());
    return problem(Code::Invalid,
                   {"“" + source.string() + "” không tiếp nối bản sao lưu này: sự kiện số " +
                        std::to_string(head.seq) + " khác hoặc không có.",
                    "“" + source.string() + "” does not go on from this backup: its fact " +
                        std::to_string(head.seq) + " is another or none."});
  }
  if (!read) later.end(read.error());
  return later;
}

Result<void> take_key(const RestoreOptions& options, const files::path& folder, bool& has_key) {
  if (!options.key.empty()) {
    TRY(ledger::read_vault_key(options.key));
    std::error_code error;
    files::remove(folder / key_name, error);
    TRY(ledger::copy_file(options.key, folder / key_name));
    // The former key belongs to the present one: both are of one place.
    const files::path beside = options.key.parent_path();
    if (files::exists(beside / signing_names[0], error)) {
      for (const char* name : signing_names) {
        files::remove(folder / name, error);
        if (files::exists(beside / name, error)) {
          TRY(ledger::copy_file(beside / name, folder / name));
        }
      }
    }
    has_key = true;
  }
  if (!has_key) return {};
  TRY_ASSIGN(const auto key, ledger::read_vault_key(folder / key_name));
  TRY_ASSIGN(const auto store,
             ledger::open_sqlite_store(folder / ledger_name, ledger::Access::ReadOnly));
  TRY(ledger::Vault(*store, key)
          .check_key(options.key.empty() ? options.from / key_name : options.key));
  return {};
}

// Only rows that are there: a number that the later ledger gave out is given out again, to somebody
// else.
Result<std::size_t> erase_again(const files::path& file, const std::set<std::string>& ids) {
  TRY_ASSIGN(const auto store, ledger::open_sqlite_store(file, ledger::Access::Fill));
  std::vector<std::string> there;
  for (const std::string& id : ids) {
    TRY_ASSIGN(const auto row, store->vault_row(id));
    if (row && !row->wrapped_key.empty()) there.push_back(id);
  }
  const std::size_t count = there.size();
  TRY(store->append({.vault_erasures = std::move(there)}));
  return count;
}

}  // namespace

Result<Restored> restore_backup(const RestoreOptions& options) {
  TRY_ASSIGN(const auto making, NewFolder::begin(options.to));
  const files::path& folder = making->path();
  Restored out;
  TRY_ASSIGN(out.manifest, copy_checked(options.from, folder));
  out.has_key = out.manifest.has_key;
  TRY(take_key(options, folder, out.has_key));
  std::error_code error;
  out.has_signing_key = files::exists(folder / signing_names[0], error);
  if (!options.erasures.empty()) {
    TRY_ASSIGN(const Later later, read_later(options.erasures, out.manifest.head));
    TRY_ASSIGN(out.erased, erase_again(folder / ledger_name, later.ids));
    out.erasures_up_to = later.up_to();
    out.erasures_short = later.ended;
  }
  files::remove(folder / (std::string(ledger_name) + ".lock"), error);
  TRY(making->put_in_place());
  return out;
}

}  // namespace lantoa::app
