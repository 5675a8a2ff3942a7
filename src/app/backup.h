// Backups: a folder that holds the ledger as of one of its facts, every text and file that facts
// name, and what proves that it is whole. Made while the server runs; restored into a new folder
// only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/named.h"
#include "kernel/result.h"
#include "platform/ledger/store.h"

namespace lantoa::app {

struct Manifest {
  ledger::Head head;  // the last fact in it
  std::uint64_t vault_rows = 0;
  std::uint64_t blobs = 0;
  bool has_key = false;
};

struct Backup {
  Manifest manifest;
  std::vector<std::string> damaged;  // blobs that were damaged already; they are left out
  Missing missing;                   // what facts name and the backup lacks, those included
};
// Conflict when `to` exists. A ledger that is wrong somewhere is not backed up: wrong_ledger.
Result<Backup> make_backup(const std::filesystem::path& data, const std::filesystem::path& to,
                           bool with_key);

struct RestoreOptions {
  std::filesystem::path from;
  std::filesystem::path to;
  // A ledger, its folder or an export that went on after the backup: what was erased by then is
  // erased in the restored ledger too. Empty: none.
  std::filesystem::path erasures;
  // Empty: the backup's own, if it has one. The keys of checkpoints that lie beside it come along.
  std::filesystem::path key;
};
struct Restored {
  Manifest manifest;
  bool has_key = false;
  bool has_signing_key = false;           // of checkpoints
  std::size_t erased = 0;                 // vault rows erased again
  std::uint64_t erasures_up_to = 0;       // fact of the later ledger; 0: none was given
  std::optional<Problem> erasures_short;  // why the later ledger could not be read to its end
};
Result<Restored> restore_backup(const RestoreOptions& options);

std::string head_text(const ledger::Head& head);  // "SEQ:CHAIN"
Result<ledger::Head> parse_head(std::string_view text);

}  // namespace lantoa::app
