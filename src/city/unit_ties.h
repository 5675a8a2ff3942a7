// Unit ties: what hangs on a unit that is to be closed (people, open tasks, open reports …), for
// the page that closes it. A slice hangs a function on App::unit_ties when it is installed; the
// page draws them all alike, and what has to be settled first keeps the unit open.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kernel/text.h"

namespace lantoa::city {

struct UnitTie {
  Text what;  // "việc chưa xong", after the number
  std::uint32_t count = 0;
  std::optional<std::string> address = {};  // of the list that shows them
  Text then = {};       // what becomes of them, or what has to be done first: a whole sentence
  bool blocks = false;  // as long as there is one, the unit is not closed
};

}  // namespace lantoa::city
