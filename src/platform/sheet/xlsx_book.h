// Inside: what a workbook says apart from its cells: which sheet, the shared texts, how numbers are
// shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/archive/archive.h"
#include "platform/sheet/table.h"

namespace lantoa::sheet {

struct Format {
  enum class Kind { Number, Date, Time, Elapsed, Percent, Zeros };
  Kind kind = Kind::Number;
  std::size_t width = 0;  // of Zeros: "00000" shows 46 as 00046
};

struct Book {
  struct Sheet {
    std::string name;
    std::string part;  // "xl/worksheets/sheet1.xml"
  };
  std::vector<Sheet> sheets;  // those that are shown, in their order
  bool from_1904 = false;     // days are counted from 01/01/1904
  std::vector<std::string> texts;
  std::vector<Format> formats;  // by the number that cells carry
};

// As it stands in the file, before what Excel escapes is put right: longer ones are refused unread.
constexpr std::size_t raw_text_bytes_max = 2 * field_bytes_max;
// Keeps no more of a text than it takes to see that it is too long.
void append_text(std::string& text, std::string_view piece);

Problem damaged_book();
Problem of_book(const Problem& why);  // what the archive says, said of a workbook

Result<Book> read_book(const archive::Archive& archive);

// What the code of a number format means: "dd/mm/yyyy", "00000".
Format format_of(std::string_view code);

}  // namespace lantoa::sheet
