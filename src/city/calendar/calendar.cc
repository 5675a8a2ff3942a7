#include "city/calendar/calendar.h"

#include "city/calendar/courier.h"

namespace lantoa::city::calendar {

void install(App& app, State& state, Clock& clock) {
  app.folds.on<DayTurned>([&state](const DayTurned& fact, const ledger::Stamp&) { state.fold(fact); });
  app.couriers.push_back(std::make_unique<ClockCourier>(app, state, clock));
}

}  // namespace lantoa::city::calendar
