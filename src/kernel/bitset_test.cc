#include "kernel/bitset.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace lantoa {
namespace {

TEST(Bitset, SetAndResetTellWhatChanged) {
  Bitset bits;
  EXPECT_TRUE(bits.set(7));
  EXPECT_FALSE(bits.set(7));
  EXPECT_TRUE(bits.reset(7));
  EXPECT_FALSE(bits.reset(7));
  EXPECT_FALSE(bits.test(7));
}

TEST(Bitset, WordsHaveEdges) {
  Bitset bits;
  for (const std::uint32_t n : {0U, 63U, 64U, 127U, 128U}) EXPECT_TRUE(bits.set(n)) << n;
  EXPECT_EQ(bits.count(), 5U);
  EXPECT_TRUE(bits.test(63) && bits.test(64));
  EXPECT_FALSE(bits.test(62) || bits.test(65));
}

TEST(Bitset, PastTheEndIsFalseAndDoesNotGrow) {
  Bitset bits;
  EXPECT_FALSE(bits.test(4'294'967'295U));
  EXPECT_FALSE(bits.reset(4'294'967'295U));
  EXPECT_EQ(bits.count(), 0U);
}

TEST(Bitset, LikeASetInAnyHistory) {
  std::mt19937 random(72);
  Bitset bits;
  std::set<std::uint32_t> plain;
  for (int step = 0; step < 5'000; ++step) {
    const auto n = static_cast<std::uint32_t>(random() % 700);
    if (random() % 3 != 0) {
      ASSERT_EQ(bits.set(n), plain.insert(n).second) << n;
    } else {
      ASSERT_EQ(bits.reset(n), plain.erase(n) == 1) << n;
    }
    ASSERT_EQ(bits.count(), plain.size());
  }
  for (std::uint32_t n = 0; n < 1'000; ++n) ASSERT_EQ(bits.test(n), plain.contains(n)) << n;
}

}  // namespace
}  // namespace lantoa
