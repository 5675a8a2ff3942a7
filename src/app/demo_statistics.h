// The demo's statistical reports: a month that most units have handed in, a half-year just asked
// for.
#pragma once

#include <functional>

#include "app/house.h"

namespace lantoa::app {

// What happens to reports on this working day. `chance`: whether something of so many in a thousand
// happens.
Result<void> report_statistics(House& house, Date day,
                               const std::function<bool(std::uint32_t)>& chance);

}  // namespace lantoa::app
