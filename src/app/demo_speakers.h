// The demo's law speakers, clearly synthetic: recognised at the city, a district and some wards,
// and credited with some of the activities that units held.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// Once, after everything else of a day; credits what activities there are by then.
Result<void> register_speakers(House& house);

}  // namespace lantoa::app
