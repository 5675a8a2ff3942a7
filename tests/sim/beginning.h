// What every simulated city starts from: its facts, and who may do what in it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/house.h"

namespace lantoa::sim {

struct Beginning {
  std::vector<ledger::Fact> facts;
  std::shared_ptr<const app::House::Built> built;
  std::vector<city::PersonNo> readers;  // who can confirm item 1
  std::string drafter, keeper;          // accounts over the whole city
  std::string officer, planner;         // accounts over district 1
  Instant now;
};

const Beginning& beginning();

// Everything that pages and figures are made of.
std::string described(const app::States& states);

}  // namespace lantoa::sim
