// Tables as pandoc draws them in text: columns under runs of dashes, grids of '+' and '|', and rows
// between bars.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "viet/article_lines.h"

namespace lantoa::viet {

// Where the table that begins on this line ends (the line after it); the line itself when none
// begins here. unclosed, 0 at first, remembers from call to call up to which line no table of
// dashes can close, so that many lines of dashes cost no more than one.
std::size_t table_end(std::string_view source, const std::vector<Line>& lines, std::size_t first,
                      std::size_t& unclosed);

// The cells of a table, row by row, each as the pieces of its lines.
std::vector<std::vector<Line>> table_cells(std::string_view source, const std::vector<Line>& lines,
                                           std::size_t first, std::size_t end);

}  // namespace lantoa::viet
