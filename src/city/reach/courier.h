// The item courier: every published article that has to be confirmed and has no item yet gets one.
#pragma once

#include "city/reach/reach.h"

namespace lantoa::city::reach {

class ItemCourier : public Courier {
 public:
  ItemCourier(App& app, const State& state, Needs needs)
      : app_(app), state_(state), needs_(needs) {}
  bool step() override;

 private:
  App& app_;
  const State& state_;
  Needs needs_;
};

}  // namespace lantoa::city::reach
