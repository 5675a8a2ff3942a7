// CSV (RFC 4180) as offices send it: UTF-8 with or without a byte order mark, LF or CRLF, comma,
// semicolon or tab (found from the head). Text in Latin-1, TCVN3, VNI or UTF-16 is refused with a
// sentence that says how to save it again, and every bad row is reported, not only the first.
#pragma once

#include <cstddef>
#include <string_view>

#include "platform/sheet/table.h"

namespace lantoa::sheet {

constexpr std::size_t csv_bytes_max = 32 * 1024 * 1024;
constexpr std::size_t csv_rows_max = 400'000;
constexpr std::size_t csv_cells_max = 8'000'000;  // rows times columns: what memory it takes

// TooLarge over a limit above, Unsupported for an encoding (or a kind of file) it does not read;
// Invalid with a Detail for each bad row, `row` being the line in the file.
Result<Table> parse_csv(std::string_view bytes);

}  // namespace lantoa::sheet
