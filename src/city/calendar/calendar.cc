#include "city/calendar/calendar.h"

#include "city/calendar/courier.h"

namespace lantoa::city::calendar {

void install(App& app, State& state, Clock& clock) {
  hear<DayTurned>(app, state);
  app.couriers.push_back(std::make_unique<ClockCourier>(app, state, clock));
}

}  // namespace lantoa::city::calendar
