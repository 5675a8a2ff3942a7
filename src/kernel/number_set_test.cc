#include "kernel/number_set.h"

#include <gtest/gtest.h>

#include <random>

namespace lantoa {
namespace {

TEST(NumberSet, WhatItWritesItReads) {
  std::mt19937 random(2021);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::uint32_t> numbers(random() % 40);
    for (std::uint32_t& n : numbers) n = static_cast<std::uint32_t>(1 + random() % 60);
    const NumberSet set = NumberSet::of(numbers);
    const auto read = NumberSet::parse(set.text());
    ASSERT_TRUE(read) << set.text();
    ASSERT_EQ(*read, set) << set.text();
  }
}

TEST(NumberSet, ReachesTheEndsOfTheNumbers) {
  const NumberSet set = NumberSet::of({4'294'967'295U, 1, 4'294'967'294U});
  EXPECT_EQ(set.text(), "1,4294967294-4294967295");
  EXPECT_EQ(*NumberSet::parse(set.text()), set);
  EXPECT_FALSE(NumberSet::parse("4294967296"));
  EXPECT_FALSE(NumberSet::parse("4294967295,0"));
}

TEST(NumberSet, ARangeIsNotBelievedBeyondTheLimit) {
  const std::string most = std::to_string(number_set_size_max);
  EXPECT_FALSE(NumberSet::parse("0-" + most));
  EXPECT_FALSE(NumberSet::parse("1-100,4000000000-4019999900"));
  EXPECT_FALSE(NumberSet::parse("1-4294967295"));
}

TEST(NumberSet, OfAFormIsBoundedByWhatItCanHold) {
  EXPECT_EQ(NumberSet::parse_up_to("1-3,9", 4)->numbers.size(), 4U);
  EXPECT_FALSE(NumberSet::parse_up_to("1-3,9", 3));
  EXPECT_FALSE(NumberSet::parse_up_to("1-4", 3));
  EXPECT_TRUE(NumberSet::parse_up_to("", 0));
}

TEST(NumberSet, RefusesOtherForms) {
  for (const char* text : {" 1", "1 ", "+1", "-1", "1--2", "1,,2", "1;2", "1-1", "0x1", "1.0"}) {
    EXPECT_FALSE(NumberSet::parse(text)) << text;
  }
}

}  // namespace
}  // namespace lantoa
