// The head of an answer, a line at a time as it comes. Internal to fetch.
#pragma once

#include <string_view>

#include "platform/fetch/fetch.h"

namespace lantoa::fetch {

// Whatever the line is: a status line begins the head anew, a header is added with its name in
// lower case, anything else is left out.
void add_head_line(std::string_view line, Answer& answer);

}  // namespace lantoa::fetch
