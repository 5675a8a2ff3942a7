// The demo's activities: what a unit did before it reports a task as done.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// The same for the same task whenever it is asked.
city::activity::LogActivity activity_for(const States& states, city::AssignmentNo assignment,
                                         Date day);

}  // namespace lantoa::app
