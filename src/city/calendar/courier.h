// The clock courier: the only part that looks at the clock to make time happen.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"

namespace lantoa::city::calendar {

class ClockCourier : public Courier {
 public:
  ClockCourier(App& app, const State& state, Clock& clock)
      : app_(app), state_(state), clock_(clock) {}
  bool step() override;

 private:
  App& app_;
  const State& state_;
  Clock& clock_;
};

}  // namespace lantoa::city::calendar
