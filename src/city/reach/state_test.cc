// The small rules of counting, by hand; random histories stand in tally_test.cc.
#include "city/reach/state.h"

#include <gtest/gtest.h>

#include "city/reach/testing_world.h"

namespace lantoa::city::reach {
namespace {

class Reach : public ::testing::Test, public testing_world::FoldedWorld {};

TEST_F(Reach, CountsRiseAlongThePathToTheRoot) {
  const PersonNo person = add(5);
  add(6);
  open_item();
  record({person.value});
  EXPECT_EQ(count(5).reached, 1U);
  EXPECT_EQ(count(2).reached, 1U);
  EXPECT_EQ(count(1).reached, 1U);
  EXPECT_EQ(count(6).reached, 0U);
  EXPECT_EQ(count(1).audience, 2U);
  EXPECT_EQ(state.unreached(state.item(ItemNo{1}), UnitNo{6}).size(), 1U);
  EXPECT_TRUE(state.unreached(state.item(ItemNo{1}), UnitNo{5}).empty());
}

TEST_F(Reach, APersonCountsOnceAndACorrectionOnlyUnreachesTheLast) {
  const PersonNo person = add(5);
  open_item();
  const auto first = record({person.value}, Channel::Portal);
  const auto second = record({person.value}, Channel::Meeting);
  EXPECT_EQ(count(1).reached, 1U);
  correct(first, person);
  EXPECT_EQ(count(1).reached, 1U);
  EXPECT_FALSE(state.item(ItemNo{1}).has_receipt(person, Channel::Portal));
  correct(first, person);  // again: nothing
  EXPECT_EQ(count(1).reached, 1U);
  correct(second, person);
  EXPECT_EQ(count(1).reached, 0U);
  record({person.value});
  EXPECT_EQ(count(1).reached, 1U);
}

TEST_F(Reach, ACorrectionOfSomebodyElseChangesNothing) {
  const PersonNo person = add(5);
  const PersonNo other = add(5);
  open_item();
  const auto receipt = record({person.value});
  correct(receipt, other);
  correct(receipt + 100, person);
  EXPECT_EQ(count(1).reached, 1U);
}

TEST_F(Reach, PeopleMoveJoinAndLeave) {
  const PersonNo person = add(5);
  open_item();
  record({person.value});
  tell(identity::PersonMoved{person, UnitNo{13}, {}});
  EXPECT_EQ(count(2).reached, 0U);
  EXPECT_EQ(count(2).audience, 0U);
  EXPECT_EQ(count(4).reached, 1U);
  const PersonNo newcomer = add(13);
  EXPECT_EQ(count(13).audience, 2U);
  tell(identity::PersonLeft{person, {}});
  EXPECT_EQ(count(1).reached, 0U);
  EXPECT_EQ(count(1).audience, 1U);
  EXPECT_EQ(state.unreached(state.item(ItemNo{1}), UnitNo{13}), std::vector{newcomer});
}

TEST_F(Reach, TheAudienceIsThePlansScopeAndRule) {
  add(5);
  const PersonNo key = add(5, true);
  add(8, true);
  open_item(plan::Audience::KeyOfficials, 2);
  EXPECT_EQ(count(1).audience, 1U);
  EXPECT_TRUE(state.item(ItemNo{1}).must_know(key));
  // Moving into the scope makes one part of it, moving out ends it.
  tell(identity::PersonMoved{PersonNo{3}, UnitNo{6}, {}});
  EXPECT_EQ(count(2).audience, 2U);
  tell(identity::PersonMoved{key, UnitNo{8}, {}});
  EXPECT_EQ(count(2).audience, 1U);
  EXPECT_EQ(count(3).audience, 0U);
}

}  // namespace
}  // namespace lantoa::city::reach
