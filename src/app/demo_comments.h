// The demo's comments, clearly synthetic: one published, one question that was answered, one that
// waits for its answer, one new and one suspicious.
#pragma once

#include <cstdint>

#include "app/campaign.h"

namespace lantoa::app {

// What citizens and officers do with comments at the end of a working day after which `left` are
// still to come. On the first day they make up for what had to be done on earlier ones.
Result<void> comment_on(House& house, VirtualClock& clock, std::uint32_t left, bool first_day);

}  // namespace lantoa::app
