// The demo's meeting whose attendants are recorded by name.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// Once the days are over: an officer records a meeting of his district, and who of its staff was
// there.
Result<void> hold_named_meeting(House& house);

}  // namespace lantoa::app
