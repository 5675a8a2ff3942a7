// The term courier: when a day turned, erases the words whose time is over.
#pragma once

#include "city/rating/rating.h"

namespace lantoa::city::rating {

class TermCourier : public Courier {
 public:
  TermCourier(App& app, const State& state, Needs needs)
      : app_(app), state_(state), needs_(needs) {}
  bool step() override;

 private:
  App& app_;
  const State& state_;
  Needs needs_;
  Date seen_day_{-1};
};

}  // namespace lantoa::city::rating
