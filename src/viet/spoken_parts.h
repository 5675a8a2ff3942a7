// Which parts of an English text are Vietnamese, for those who have it read aloud: names of units
// and persons, titles, numbers of documents. Letters tell, so what has no mark is found only beside
// words that have some ("Minh Khai" in "Xã Minh Khai"), and dates and counts beside it stay
// English.
#pragma once

#include <string_view>
#include <vector>

namespace lantoa::viet {

struct SpokenPart {
  std::string_view said;
  bool is_vietnamese = false;

  bool operator==(const SpokenPart&) const = default;
};

// The text in its parts, in order, none empty; blanks around a Vietnamese part are none of it. The
// views are of `text`.
std::vector<SpokenPart> spoken_parts(std::string_view text);

// Whether it has a letter that our English has not: one beyond ASCII or with a mark.
bool has_vietnamese_letter(std::string_view text);

}  // namespace lantoa::viet
