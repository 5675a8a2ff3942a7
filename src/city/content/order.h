// From a command about an article to what the engine decides. For forms of this folder only.
#pragma once

#include <utility>

#include "city/content/content.h"
#include "city/content/decide.h"

namespace lantoa::city::content {

template <class Command>
Order order_of(const State& state, const Needs& needs, Command command) {
  Order order;
  order.decide = [&state, needs, command = std::move(command)](const Envelope& envelope) {
    return decide(Known{state, needs.organisation, needs.law, needs.plans}, command, envelope);
  };
  return order;
}

}  // namespace lantoa::city::content
