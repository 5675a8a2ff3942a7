// Units that are closed: rounds asked before keep them, with the mark; later ones leave them out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/testing_world.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct ReportsOfClosedUnits : ::testing::Test {
  void close(std::uint32_t unit, std::string_view on = "2021-06-30") {
    world.units.fold(organisation::UnitClosed{UnitNo{unit}, day(on), "Sáp nhập", {}},
                     ledger::Stamp{});
  }
  World world;
};

TEST_F(ReportsOfClosedUnits, ARoundThatIsAskedLaterLeavesThemOut) {
  close(4);
  world.open_half_year();
  EXPECT_THAT(world.round().units, ElementsAre(3, 6));
}

TEST_F(ReportsOfClosedUnits, ARoundFromBeforeKeepsThemMarked) {
  world.open_half_year();
  close(3);
  EXPECT_THAT(world.round().units, ElementsAre(3, 4, 6));
  const std::string district = world.node.sign_in(World::district());
  EXPECT_THAT(world.node.get("/bao-cao/1", district).body,
              HasSubstr("dừng hoạt động từ 01/07/2021"));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", district, Language::English).body,
              HasSubstr("Closed since 01/07/2021"));
  EXPECT_TRUE(world.run(World::district(), World::report(3, {{"6", 1}})))
      << "the unit above hands in for it";
}

TEST_F(ReportsOfClosedUnits, WhatTheyOweIsADutyOfTheUnitAbove) {
  world.open_half_year();
  const auto duties = [&](std::uint32_t account) {
    Visit visit;
    visit.actor = *world.node.app.find_actor("account/" + std::to_string(account));
    std::vector<App::Duty> out;
    for (const auto& add : world.node.app.duties) add(visit, out);
    return out.size();
  };
  EXPECT_EQ(duties(2), 0U) << "the district is not asked itself";
  close(3);
  EXPECT_EQ(duties(2), 1U);
  std::vector<UnitTie> ties;
  for (const auto& add : world.node.app.unit_ties) add(UnitNo{4}, ties);
  ASSERT_EQ(ties.size(), 1U);
  EXPECT_EQ(ties[0].count, 1U);
  EXPECT_FALSE(ties[0].blocks);
}

TEST_F(ReportsOfClosedUnits, AreLetInByTheCodeTheyHad) {
  world.open_half_year();
  world.turn_to("2021-07-06");
  ASSERT_TRUE(world.run(World::planner(), CloseRound{RoundNo{1}}));
  close(3);
  world.node.tell(organisation::UnitOpened{
      UnitNo{8}, UnitNo{2}, "Phường Mới", "03", organisation::Kind::Ward, {}, {}});
  const AllowLate command{RoundNo{1}, "03", day("2021-07-20"), "Gửi thiếu"};
  ASSERT_TRUE(world.run(World::planner(), command));
  EXPECT_TRUE(world.round().late.contains(UnitNo{3})) << "who was asked, not who has it now";
}

TEST_F(ReportsOfClosedUnits, NothingIsAskedOfAClosedScope) {
  close(3);
  close(4);
  close(2);
  OpenRound command = World::half_year();
  command.scope = UnitNo{2};
  const auto refused = world.run(World::planner(), command);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text.vi, HasSubstr("Quận Một đã dừng hoạt động từ 01/07/2021"));
}

}  // namespace
}  // namespace lantoa::city::statistics
