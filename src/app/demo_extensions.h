// The demo's requests for more time, clearly synthetic: one waits, one was granted, one refused.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// Asked by units that are late on this day, the last that the demo loads; fewer where fewer are.
Result<void> ask_for_more_time(House& house, Date day);

}  // namespace lantoa::app
