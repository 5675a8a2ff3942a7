#include "city/calendar/courier.h"

#include "city/calendar/decide.h"

namespace lantoa::city::calendar {

bool ClockCourier::step() {
  const Date now = vietnam_date(clock_.now());
  if (now <= app_.engine.read([&] { return state_.today(); })) return false;
  Order order{.actor = "courier/clock"};
  order.decide = [this](const Envelope& envelope) { return turn_day(state_, envelope); };
  return app_.execute(std::move(order)).has_value();
}

}  // namespace lantoa::city::calendar
