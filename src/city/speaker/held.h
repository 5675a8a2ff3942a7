// The sessions that somebody held, as the activities stand now: an annulled one counts nowhere.
#pragma once

#include <cstdint>
#include <optional>

#include "city/activity/state.h"
#include "city/speaker/state.h"

namespace lantoa::city::speaker {

struct Held {
  std::uint32_t this_year = 0;
  std::uint32_t all = 0;
  std::optional<Date> last;
};
Held held_by(const Speaker& speaker, const activity::State& activities, Date today);

// Serves, and held none within the last twelve months, though recognised before them. Looks only at
// as many sessions as it needs, the newest first.
bool is_idle(const Speaker& speaker, const activity::State& activities, Date today);

}  // namespace lantoa::city::speaker
