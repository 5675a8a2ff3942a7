// The demo's plan is to be amended: a change that waits for its approval.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// On the last day that is loaded: a later deadline for what one department has to do, and a task
// more for the districts. Nothing of the plan changes before somebody approves and issues it.
Result<void> draft_amendment(House& house, Date day);

}  // namespace lantoa::app
