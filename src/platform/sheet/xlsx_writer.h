// Writes a workbook of one sheet for LibreOffice and Excel, row by row. A sum is a formula beside
// the value that we know, so that whoever opens it can check ours. Text is always text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::sheet {

class XlsxWriter {
 public:
  explicit XlsxWriter(const std::string& sheet_name);  // at most 31 characters
  ~XlsxWriter();
  XlsxWriter(XlsxWriter&&) = delete;

  XlsxWriter& text(std::string_view value);  // an empty one leaves the cell empty
  XlsxWriter& heading(std::string_view value);
  XlsxWriter& number(std::uint64_t value);  // exact up to 2^53
  // Of what stands in this column from row `first` to the row above, from 0.
  XlsxWriter& sum(std::uint32_t first, std::uint64_t value);
  void end_row();
  std::uint32_t row() const;  // the next one, from 0

  // The file. Unavailable when it could not be made. Once.
  Result<std::string> take();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace lantoa::sheet
