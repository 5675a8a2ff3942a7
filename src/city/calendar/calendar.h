// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"

namespace lantoa::city::calendar {

// `clock` is asked by the clock courier only.
void install(App& app, State& state, Clock& clock);

}  // namespace lantoa::city::calendar
