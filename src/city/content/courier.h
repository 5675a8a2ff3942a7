// The publication courier: publishes what was approved for a moment that has come.
#pragma once

#include "city/content/content.h"

namespace lantoa::city::content {

class PublicationCourier : public Courier {
 public:
  PublicationCourier(App& app, const State& state, Needs needs, Clock& clock)
      : app_(app), state_(state), needs_(needs), clock_(clock) {}
  bool step() override;

 private:
  App& app_;
  const State& state_;
  Needs needs_;
  Clock& clock_;
};

}  // namespace lantoa::city::content
