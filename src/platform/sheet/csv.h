// CSV (RFC 4180) as offices send it: UTF-8 with or without a byte order mark, LF or CRLF, comma,
// semicolon or tab (found from the head). Text in Latin-1, TCVN3, VNI or UTF-16 is refused with a
// sentence that says how to save it again, and every bad row is reported, not only the first.
//
//   TRY_ASSIGN(const sheet::Table table, sheet::parse_csv(bytes));
//   const std::size_t name = table.column("tên");
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa::sheet {

constexpr std::size_t csv_bytes_max = 32 * 1024 * 1024;
constexpr std::size_t csv_rows_max = 400'000;
constexpr std::size_t csv_columns_max = 100;
constexpr std::size_t csv_cells_max = 8'000'000;  // rows times columns: what memory it takes
constexpr std::size_t csv_field_bytes_max = 8 * 1024;
constexpr std::size_t csv_problems_max = 200;  // listed; the count of the rest is said

struct Row {
  std::uint32_t line = 0;           // 1-based line in the file where it starts
  std::vector<std::string> fields;  // NFC, trimmed, line breaks inside as LF
};

struct Table {
  std::vector<std::string> head;  // column names, NFC, trimmed, lower case, distinct
  std::vector<Row> rows;          // each with as many fields as the head; empty lines are left out

  // Position of a column, or head.size() when absent.
  std::size_t column(std::string_view name) const;
};

// TooLarge over a limit above, Unsupported for an encoding (or a kind of file) it does not read;
// Invalid with a Detail for each bad row, `row` being the line in the file.
Result<Table> parse_csv(std::string_view bytes);

}  // namespace lantoa::sheet
