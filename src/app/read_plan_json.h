// The part of "lantoa read" about a plan: who has to do what by when, in which forms, for whom.
#pragma once

#include <optional>
#include <string_view>

#include "kernel/time.h"

namespace boost::json {
class object;
}

namespace lantoa::app {

// Adds "issuer", "duties", "forms", "audiences", "deadlines" and "unmatched"; offsets are bytes of
// `text`. `published`: for dates without a year.
void add_plan(boost::json::object& out, std::string_view text, std::optional<Date> published);

}  // namespace lantoa::app
