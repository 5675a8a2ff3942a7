// Figures of what people confirmed in a period: counted as facts come, told to who sees coverage.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/reach/testing_attendance.h"
#include "city/reach/testing_world.h"

namespace lantoa::city::reach {
namespace {

using testing::day;
using testing::first;
using ::testing::IsEmpty;
using testing::meeting;
using testing::meeting_day;
using testing::second;
using testing::today;

// Counted from the item's records, person by person.
std::uint64_t acts_afresh(const testing_world::FoldedWorld& world, Act act, UnitNo unit) {
  std::uint64_t out = 0;
  for (const ReceiptFact& one : world.item().receipts()) {
    if (act_of(one.by, one.activity) != act) continue;
    const auto homes = world.state.homes(one.seq);
    for (const std::uint32_t person : one.persons) {
      if (world.item().is_corrected(one.seq, PersonNo{person})) continue;
      if (person > homes.size() || !homes[person - 1]) continue;
      if (world.tree.is_within(homes[person - 1], unit)) ++out;
    }
  }
  return out;
}

TEST(ReachActs, AreWhatTheRecordsSayAfterAnyHistory) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    testing_world::FoldedWorld world;
    world.live(seed, 150);
    if (world.state.items() == 0) continue;
    const Acts& acts = world.state.acts(first);
    for (std::uint32_t unit = 1; unit <= testing_world::units; ++unit) {
      for (const Act act : {Act::Confirmed, Act::Entered, Act::Named}) {
        EXPECT_EQ(acts.between(act, UnitNo{unit}, Date{-10}, Date{10}),
                  acts_afresh(world, act, UnitNo{unit}))
            << "seed " << seed << ", unit " << unit;
      }
    }
    EXPECT_EQ(acts.between(Act::Confirmed, UnitNo{1}, Date{1}, Date{10}), 0U) << "on later days";
  }
}

class ReachFigures : public ::testing::Test {
 protected:
  const ChannelFigure& figure(const std::string& code) {
    for (const ChannelFigure& one : world.node.app.channel_figures) {
      if (one.code == code) return one;
    }
    ADD_FAILURE() << code;
    return world.node.app.channel_figures.front();
  }
  std::vector<ChannelRecord> records(const std::string& code, std::uint32_t unit,
                                     const std::string& who, const char* from = "2021-05-01",
                                     const char* to = "2021-05-31") {
    const std::vector<bool> below = world.units.below(UnitNo{unit});
    const Actor actor = *world.node.app.find_actor(who);
    const ChannelAsk ask{UnitNo{unit}, below, day(from), day(to), actor, {}};
    const auto out = figure(code).records(ask, Language::Vietnamese);
    std::uint64_t sum = 0;
    for (const ChannelRecord& one : out) sum += one.amount;
    EXPECT_EQ(figure(code).amount(ask), sum) << "a figure is what it opens to";
    return out;
  }
  std::uint64_t amount(const std::string& code, std::uint32_t unit, const std::string& who,
                       const char* from = "2021-05-01", const char* to = "2021-05-31") {
    std::uint64_t sum = 0;
    for (const ChannelRecord& one : records(code, unit, who, from, to)) sum += one.amount;
    return sum;
  }
  std::uint64_t enter(std::uint32_t person, const char* on = nullptr) {
    std::optional<Date> held;
    if (on != nullptr) held = day(on);
    world.node.tell(
        ReceiptsRecorded{first, Channel::Meeting, NumberSet{{person}}, PersonNo{2}, held, {}});
    return world.head();
  }

  testing::World world;
};

TEST_F(ReachFigures, TellThreeWaysApart) {
  world.confirm(first, 3);
  world.confirm(second, 3);
  world.confirm(first, 6);
  enter(4);
  ASSERT_TRUE(world.name(world.log(meeting()), {5}));
  const std::string district = testing::World::district();
  EXPECT_EQ(amount("tu-xac-nhan", 2, district), 3U);
  EXPECT_EQ(amount("ghi-thay", 2, district), 1U);
  EXPECT_EQ(amount("du-theo-danh-sach", 2, district), 2U) << "once for each article";
  EXPECT_EQ(amount("tu-xac-nhan", 1, testing::World::city()), 3U);
}

TEST_F(ReachFigures, OpenTheRecordsOfEachArticle) {
  world.confirm(first, 3);
  world.confirm(second, 3);
  world.confirm(second, 6);
  const auto all = records("tu-xac-nhan", 2, testing::World::district());
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].title, "Bài số 2");
  EXPECT_EQ(all[0].amount, 2U);
  EXPECT_EQ(all[0].address, "/do-phu/2/2/ghi-nhan?kenh=cong");
  EXPECT_EQ(all[1].amount, 1U);
  const std::string district = world.node.sign_in(testing::World::district());
  EXPECT_EQ(world.node.get(all[0].address, district).status, 200);
  const auto past =
      records("tu-xac-nhan", 2, testing::World::district(), "2021-05-01", "2021-05-19");
  EXPECT_THAT(past, IsEmpty()) << "confirmed on the day after";
}

