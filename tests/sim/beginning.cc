#include "sim/beginning.h"

#include <gtest/gtest.h>

#include "app/testing_world.h"

namespace lantoa::sim {
namespace {

Beginning make_beginning() {
  app::TestingWorld world;
  world.house().engine().stop();
  Beginning out;
  const auto read =
      world.house().store().read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
        out.facts.push_back(fact);
        return {};
      });
  EXPECT_TRUE(read);
  out.built = *app::House::build();
  out.readers = world.states().identity.at(app::district);
  out.drafter = world.drafter;
  out.keeper = world.keeper;
  out.officer = world.visitor(city::Role::UnitOfficer, 'o').actor;
  out.planner = world.visitor(city::Role::Planner, 'o').actor;
  out.now = out.facts.back().at;
  return out;
}

}  // namespace

const Beginning& beginning() {
  static const Beginning once = make_beginning();
  return once;
}

}  // namespace lantoa::sim
