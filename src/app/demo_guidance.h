// The demo's questions of guidance, clearly synthetic: three answered, one of them corrected, one
// that is the same as another, one that waits.
#pragma once

#include <cstdint>

#include "app/campaign.h"

namespace lantoa::app {

// What units ask and the standing agency answers at the end of a working day after which `left` are
// still to come. On the first day they make up for what had to be done on earlier ones.
Result<void> ask_for_guidance(House& house, VirtualClock& clock, std::uint32_t left,
                              bool first_day);

}  // namespace lantoa::app
