// Faults: gathers every fault of one form, so that a person sees all of them at once.
//
//   Faults faults;
//   faults.need("tieu-de", title, title_characters_max, {"Hãy ghi tiêu đề.", "Write a title."});
//   if (faults.any()) return tl::unexpected(std::move(faults).problem());
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa::city {

class Faults {
 public:
  void add(std::string field, Text text);
  // `missing` when there is no text; a fault when it is longer than `characters_max`.
  void need(std::string field, std::string_view text, std::size_t characters_max, Text missing);
  void limit(std::string field, std::string_view text, std::size_t characters_max);

  bool any() const { return !list_.empty(); }
  Problem problem() &&;  // needs any()

 private:
  std::vector<Detail> list_;
};

// As a person counts them: letters with their marks once, not their bytes.
std::size_t count_characters(std::string_view text);

// What was typed as one line: composed, no white space at the ends or twice in a row.
std::string one_line(std::string_view typed);

}  // namespace lantoa::city