TEST_F(ReachFigures, CountOnTheDayOfTheMeeting) {
  enter(4, meeting_day);
  enter(5);
  const std::string ward = testing::World::ward();
  EXPECT_EQ(amount("ghi-thay", 3, ward, meeting_day, meeting_day), 1U);
  EXPECT_EQ(amount("ghi-thay", 3, ward, today, today), 1U);
  EXPECT_EQ(amount("ghi-thay", 3, ward, meeting_day, today), 2U);
  ASSERT_TRUE(world.name(world.log(meeting()), {3}, {first}));
  EXPECT_EQ(amount("du-theo-danh-sach", 3, ward, meeting_day, meeting_day), 1U);
  const auto opened = records("ghi-thay", 3, ward, meeting_day, meeting_day);
  ASSERT_EQ(opened.size(), 1U);
  EXPECT_EQ(opened[0].address, "/do-phu/1/3/ghi-nhan") << "it was written the day after";
  EXPECT_THAT(world.node.get(opened[0].address, world.node.sign_in(ward)).body,
              ::testing::HasSubstr("Ngô Văn Đông"));
}

TEST_F(ReachFigures, WhatWasCorrectedIsNotCounted) {
  const std::uint64_t receipt = enter(4);
  const std::string ward = testing::World::ward();
  ASSERT_EQ(amount("ghi-thay", 3, ward), 1U);
  for (int i = 0; i < 2; ++i) {
    world.node.tell(ReceiptCorrected{first, receipt, PersonNo{4}, PersonNo{2}});
    EXPECT_EQ(amount("ghi-thay", 3, ward), 0U);
  }
}

// The ward's four persons are a small group: its own officer sees them, nobody else does.
TEST_F(ReachFigures, SmallGroupsAreSeenByTheirOwnOfficerOnly) {
  world.confirm(first, 3);
  EXPECT_EQ(amount("tu-xac-nhan", 3, testing::World::ward()), 1U);
  for (const std::string& who : {testing::World::district(), testing::World::city(),
                                 testing::World::auditor(), testing::World::other_ward()}) {
    EXPECT_THAT(records("tu-xac-nhan", 3, who), IsEmpty()) << who;
  }
  EXPECT_EQ(amount("tu-xac-nhan", 2, testing::World::district()), 1U) << "six are no small group";
}

TEST_F(ReachFigures, StayWhereAPersonWasWhenHeMoves) {
  world.confirm(first, 6);
  enter(3);
  const std::uint64_t receipt = world.head();
  world.node.tell(identity::PersonMoved{PersonNo{3}, UnitNo{4}, {}});
  EXPECT_EQ(amount("ghi-thay", 3, testing::World::ward()), 1U);
  EXPECT_EQ(amount("ghi-thay", 4, testing::World::other_ward()), 0U);
  world.node.tell(ReceiptCorrected{first, receipt, PersonNo{3}, PersonNo{2}});
  EXPECT_EQ(amount("ghi-thay", 3, testing::World::ward()), 0U);
  EXPECT_EQ(amount("tu-xac-nhan", 4, testing::World::other_ward()), 1U);
  enter(5);
  EXPECT_EQ(amount("ghi-thay", 3, testing::World::ward()), 1U);
  // All have moved away: what is left would tell of who had been there.
  for (const std::uint32_t person : {2U, 4U, 5U}) {
    world.node.tell(identity::PersonMoved{PersonNo{person}, UnitNo{4}, {}});
  }
  EXPECT_EQ(amount("ghi-thay", 3, testing::World::ward()), 0U);
}

// The district's only person at the district itself, beside seven of ward 3 and six of ward 4.
TEST_F(ReachFigures, WhoLeftDoesNotFollowFromWhatIsBeside) {
  for (std::uint32_t person = 7; person <= 14; ++person) {
    const UnitNo ward{person <= 9 ? 3U : 4U};
    world.node.tell(identity::PersonRegistered{PersonNo{person}, ward, false, true, {}});
  }
  for (const std::uint32_t person : {1U, 3U, 6U}) world.confirm(first, person);
  const std::string auditor = testing::World::auditor();
  EXPECT_EQ(amount("tu-xac-nhan", 2, auditor), 3U);
  EXPECT_EQ(amount("tu-xac-nhan", 3, auditor), 1U);
  EXPECT_EQ(amount("tu-xac-nhan", 4, auditor), 0U) << "left out, or person 1 would be what is left";
  world.node.tell(identity::PersonMoved{PersonNo{1}, UnitNo{3}, {}});
  EXPECT_EQ(amount("tu-xac-nhan", 2, auditor), 3U);
  for (const std::uint32_t ward : {3U, 4U}) {
    EXPECT_THAT(records("tu-xac-nhan", ward, auditor), IsEmpty())
        << "3 less what both wards had would be person 1";
  }
  EXPECT_EQ(amount("tu-xac-nhan", 3, testing::World::ward()), 1U) << "its own officer sees names";
}

}  // namespace
}  // namespace lantoa::city::reach
