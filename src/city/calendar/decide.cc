#include "city/calendar/decide.h"

namespace lantoa::city::calendar {

Result<ledger::Decision> turn_day(const State& state, const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::Work));
  ledger::Decision decision;
  if (envelope.today > state.today()) decision.add("calendar", DayTurned{envelope.today});
  return decision;
}

}  // namespace lantoa::city::calendar
