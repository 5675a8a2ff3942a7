// The demo's mail that came back.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// The newest reminder that went to a unit with nothing left to do is said to have come back, as if
// its mailbox did not exist: so there is one to be seen, and nobody is kept from urging. None where
// no unit is like that.
Result<void> return_a_mail(House& house);

}  // namespace lantoa::app
