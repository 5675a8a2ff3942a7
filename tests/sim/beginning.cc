#include "sim/beginning.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/testing_world.h"

namespace lantoa::sim {
namespace {

// Beyond every step of the ladder: nobody is reminded of it within a life.
constexpr std::int32_t days_for_wards = 45;

// A second plan, which gives both wards of the district something to do.
void give_to_wards(app::TestingWorld& world) {
  const Date today = world.states().calendar.today();
  world.plans(world.drafter, city::plan::DraftPlan{
                                 app::district, app::district, "Kế hoạch cho phường", {}, {}, {}});
  const city::PlanNo no{world.states().plan.plans()};
  world.plans(
      world.drafter,
      city::plan::AddTask{
          no, "Phổ biến ở phường", {city::organisation::Kind::Ward}, "", today + days_for_wards});
  world.plans(world.approver, city::plan::ApprovePlan{no, 2});
  world.plans(world.drafter, city::plan::IssuePlan{no, "2/KH-UBND", today});
}

Beginning make_beginning() {
  app::TestingWorld world;
  give_to_wards(world);
  world.document();
  world.house().engine().stop();
  Beginning out;
  const auto read =
      world.house().store().read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
        out.facts.push_back(fact);
        return {};
      });
  EXPECT_TRUE(read);
  EXPECT_EQ(world.states().organisation.by_code("00011"), ward);
  EXPECT_EQ(world.states().plan.assignments(), 3U);
  out.built = *app::House::build();
  out.readers = world.states().identity.at(app::district);
  for (const app::Visitor& visitor : world.visitors) {
    if (visitor.role) out.officers.push_back({visitor.actor, *visitor.role, visitor.place});
  }
  out.drafter = world.drafter;
  out.keeper = world.keeper;
  out.officer = out.officer_at(city::Role::UnitOfficer, 'o');
  out.planner = out.officer_at(city::Role::Planner, 'o');
  out.now = out.facts.back().at;
  return out;
}

}  // namespace

const std::string& Beginning::officer_at(city::Role role, char place) const {
  const auto found = std::find_if(officers.begin(), officers.end(), [&](const Officer& one) {
    return one.role == role && one.place == place;
  });
  ASSERT(found != officers.end());
  return found->actor;
}

const Beginning& beginning() {
  static const Beginning once = make_beginning();
  return once;
}

}  // namespace lantoa::sim
