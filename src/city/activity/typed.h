// The form of an activity as it was sent: read into what decide takes, and what could not be read.
// For the pages of this folder only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/activity/decide.h"
#include "city/faults.h"
#include "city/web.h"

namespace lantoa::city::activity {

struct Read {
  Typed typed;
  Faults unread;
};
Read read_typed(const Visit& visit);

// Numbers of documents with commas, semicolons or line breaks between.
std::vector<std::string> numbers_in(std::string_view typed);

// One round of faults: those of what could not be read beside those that decide finds in the rest.
Problem together(Faults unread, const Decided& decided);

}  // namespace lantoa::city::activity
