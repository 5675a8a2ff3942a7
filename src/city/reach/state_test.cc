// The counters against a naive recount, over random histories; and the small rules by hand.
#include "city/reach/state.h"

#include <gtest/gtest.h>

#include <random>

namespace lantoa::city::reach {
namespace {

// A tree of 1 + 3 + 9 units: city, districts 2-4, wards 5-13.
void open_tree(organisation::State& tree) {
  for (std::uint32_t no = 1; no <= 13; ++no) {
    organisation::UnitOpened fact{UnitNo{no},
                                  {},
                                  "Đơn vị " + std::to_string(no),
                                  std::to_string(no),
                                  organisation::Kind::Ward,
                                  {},
                                  {}};
    if (no > 1) fact.parent = UnitNo{no <= 4 ? 1 : (no - 5) / 3 + 2};
    tree.fold(fact);
  }
}

class Reach : public ::testing::Test {
 protected:
  Reach() : state(tree) { open_tree(tree); }

  PersonNo add(std::uint32_t unit, bool key = false) {
    const PersonNo person{++persons};
    state.fold(identity::PersonRegistered{person, UnitNo{unit}, key, true, {}});
    return person;
  }
  void open_item(plan::Audience audience = plan::Audience::Everybody, std::uint32_t scope = 1) {
    state.fold(
        ItemOpened{ItemNo{state.items() + 1}, ArticleNo{1}, 1, PlanNo{1}, UnitNo{scope}, audience},
        Instant{});
  }
  std::uint64_t record(std::vector<std::uint32_t> who, Channel channel = Channel::Portal) {
    state.fold(ReceiptsRecorded{ItemNo{1}, channel, NumberSet::of(std::move(who)), {}, {}}, ++seq,
               Instant{});
    return seq;
  }
  void correct(std::uint64_t receipt, PersonNo person) {
    state.fold(ReceiptCorrected{ItemNo{1}, receipt, person, PersonNo{1}});
  }
  Count count(std::uint32_t unit) const { return state.item(ItemNo{1}).count(UnitNo{unit}); }

  organisation::State tree;
  State state;
  std::uint32_t persons = 0;
  std::uint64_t seq = 0;
};

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
  state.fold(identity::PersonMoved{person, UnitNo{13}, {}});
  EXPECT_EQ(count(2).reached, 0U);
  EXPECT_EQ(count(2).audience, 0U);
  EXPECT_EQ(count(4).reached, 1U);
  const PersonNo newcomer = add(13);
  EXPECT_EQ(count(13).audience, 2U);
  state.fold(identity::PersonLeft{person, {}});
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
  state.fold(identity::PersonMoved{PersonNo{3}, UnitNo{6}, {}});
  EXPECT_EQ(count(2).audience, 2U);
  state.fold(identity::PersonMoved{key, UnitNo{8}, {}});
  EXPECT_EQ(count(2).audience, 1U);
  EXPECT_EQ(count(3).audience, 0U);
}

// What the counters must say, computed the slow way from the receipts themselves.
Count recount(const State& state, const organisation::State& tree, UnitNo unit,
              std::uint32_t persons) {
  const Item& item = state.item(ItemNo{1});
  Count count;
  for (std::uint32_t number = 1; number <= persons; ++number) {
    const PersonNo person{number};
    const UnitNo home = state.home(person);
    if (!home || !tree.is_within(home, unit) || !tree.is_within(home, item.scope())) continue;
    ++count.audience;
    bool reached = false;
    for (const ReceiptFact& receipt : item.receipts()) {
      const bool named = std::find(receipt.persons.begin(), receipt.persons.end(), number) !=
                         receipt.persons.end();
      reached = reached || (named && !item.is_corrected(receipt.seq, person));
    }
    if (reached) ++count.reached;
  }
  return count;
}

TEST_F(Reach, CountersEqualANaiveRecountOverRandomHistories) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    organisation::State one_tree;
    open_tree(one_tree);
    State one(one_tree);
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    std::uint32_t people = 0;
    std::uint64_t at = 0;
    bool opened = false;
    for (int step = 0; step < 400; ++step) {
      const std::uint32_t unit = 1 + below(13);
      const std::uint32_t who = people == 0 ? 0 : 1 + below(people);
      switch (below(6)) {
        case 0:
          one.fold(identity::PersonRegistered{PersonNo{++people}, UnitNo{unit}, false, true, {}});
          break;
        case 1:
          if (who != 0) one.fold(identity::PersonMoved{PersonNo{who}, UnitNo{unit}, {}});
          break;
        case 2:
          if (who != 0 && below(4) == 0) one.fold(identity::PersonLeft{PersonNo{who}, {}});
          break;
        case 3:
          if (!opened) {
            one.fold(ItemOpened{ItemNo{1}, ArticleNo{1}, 1, PlanNo{1}, UnitNo{1 + below(3)},
                                plan::Audience::Everybody},
                     Instant{});
            opened = true;
          }
          break;
        case 4:
          if (opened && who != 0) {
            one.fold(ReceiptsRecorded{ItemNo{1},
                                      below(2) == 0 ? Channel::Portal : Channel::Meeting,
                                      NumberSet::of({who, 1 + below(people)}),
                                      {},
                                      {}},
                     ++at, Instant{});
          }
          break;
        case 5:
          if (opened && who != 0 && at != 0) {
            one.fold(ReceiptCorrected{ItemNo{1}, 1 + below(static_cast<std::uint32_t>(at)),
                                      PersonNo{who}, PersonNo{1}});
          }
          break;
      }
    }
    if (!opened) continue;
    for (std::uint32_t unit = 1; unit <= 13; ++unit) {
      const Count expected = recount(one, one_tree, UnitNo{unit}, people);
      const Count counted = one.item(ItemNo{1}).count(UnitNo{unit});
      EXPECT_EQ(counted.audience, expected.audience) << "seed " << seed << " unit " << unit;
      EXPECT_EQ(counted.reached, expected.reached) << "seed " << seed << " unit " << unit;
    }
  }
}

}  // namespace
}  // namespace lantoa::city::reach
