// The part of "lantoa read" about a plan: who has to do what by when, in which forms, for whom.
#pragma once

#include <string_view>

#include "viet/plan_text.h"

namespace boost::json {
class object;
}

namespace lantoa::app {

// Adds "number", "issuer", "duties", "forms", "audiences", "deadlines", "unmatched" and "cut";
// offsets are bytes of `text`, which the reading was made from.
void add_plan(boost::json::object& out, std::string_view text, const viet::PlanReading& reading);

}  // namespace lantoa::app
