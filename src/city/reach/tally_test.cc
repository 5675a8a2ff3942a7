// Counters and tallies against a naive recount, over random histories and at any of their facts.
#include "city/reach/tally.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "city/reach/decide.h"
#include "city/reach/testing_world.h"

namespace lantoa::city::reach {
namespace {

using testing_world::FoldedWorld;
using testing_world::units;

// Person by person and receipt by receipt, as somebody with paper would count.
Count by_hand(const FoldedWorld& world, const State& state, UnitNo unit, const Filter& filter) {
  const Item& item = state.item(ItemNo{1});
  Count count;
  for (std::uint32_t number = 1; number <= world.persons; ++number) {
    const PersonNo person{number};
    const UnitNo home = state.home(person);
    if (!home || !world.tree.is_within(home, unit) || !world.tree.is_within(home, item.scope()) ||
        (filter.key_officials && !state.is_key_official(person))) {
      continue;
    }
    ++count.audience;
    bool reached = false;
    bool own = false;
    for (const ReceiptFact& receipt : item.receipts()) {
      if (!filter.channels.has(receipt.channel) || item.is_corrected(receipt.seq, person) ||
          std::find(receipt.persons.begin(), receipt.persons.end(), number) ==
              receipt.persons.end()) {
        continue;
      }
      reached = true;
      own = own || !receipt.by;
    }
    count.reached += reached ? 1 : 0;
    count.by_proxy += reached && !own ? 1 : 0;
  }
  return count;
}

TEST(Tally, CountersAndFiltersEqualACountByHandOverRandomHistories) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    FoldedWorld world;
    world.live(seed, 400);
    if (world.state.items() == 0) continue;
    for (int which = 0; which < 4; ++which) {
      Filter filter;
      if ((which & 1) != 0) filter.channels = ChannelSet::only({Channel::Meeting});
      filter.key_officials = (which & 2) != 0;
      const Tally tally(world.state, world.tree, world.item(), filter);
      for (std::uint32_t no = 1; no <= units; ++no) {
        const Count expected = by_hand(world, world.state, UnitNo{no}, filter);
        EXPECT_EQ(tally.count(UnitNo{no}), expected) << "seed " << seed << " unit " << no;
        if (filter.is_plain()) {
          EXPECT_EQ(world.count(no), expected) << "seed " << seed;
        }
      }
    }
  }
}

// "As on that day" is what the ledger said then, also for people who moved, left or joined since
// and for receipts that were corrected since.
TEST(Tally, AtAnyFactItEqualsTheCountersOfALedgerThatEndsThere) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    FoldedWorld world;
    world.live(seed, 300);
    if (world.state.items() == 0) continue;
    std::mt19937 random(seed);
    for (int i = 0; i < 12; ++i) {
      const std::uint64_t up_to = random() % (world.head() + 1);
      Filter filter;
      filter.up_to = up_to;
      const Tally tally(world.state, world.tree, world.item(), filter);
      State then(world.tree);
      world.tell_again(then, up_to);
      for (std::uint32_t no = 1; no <= units; ++no) {
        const Count expected = then.items() == 0 ? Count{} : then.item(ItemNo{1}).count(UnitNo{no});
        ASSERT_EQ(tally.count(UnitNo{no}), expected) << "seed " << seed << " up to " << up_to;
      }
    }
  }
}

TEST(Tally, TheEvidenceNamesExactlyThePersonsCounted) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    FoldedWorld world;
    world.live(seed, 300);
    if (world.state.items() == 0) continue;
    Filter filter;
    filter.up_to = world.head() - world.head() / 3;
    const Tally tally(world.state, world.tree, world.item(), filter);
    for (std::uint32_t no = 1; no <= units; ++no) {
      std::set<PersonNo> persons;
      std::uint64_t last = 0;
      for (const Evidence& one :
           evidence(world.state, world.tree, world.item(), UnitNo{no}, filter)) {
        EXPECT_GT(one.receipt->seq, last);
        last = one.receipt->seq;
        persons.insert(one.persons.begin(), one.persons.end());
      }
      EXPECT_LE(last, *filter.up_to);
      EXPECT_EQ(persons.size(), tally.count(UnitNo{no}).reached) << "seed " << seed;
    }
  }
}

// Confirmations of one batch become one fact; counting it must equal counting them one by one.
TEST(Tally, JoinedConfirmationsCountAsOneByOne) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    FoldedWorld apart;
    apart.live(seed, 200);
    if (apart.state.items() == 0 || apart.persons == 0) continue;
    State together(apart.tree);
    apart.tell_again(together, apart.head());
    std::mt19937 random(seed);
    std::vector<ReceiptsRecorded> batch;
    for (std::uint32_t no = 1; no <= apart.persons; ++no) {
      const bool again = apart.item().has_receipt(PersonNo{no}, Channel::Portal);
      if (again || random() % 2 == 0) continue;
      batch.push_back({ItemNo{1}, Channel::Portal, NumberSet{{no}}, {}, {}});
    }
    if (batch.empty()) continue;
    std::shuffle(batch.begin(), batch.end(), random);
    for (const ReceiptsRecorded& one : batch) apart.tell(one);
    together.fold(unite(batch), {apart.head(), {}, {}, {}});
    for (std::uint32_t no = 1; no <= units; ++no) {
      EXPECT_EQ(together.item(ItemNo{1}).count(UnitNo{no}), apart.count(no)) << "seed " << seed;
    }
  }
}

TEST(Tally, WhatAClerkEnteredIsByProxyUntilThePersonConfirms) {
  FoldedWorld world;
  const PersonNo person = world.add(5);
  world.open_item();
  world.record({person.value}, Channel::Meeting, PersonNo{1});
  EXPECT_EQ(world.count(1), (Count{1, 1, 1}));
  const auto own = world.record({person.value}, Channel::Portal);
  EXPECT_EQ(world.count(1), (Count{1, 1, 0}));
  world.correct(own, person);
  EXPECT_EQ(world.count(1), (Count{1, 1, 1}));
}

TEST(Tally, WhatIsKnownTodayOfAnEarlierDayHeedsCorrectionsMadeSince) {
  FoldedWorld world;
  const PersonNo person = world.add(5);
  world.open_item();
  const auto receipt = world.record({person.value});
  const std::uint64_t then = world.head();
  world.add(5);
  world.correct(receipt, person);
  Filter filter{.up_to = then};
  EXPECT_EQ(Tally(world.state, world.tree, world.item(), filter).count(UnitNo{1}),
            (Count{1, 1, 0}));
  filter.corrected_since = true;
  EXPECT_EQ(Tally(world.state, world.tree, world.item(), filter).count(UnitNo{1}),
            (Count{1, 0, 0}));
  const auto behind = evidence(world.state, world.tree, world.item(), UnitNo{1}, filter);
  ASSERT_EQ(behind.size(), 1U);
  EXPECT_TRUE(behind[0].persons.empty());
  EXPECT_EQ(behind[0].corrected, std::vector{person});
}

}  // namespace
}  // namespace lantoa::city::reach
