// A folder of files with the SHA-256 of each in a file SHA256SUMS, written as sha256sum(1) writes
// it, so that it can also be checked without this program. Any bit changed in a file, its name or
// the list itself is noticed: the list names every file, and every name in it has its file.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::ledger {

constexpr std::string_view sums_name = "SHA256SUMS";

using Sums = std::map<std::string, std::string>;  // path within the folder to 64 hex digits

// Copies into a new file of mode 600 in a folder that is there, and gives the SHA-256 of the bytes
// copied. Not synced: see sync_file_system().
Result<std::string> copy_file(const std::filesystem::path& from, const std::filesystem::path& to);
Result<std::string> sum_of(const std::filesystem::path& file);

Result<void> write_sums(const std::filesystem::path& folder, const Sums& sums);
// The list as it is written; Invalid, naming the line, when it is none. `folder` is named in that.
Result<Sums> parse_sums(std::string_view text, const std::filesystem::path& folder);
// Invalid, naming the line or the file, when the list is not one or does not name exactly the
// regular files below the folder. The sums themselves are for the caller to compare.
Result<Sums> read_sums(const std::filesystem::path& folder);

}  // namespace lantoa::ledger
