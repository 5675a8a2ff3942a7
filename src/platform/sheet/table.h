// A table that an office sent, as CSV or as an Excel workbook.
//
//   TRY_ASSIGN(const sheet::Table table, sheet::parse_table(bytes));
//   const std::size_t name = table.column("tên");
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa::sheet {

constexpr std::size_t columns_max = 100;
constexpr std::size_t field_bytes_max = 8 * 1024;
constexpr std::size_t problems_max = 200;  // listed; the count of the rest is said

struct Row {
  std::uint32_t line = 0;           // 1-based: where it starts in a CSV file, its row in a workbook
  std::vector<std::string> fields;  // NFC, trimmed, line breaks inside as LF
};

struct Table {
  std::vector<std::string> head;  // column names, NFC, trimmed, lower case, distinct
  std::vector<Row> rows;          // each with as many fields as the head; empty lines are left out

  // Position of a column, or head.size() when absent.
  std::size_t column(std::string_view name) const;
};

// CSV or .xlsx, told by the bytes; see csv.h and xlsx.h. TooLarge over a limit, Unsupported for an
// encoding or a kind of file that is not read; Invalid with a Detail for each fault, `row` being
// the line of the file or the row of the sheet, `field` the column's name.
Result<Table> parse_table(std::string_view bytes);

}  // namespace lantoa::sheet
