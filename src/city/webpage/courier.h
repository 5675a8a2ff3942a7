// Looks at linked pages when their day has come, one after the other.
#pragma once

#include <utility>

#include "city/webpage/webpage.h"

namespace lantoa::city::webpage {

class LookCourier : public Courier {
 public:
  LookCourier(App& app, const State& state, Needs needs, Web web)
      : app_(app), state_(state), needs_(needs), web_(std::move(web)) {}
  bool step() override;

 private:
  App& app_;
  const State& state_;
  Needs needs_;
  Web web_;
};

}  // namespace lantoa::city::webpage
