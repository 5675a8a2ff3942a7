// Which words of a label are Vietnamese, for those who hear a page in English: WCAG 2.2, 3.1.2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/view.h"

namespace lantoa::city {

struct SpokenPart {
  std::string said;
  bool vi = false;  // to be marked

  bool operator==(const SpokenPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(SpokenPart, (), (said, vi))

// The label in its parts, in order; of a Vietnamese page, or where there is nothing to mark, one.
// `is_name`: all of it is a name or a title as it stands in Vietnam. Otherwise its letters tell: a
// label that begins in Vietnamese is Vietnamese as a whole ("Điều 9"), one that begins in English
// from its first word with a Vietnamese letter to the end of the name ("Plan 06/KH-HĐND",
// "Report of Xã Minh Khai in June").
std::vector<SpokenPart> spoken_parts(std::string_view label, Language language, bool is_name);

}  // namespace lantoa::city
