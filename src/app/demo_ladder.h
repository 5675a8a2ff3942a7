// The demo's plan whose units are reminded on days of its own.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// On the last day that is loaded: the standing agency has the units of the first plan reminded more
// often from the next day on.
Result<void> set_reminder_days(House& house);

}  // namespace lantoa::app
