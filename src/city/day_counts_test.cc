#include "city/day_counts.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace lantoa::city {
namespace {

TEST(DayCounts, BothEndsOfAPeriodBelongToIt) {
  DayCounts counts;
  counts.add(Date{10}, 3);
  counts.add(Date{12}, 4);
  counts.add(Date{10}, 1);
  EXPECT_EQ(counts.between(Date{10}, Date{12}), 8U);
  EXPECT_EQ(counts.between(Date{11}, Date{12}), 4U);
  EXPECT_EQ(counts.between(Date{10}, Date{11}), 4U);
  EXPECT_EQ(counts.between(Date{13}, Date{10}), 0U) << "a period that ends before it begins";
}

TEST(DayCounts, WhatWasTakenLeavesNothingBehind) {
  DayCounts counts;
  counts.add(Date{10}, 2);
  counts.take(Date{10}, 2);
  counts.take(Date{10}, 1);
  counts.take(Date{99}, 1);
  EXPECT_EQ(counts, DayCounts{});
}

TEST(DayCounts, AreWhatIsCountedAfreshInWhateverOrderDaysCome) {
  std::mt19937 random(97);
  DayCounts counts;
  std::map<Date, std::uint64_t> wanted;
  for (int step = 0; step < 500; ++step) {
    const Date day{static_cast<std::int32_t>(random() % 60)};
    const std::uint64_t count = random() % 3;
    if (random() % 3 == 0) {
      const auto taken = std::min(wanted[day], count);
      counts.take(day, count);
      wanted[day] -= taken;
    } else {
      counts.add(day, count);
      wanted[day] += count;
    }
    const Date from{static_cast<std::int32_t>(random() % 60)};
    const Date to{static_cast<std::int32_t>(random() % 60)};
    std::uint64_t sum = 0;
    for (const auto& [one, of] : wanted) sum += from <= one && one <= to ? of : 0;
    EXPECT_EQ(counts.between(from, to), sum);
  }
}

}  // namespace
}  // namespace lantoa::city
