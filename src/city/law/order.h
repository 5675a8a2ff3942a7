// From a command about the register to what the engine decides. For actions of this folder only.
#pragma once

#include <utility>

#include "city/law/decide.h"
#include "city/law/law.h"

namespace lantoa::city::law {

template <class Command>
Order order_of(const State& state, const Needs& needs, Command command) {
  Order order;
  order.decide = [&state, needs, command = std::move(command)](const Envelope& envelope) {
    return decide(state, needs.organisation, command, envelope);
  };
  return order;
}

}  // namespace lantoa::city::law
