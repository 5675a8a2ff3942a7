// Inside: what a workbook says apart from its cells: which sheet, the shared texts, how numbers are
// shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/archive/archive.h"

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

Problem damaged_book();
Problem of_book(const Problem& why);  // what the archive says, said of a workbook

Result<Book> read_book(const archive::Archive& archive);

// What the code of a number format means: "dd/mm/yyyy", "00000".
Format format_of(std::string_view code);

}  // namespace lantoa::sheet
