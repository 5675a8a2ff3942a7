// Files that commands are given, and the output they leave.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::app {

// A regular file that is there, said in words of both languages rather than the system's.
Result<void> check_file(const std::filesystem::path& path);
Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t bytes_max);
// The address of a database, with its password perhaps: refused when others can read the file.
Result<std::string> read_store_file(const std::filesystem::path& path);
// An access token of the JSON API: the same.
Result<std::string> read_token_file(const std::filesystem::path& path);
// A new file of mode 600, not synced.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);
Problem no_reading(const std::filesystem::path& path);

Problem no_printing();
// 0, or the failure of whatever standard output leads to: half an export must not look like one.
int printed();

}  // namespace lantoa::app
