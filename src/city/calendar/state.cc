#include "city/calendar/state.h"

#include <algorithm>

namespace lantoa::city::calendar {

void State::fold(const DayTurned& fact, const ledger::Stamp& stamp) {
  turns_.push_back({fact.date, stamp.seq});
}

Date State::today() const { return turns_.empty() ? Date{} : turns_.back().date; }

Date State::first_day() const { return turns_.empty() ? Date{} : turns_.front().date; }

std::optional<std::uint64_t> State::end_of(Date day) const {
  const auto next = std::upper_bound(turns_.begin(), turns_.end(), day,
                                     [](Date d, const Turn& turn) { return d < turn.date; });
  if (next == turns_.end()) return std::nullopt;
  return next == turns_.begin() ? 0 : next->seq - 1;
}

}  // namespace lantoa::city::calendar
