// The term courier: when a day turned, erases what was kept for its time.
#pragma once

#include "city/comment/comment.h"

namespace lantoa::city::comment {

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

}  // namespace lantoa::city::comment
