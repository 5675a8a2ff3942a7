// Copies of a SQLite ledger as of one moment, taken while others write it, and what a copy is
// looked at for. Nothing here writes to the ledger it reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kernel/result.h"

namespace lantoa::ledger {

// What is committed now, into a new file of mode 600; the caller syncs it. The writer goes on
// meanwhile: the copy is made through a reader that never checkpoints.
Result<void> copy_sqlite_ledger(const std::filesystem::path& from, const std::filesystem::path& to);

struct SqliteCounts {
  std::uint64_t facts = 0;
  std::uint64_t vault_rows = 0;
};
// Checks every page of the file first.
Result<SqliteCounts> count_sqlite_ledger(const std::filesystem::path& file);

// The vault ids that were erased for good, as this file knows them.
Result<std::vector<std::string>> erased_in_sqlite_ledger(const std::filesystem::path& file);

}  // namespace lantoa::ledger
