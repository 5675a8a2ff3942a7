// The demo's statistical reports: a month that most units have handed in, a half-year just asked
// for, and one district's figures with estimates.
#pragma once

#include <functional>

#include "app/house.h"

namespace lantoa::app {

// What happens to reports on this working day. `chance`: whether something of so many in a thousand
// happens.
Result<void> report_statistics(House& house, Date day,
                               const std::function<bool(std::uint32_t)>& chance);

// Once the days are over: one district's rounds with estimates for the days that could not be
// counted, and official figures after them. Nothing before June.
Result<void> estimate_statistics(House& house);

// Once the days are over: what is over with its deadline is closed by an officer and published by a
// leader.
Result<void> publish_statistics(House& house);

}  // namespace lantoa::app
