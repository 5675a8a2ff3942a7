// What a copy is told against what is true, over random histories.
#include "city/changes.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "city/numbers.h"

namespace lantoa::city {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers numbers_of(const ChangesPage<ActivityNo>& page) {
  Numbers out;
  for (const ActivityNo no : page.items) out.push_back(no.value);
  return out;
}

constexpr auto all_fit = [](ActivityNo) { return true; };

TEST(Changes, AreInTheOrderOfTheLastOne) {
  Changes<ActivityNo> changes;
  changes.touch(ActivityNo{1}, 10);
  changes.touch(ActivityNo{2}, 11);
  changes.touch(ActivityNo{3}, 14);
  changes.touch(ActivityNo{1}, 15);
  EXPECT_EQ(changes.of(ActivityNo{1}), 15U);
  EXPECT_EQ(changes.of(ActivityNo{2}), 11U);
  EXPECT_EQ(changes.of(ActivityNo{4}), 0U);
  const auto all = changes.page(0, 20, {10}, all_fit);
  EXPECT_EQ(numbers_of(all), (Numbers{2, 3, 1}));
  EXPECT_EQ(all.up_to, 20U) << "the ledger's head: nothing changed since";
  EXPECT_FALSE(all.more);
  EXPECT_EQ(numbers_of(changes.page(11, 20, {10}, all_fit)), (Numbers{3, 1}));
  EXPECT_EQ(numbers_of(changes.page(15, 20, {10}, all_fit)), Numbers{});
  EXPECT_EQ(changes.page(25, 20, {10}, all_fit).up_to, 25U) << "it never goes back";
}

TEST(Changes, APageEndsBetweenTwoPositions) {
  Changes<ActivityNo> changes;
  for (std::uint32_t no = 1; no <= 3; ++no) changes.touch(ActivityNo{no}, 5);
  changes.touch(ActivityNo{4}, 6);
  const auto first = changes.page(0, 9, {2}, all_fit);
  EXPECT_EQ(numbers_of(first), (Numbers{1, 2, 3})) << "what one fact changed is told together";
  EXPECT_EQ(first.up_to, 5U);
  EXPECT_TRUE(first.more);
  const auto second = changes.page(first.up_to, 9, {2}, all_fit);
  EXPECT_EQ(numbers_of(second), Numbers{4});
  EXPECT_EQ(second.up_to, 9U);
  EXPECT_FALSE(second.more);
}

TEST(Changes, WhoLooksAtSoManyIsToldHowFarHeCame) {
  Changes<ActivityNo> changes;
  for (std::uint32_t no = 1; no <= 9; ++no) changes.touch(ActivityNo{no}, 10 + no);
  const auto page = changes.page(0, 30, {5, 4}, [](ActivityNo no) { return no.value == 9; });
  EXPECT_EQ(numbers_of(page), Numbers{});
  EXPECT_EQ(page.up_to, 14U) << "empty, and yet not the last";
  EXPECT_TRUE(page.more);
}

TEST(Changes, APositionBelowAnEarlierOneCountsAsThat) {
  Changes<ActivityNo> changes;
  changes.touch(ActivityNo{1}, 7);
  changes.touch(ActivityNo{2}, 0);
  EXPECT_EQ(changes.of(ActivityNo{2}), 7U);
  EXPECT_EQ(numbers_of(changes.page(6, 9, {10}, all_fit)), (Numbers{1, 2}));
}

// Thousands of changes of a few items: what no longer counts is swept out and nothing is lost.
TEST(Changes, ACopyThatAsksNowAndThenHasMissedNothing) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::mt19937 random(seed);
    Changes<ActivityNo> changes;
    std::map<std::uint32_t, std::uint64_t> truth, copy;  // position by number
    std::uint64_t head = 0, asked_up_to = 0;
    const auto ask = [&](std::size_t rows, std::size_t looks) {
      const auto page = changes.page(asked_up_to, head, {rows, looks}, all_fit);
      std::uint64_t before = asked_up_to;
      for (const ActivityNo no : page.items) {
        const std::uint64_t position = changes.of(no);
        EXPECT_GE(position, before) << "in their order";
        EXPECT_GT(position, asked_up_to);
        EXPECT_LE(position, page.up_to);
        before = position;
        copy[no.value] = position;
      }
      EXPECT_TRUE(page.up_to > asked_up_to || !page.more) << "it goes on";
      asked_up_to = page.up_to;
      return page.more;
    };
    for (int step = 0; step < 6'000; ++step) {
      head += random() % 3;
      const std::uint32_t first = 1 + static_cast<std::uint32_t>(random() % 50);
      const std::uint32_t several = random() % 10 == 0 ? 5 : 1;
      for (std::uint32_t no = first; no < first + several; ++no) {
        changes.touch(ActivityNo{no}, ++head);
        if (several > 1) --head;  // one fact about all of them
        truth[no] = changes.of(ActivityNo{no});
      }
      if (several > 1) ++head;
      if (random() % 20 == 0) ask(1 + random() % 7, 1 + random() % 9);
    }
    while (ask(1 + random() % 7, 1 + random() % 9)) {
    }
    EXPECT_EQ(copy, truth) << seed;
    EXPECT_EQ(asked_up_to, head);
  }
}

}  // namespace
}  // namespace lantoa::city
