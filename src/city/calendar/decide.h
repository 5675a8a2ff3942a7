// Rules of the calendar.
#pragma once

#include "city/actor.h"
#include "city/calendar/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::calendar {

// Nothing when the day of `envelope` has been turned already: a clock that jumps back turns
// nothing.
Result<ledger::Decision> turn_day(const State& state, const Envelope& envelope);

}  // namespace lantoa::city::calendar
