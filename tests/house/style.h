// The style by numbers and the few words that are banned: short files and lines, no `using
// namespace` in headers, no bare new and delete, the environment read in src/app alone.
#pragma once

#include "house/source.h"

namespace lantoa::house {

constexpr std::size_t file_lines_max = 500;
constexpr std::size_t line_columns_max = 100;

Findings check_size(const SourceFile& file);
Findings check_words(const SourceFile& file);

}  // namespace lantoa::house
