// What every simulated city starts from: its facts, and who may do what in it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/house.h"

namespace lantoa::sim {

// Numbers of the beginning (app/testing_world.h).
constexpr city::UnitNo district{3};
constexpr city::UnitNo ward{5};
constexpr city::ItemNo item{1};
constexpr city::AssignmentNo late_soon{1};  // of the district, from the second day on

struct Officer {
  std::string actor;
  city::Role role = city::Role::Auditor;
  char place = '-';  // over the city c, district 1 o, its first ward w, the other district s
};

struct Beginning {
  std::vector<ledger::Fact> facts;
  std::shared_ptr<const app::House::Built> built;
  std::vector<city::PersonNo> readers;  // who can confirm item 1
  std::vector<Officer> officers;        // one of each role at each place
  std::string drafter, keeper;          // accounts over the whole city
  std::string officer, planner;         // accounts over district 1
  Instant now;

  const std::string& officer_at(city::Role role, char place) const;
};

const Beginning& beginning();

// Everything that pages and figures are made of.
std::string described(const app::States& states);

}  // namespace lantoa::sim
