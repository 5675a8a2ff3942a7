// The checkpoint courier: signs the ledger when that is due.
#pragma once

#include "city/checkpoint/checkpoint.h"
#include "city/checkpoint/decide.h"

namespace lantoa::city::checkpoint {

class CheckpointCourier : public Courier {
 public:
  CheckpointCourier(App& app, const State& state, ledger::Store& store, const Keys& keys)
      : app_(app), state_(state), store_(store), keys_(keys) {}
  bool step() override;

 private:
  Result<void> sign();

  App& app_;
  const State& state_;
  ledger::Store& store_;
  const Keys& keys_;
  bool refused_ = false;  // said so already; tried again all the same
};

}  // namespace lantoa::city::checkpoint
