// How the demo does what an officer does on a page: the same command, decided when its turn comes.
#pragma once

#include <string>
#include <utility>

#include "app/house.h"

namespace lantoa::app {

// `actor`: as it stands in facts, "account/3". `known`: what the slice's decide looks at.
template <class Known, class Command>
Result<void> act_as(House& house, std::string actor, const Known& known, Command command) {
  city::Order order = city::order_of(std::move(command), known);
  order.actor = std::move(actor);
  TRY(house.app().execute(std::move(order)));
  return {};
}

}  // namespace lantoa::app
