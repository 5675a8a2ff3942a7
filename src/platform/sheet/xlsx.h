// Excel workbooks (.xlsx, ECMA-376) as offices send them: one sheet with a table, its first row
// that is not empty names the columns. What a person sees in a cell is what is read: a date as
// 31/05/2021, "00046" where the format fills up with zeros. What he cannot see is refused with its
// cell and what to do: formulas, merged cells, errors, hidden rows and columns, text beside the
// named columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "platform/sheet/table.h"

namespace lantoa::sheet {

constexpr std::size_t xlsx_bytes_max = 16 * 1024 * 1024;       // packed
constexpr std::size_t xlsx_part_bytes_max = 96 * 1024 * 1024;  // of a sheet, of the shared texts
constexpr std::size_t xlsx_rows_max = 100'000;
constexpr std::uint32_t xlsx_row_max = 1'048'576;  // the number of Excel's last row
constexpr std::size_t xlsx_cells_max = 2'000'000;
constexpr std::size_t xlsx_texts_max = 1'000'000;                   // different ones
constexpr std::size_t xlsx_table_bytes_max = 32 * 1024 * 1024;      // of all cells' text
constexpr std::size_t xlsx_sheets_max = 100;                        // that are shown
constexpr std::size_t xlsx_unpacked_bytes_max = 192 * 1024 * 1024;  // of all sheets

// As parse_table; a Detail's text names the cell ("C5").
Result<Table> parse_xlsx(std::string_view bytes);

}  // namespace lantoa::sheet
