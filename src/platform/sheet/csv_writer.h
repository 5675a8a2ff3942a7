// Writes CSV that spreadsheets open by a double click: UTF-8 with a byte order mark, CRLF, quotes
// where needed. A text that a spreadsheet would take for a formula gets an apostrophe before it.
#pragma once

#include <string>
#include <string_view>

namespace lantoa::sheet {

class CsvWriter {
 public:
  CsvWriter();

  CsvWriter& text(std::string_view value);
  CsvWriter& number(std::string_view value);  // written as it is
  void end_row();

  std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool first_ = true;
};

}  // namespace lantoa::sheet
