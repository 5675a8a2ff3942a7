// The list of a folder's files with the SHA-256 of each, written as sha256sum(1) writes it, so that
// it can also be checked without this program. summed_folder.h reads and writes it as a file.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa::ledger {

using Sums = std::map<std::string, std::string>;  // path within the folder to 64 hex digits

constexpr std::string_view sums_name = "SHA256SUMS";  // of the file that holds the list

std::string sums_text(const Sums& sums);
// The reverse of sums_text(); Invalid, naming the line, when it is no such list. `folder` is named
// in that.
Result<Sums> parse_sums(std::string_view text, const std::filesystem::path& folder);
// Invalid, naming a file, when the list does not name exactly these, which are in order.
Result<void> name_exactly(const Sums& sums, const std::vector<std::string>& files,
                          const std::filesystem::path& folder);

}  // namespace lantoa::ledger
