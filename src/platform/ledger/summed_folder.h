// A folder of files with the SHA-256 of each in a file SHA256SUMS (sums.h). Any bit changed in a
// file, its name or the list itself is noticed: the list names every file, and every name in it has
// its file.
#pragma once

#include <filesystem>
#include <string>

#include "kernel/result.h"
#include "platform/ledger/sums.h"

namespace lantoa::ledger {

// Copies into a new file of mode 600 in a folder that is there, and gives the SHA-256 of the bytes
// copied. Not synced: see sync_file_system().
Result<std::string> copy_file(const std::filesystem::path& from, const std::filesystem::path& to);
Result<std::string> sum_of(const std::filesystem::path& file);

Result<void> write_sums(const std::filesystem::path& folder, const Sums& sums);
// Invalid, naming the line or the file, when the list is not one or does not name exactly the
// regular files below the folder. The sums themselves are for the caller to compare.
Result<Sums> read_sums(const std::filesystem::path& folder);

}  // namespace lantoa::ledger
