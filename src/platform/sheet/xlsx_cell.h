// Inside: a cell of a workbook, shown as a person sees it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "platform/sheet/xlsx_book.h"

namespace lantoa::sheet {

// As it stands in the sheet.
struct Cell {
  std::uint32_t row = 0;   // 1-based
  std::size_t column = 0;  // 0-based
  std::string type;        // "s", "inlineStr", "str", "b", "e", "n", "d"; empty: a number
  std::size_t style = 0;
  std::string value;
  bool is_formula = false;
};

// "AB12": column 27, row 12; nothing for what is none.
std::optional<std::pair<std::size_t, std::uint32_t>> place_of(std::string_view name);
std::string name_of(std::size_t column, std::uint32_t row);  // the other way

// Its text, composed and without white space at its ends. Invalid when it is no cell to read: a
// formula, an error, a date that is none; the sentence goes on after "Ô B2". Nothing else is said
// by Unavailable: the workbook names a text that it does not have.
Result<std::string> shown(const Cell& cell, const Book& book);

}  // namespace lantoa::sheet
