// Inside: what CSV and workbooks have in common: clean text, the names of columns, faults by row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "platform/sheet/table.h"

namespace lantoa::sheet {

std::string normalised(std::string field);  // NFC

class Faults {
 public:
  void add(std::uint32_t line, std::string field, Text text);
  bool any() const { return count_ > 0; }
  // `kind_of_file`: what has them: {"Tệp CSV", "The CSV file"}.
  Problem problem(const Text& kind_of_file) &&;

 private:
  std::size_t count_ = 0;
  std::vector<Detail> listed_;
};

// Lower case and NFC; one without a name or twice the same goes to `faults`.
std::vector<std::string> name_columns(std::vector<std::string> fields, std::uint32_t line,
                                      Faults& faults);

}  // namespace lantoa::sheet
