#include "city/reach/small_groups.h"

#include <gtest/gtest.h>

#include "city/reach/decide.h"
#include "city/reach/state.h"

namespace lantoa::city::reach {
namespace {

// City 1 over districts 2 and 3, wards 4, 5, 6 of district 2, ward 7 of district 3.
class Groups : public ::testing::Test {
 protected:
  Groups() {
    const auto open = [&](std::uint32_t no, std::uint32_t parent, organisation::Kind kind) {
      organisation::UnitOpened fact{UnitNo{no}, {}, "Đơn vị", std::to_string(no), kind, {}, {}};
      if (parent != 0) fact.parent = UnitNo{parent};
      tree.fold(fact);
    };
    open(1, 0, organisation::Kind::City);
    for (const std::uint32_t no : {2U, 3U}) open(no, 1, organisation::Kind::UrbanDistrict);
    for (const std::uint32_t no : {4U, 5U, 6U}) open(no, 2, organisation::Kind::Ward);
    open(7, 3, organisation::Kind::Ward);
  }

  void people(std::uint32_t unit, std::uint32_t count) {
    for (; count > 0; --count) {
      state.fold(identity::PersonRegistered{PersonNo{++persons}, UnitNo{unit}, false, false, {}},
                 {});
    }
  }
  const Item& item() {
    if (state.items() == 0) {
      state.fold(ItemOpened{ItemNo{1}, ArticleNo{1}, 1, PlanNo{1}, UnitNo{1}, {}}, {});
    }
    return state.item(ItemNo{1});
  }
  std::set<std::uint32_t> hidden(std::uint32_t parent, const Actor& actor = {}) {
    std::set<std::uint32_t> out;
    for (const UnitNo unit : SmallGroups(tree, item(), actor).hidden_below(UnitNo{parent})) {
      out.insert(unit.value);
    }
    return out;
  }
  bool hide(std::uint32_t unit, const Actor& actor = {}) {
    return SmallGroups(tree, item(), actor).hide(UnitNo{unit});
  }
  static Actor officer(std::uint32_t over, std::uint32_t home) {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.person = PersonNo{999};
    actor.home = UnitNo{home};
    actor.grants = {{Role::UnitOfficer, UnitNo{over}}};
    return actor;
  }

  organisation::State tree;
  State state{tree};
  std::uint32_t persons = 0;
};

TEST_F(Groups, LargeOnesAreShown) {
  for (const std::uint32_t unit : {3U, 4U, 5U, 6U}) people(unit, 5);
  EXPECT_EQ(hidden(1), std::set<std::uint32_t>());
  EXPECT_EQ(hidden(2), std::set<std::uint32_t>());
  EXPECT_FALSE(hide(1) || hide(2) || hide(4));
}

TEST_F(Groups, ASmallOneTakesASecondWithIt) {
  people(4, 2);
  people(5, 9);
  people(6, 7);
  people(3, 9);
  EXPECT_EQ(hidden(2), (std::set<std::uint32_t>{4, 6}));
  EXPECT_TRUE(hide(4) && hide(6));
  EXPECT_FALSE(hide(5) || hide(2));
}

TEST_F(Groups, TwoSmallOnesCoverEachOther) {
  people(4, 3);
  people(5, 2);
  people(6, 7);
  EXPECT_EQ(hidden(2), (std::set<std::uint32_t>{4, 5}));
}

TEST_F(Groups, ThoseAtTheUnitItselfFollowFromTheRest) {
  people(2, 2);
  for (const std::uint32_t unit : {4U, 5U, 6U}) people(unit, 8);
  EXPECT_EQ(hidden(2), (std::set<std::uint32_t>{4}));
  people(2, 3);
  EXPECT_EQ(hidden(2), std::set<std::uint32_t>());
}

TEST_F(Groups, WhatIsBelowAHiddenUnitIsHiddenToo) {
  people(7, 6);   // all of district 3
  people(1, 3);   // of the city itself: district 3 has to hide them
  people(4, 20);  // all of district 2
  EXPECT_EQ(hidden(1), (std::set<std::uint32_t>{3}));
  EXPECT_EQ(hidden(3), (std::set<std::uint32_t>{7}));
  EXPECT_TRUE(hide(7));
  EXPECT_FALSE(hide(4));
}

TEST_F(Groups, TheirOwnOfficerSeesThem) {
  people(4, 2);
  people(5, 9);
  people(6, 7);
  EXPECT_FALSE(hide(4, officer(4, 4)));
  EXPECT_TRUE(hide(4, officer(2, 2))) << "from above one sees figures of groups only";
  EXPECT_FALSE(hide(4, officer(2, 4))) << "who has the right from above and works there";
}

TEST_F(Groups, AHomeOutsideTheGrantGivesNoNames) {
  EXPECT_TRUE(is_own_unit(tree, officer(4, 4), Right::SeeNames, UnitNo{4}));
  EXPECT_TRUE(is_own_unit(tree, officer(2, 4), Right::SeeNames, UnitNo{4}));
  EXPECT_FALSE(is_own_unit(tree, officer(7, 4), Right::SeeNames, UnitNo{4}));
  EXPECT_FALSE(is_own_unit(tree, officer(2, 2), Right::SeeNames, UnitNo{4}));
}

}  // namespace
}  // namespace lantoa::city::reach
