#include "app/backup.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <optional>

#include "app/backup_parts.h"
#include "app/command_files.h"
#include "app/named.h"
#include "platform/ledger/sqlite/file_blobs.h"
#include "platform/ledger/sqlite/snapshot.h"
#include "platform/ledger/sqlite/sqlite_store.h"
#include "platform/ledger/summed_folder.h"
#include "platform/ledger/verify.h"

namespace lantoa::app {
namespace {

namespace json = boost::json;
namespace files = std::filesystem;
using namespace backup_parts;

std::string manifest_text(const Manifest& manifest) {
  const json::object out{{"format", manifest_format},
                         {"head", head_text(manifest.head)},
                         {"recorded_at", iso(manifest.head.at)},
                         {"facts", manifest.head.seq},
                         {"vault_rows", manifest.vault_rows},
                         {"blobs", manifest.blobs},
                         {"has_key", manifest.has_key}};
  return json::serialize(out) + "\n";
}

// Each blob's name is its sum, so a damaged one shows while it is copied.
Result<void> copy_blobs(const files::path& data, const files::path& to, ledger::Sums& sums,
                        Backup& backup) {
  std::error_code error;
  std::optional<ledger::Descriptor> kept;  // what is being copied is not swept away meanwhile
  if (files::exists(data / "blobs", error)) {
    TRY_ASSIGN(kept, ledger::keep_blob_files(data / "blobs"));
  }
  for (files::recursive_directory_iterator at(data / "blobs", error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!ledger::is_blob_address(name) || !at->is_regular_file(error)) continue;
    const files::path inside = at->path().lexically_relative(data);
    TRY(ledger::make_unsynced_folders((to / inside).parent_path()));
    TRY_ASSIGN(const std::string sum, ledger::copy_file(at->path(), to / inside));
    if (sum == name) {
      sums.emplace(inside.string(), sum);
      ++backup.manifest.blobs;
    } else {
      files::remove(to / inside, error);
      backup.damaged.push_back(at->path().string());
    }
  }
  if (!error || !files::exists(data / "blobs")) return {};
  return problem(Code::Unavailable,
                 {"Không đọc được thư mục nội dung “" + (data / "blobs").string() + "”.",
                  "The folder of contents “" + (data / "blobs").string() + "” cannot be read."});
}

// What was gone before the backup is not in it either, and somebody has to know.
Result<void> note_missing(const files::path& folder, Backup& backup) {
  TRY(ledger::make_private_folders(folder / "blobs"));
  TRY_ASSIGN(const auto store,
             ledger::open_sqlite_store(folder / ledger_name, ledger::Access::ReadOnly));
  TRY_ASSIGN(const auto blobs, ledger::open_file_blobs(folder / "blobs", ledger::Access::ReadOnly));
  TRY_ASSIGN(backup.missing, missing_in(*store, blobs.get()));
  return {};
}

Result<void> add_file(const files::path& from, const files::path& folder, const char* name,
                      ledger::Sums& sums) {
  TRY_ASSIGN(sums[name], ledger::copy_file(from, folder / name));
  return {};
}

}  // namespace

std::string head_text(const ledger::Head& head) {
  return std::to_string(head.seq) + ":" + ledger::hex(head.chain);
}

Result<ledger::Head> parse_head(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  std::uint64_t seq = 0;
  const auto read = std::from_chars(text.data(), text.data() + colon, seq);
  const auto chain = ledger::parse_chain(text.substr(std::min(colon + 1, text.size())));
  if (!chain || read.ec != std::errc{} || read.ptr != text.data() + colon) {
    return problem(Code::Invalid, {"Cần dạng SỐ:CHUỖI như “lantoa ledger head” in ra.",
                                   "SEQ:CHAIN is needed, as printed by “lantoa ledger head”."});
  }
  return ledger::Head{seq, *chain, {}};
}

Result<Backup> make_backup(const files::path& data, const files::path& to, bool with_key) {
  TRY(check_file(data / ledger_name));
  TRY_ASSIGN(const auto making, NewFolder::begin(to));
  const files::path& folder = making->path();
  // The ledger first: the bytes that its facts name are there before the facts are.
  TRY(ledger::copy_sqlite_ledger(data / ledger_name, folder / ledger_name));
  Backup out;
  TRY_ASSIGN(out.manifest, look_at(folder / ledger_name, {}));
  ledger::Sums sums;
  TRY_ASSIGN(sums[ledger_name], ledger::sum_of(folder / ledger_name));
  TRY(copy_blobs(data, folder, sums, out));
  TRY(note_missing(folder, out));
  if (with_key) {
    TRY(add_file(data / key_name, folder, key_name, sums));
    for (const char* name : signing_names) {
      std::error_code error;
      if (files::exists(data / name, error)) TRY(add_file(data / name, folder, name, sums));
    }
  }
  out.manifest.has_key = with_key;
  TRY(write_file(folder / manifest_name, manifest_text(out.manifest)));
  TRY_ASSIGN(sums[manifest_name], ledger::sum_of(folder / manifest_name));
  TRY(ledger::write_sums(folder, sums));
  TRY(making->put_in_place());
  return out;
}

}  // namespace lantoa::app
