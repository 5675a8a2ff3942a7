// The ledger's file as a whole: who may write it, whether it is ours, and its log made true on the
// disk before anybody builds on it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "platform/ledger/file.h"
#include "platform/ledger/sqlite/database.h"

namespace lantoa::ledger {

struct LedgerFile {
  std::filesystem::path path;
  std::string vfs = {};  // see Database::open
  ReplaceFile replace = replace_file;
};

// Unavailable when another process holds it.
Result<Descriptor> take_lock(const std::filesystem::path& file);

// Refuses what is no ledger. A schema newer than this program's is only read.
Result<std::unique_ptr<Database>> open_reader(const LedgerFile& file);
// Makes the schema where there is none; Unsupported when it is newer.
Result<std::unique_ptr<Database>> open_writer(const LedgerFile& file, Database::Sync sync);

// Makes sure that what the log says is on the disk. After a failed sync, of this process or an
// earlier one, the system may show bytes of it that never got there and will not be written by any
// later sync; what is built on them is lost with the power. So the log is replaced by a synced
// copy. Never written over in place: what it holds may be all there is. With nobody else on the
// file, and what is noted about how far the log was copied is forgotten. Unavailable when another
// process reads.
Result<void> settle_log(const LedgerFile& file);

}  // namespace lantoa::ledger
