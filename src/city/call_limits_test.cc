#include "city/call_limits.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

constexpr Instant begin{1'000'000'000'000};
constexpr Instant later(std::int64_t ms) { return {begin.ms + ms}; }

TEST(Bucket, GivesSoManyAtOnceAndThenSoManyAMinute) {
  Bucket bucket({3, 60}, begin);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(bucket.take(begin), 0) << i;
  EXPECT_EQ(bucket.take(begin), 1'000);
  EXPECT_EQ(bucket.take(later(400)), 600);
  EXPECT_EQ(bucket.take(later(999)), 1);
  EXPECT_EQ(bucket.take(later(1'000)), 0);
  EXPECT_EQ(bucket.take(later(1'000)), 1'000);
}

// Whoever waits as long as he is told is let in, and not a ms later.
TEST(Bucket, SaysHowLongToWait) {
  for (const std::int64_t per_minute : {1, 7, 120, 600, 70'000}) {
    Bucket bucket({1, per_minute}, begin);
    EXPECT_EQ(bucket.take(begin), 0);
    const std::int64_t wait = bucket.take(begin);
    Bucket early = bucket;
    if (wait > 1) {
      EXPECT_NE(early.take(later(wait - 1)), 0) << per_minute;
    }
    EXPECT_EQ(bucket.take(later(wait)), 0) << per_minute;
  }
}

TEST(Bucket, FillsUpInARestAndNotBeyond) {
  Bucket bucket({5, 60}, begin);
  EXPECT_TRUE(bucket.is_full(begin));
  for (int i = 0; i < 5; ++i) bucket.take(begin);
  EXPECT_FALSE(bucket.is_full(later(4'999)));
  EXPECT_TRUE(bucket.is_full(later(5'000)));
  const Instant much_later = later(365 * day_ms);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(bucket.take(much_later), 0) << i;
  EXPECT_EQ(bucket.take(much_later), 1'000);
}

TEST(Bucket, IsNotUpsetByAClockThatIsSetBack) {
  Bucket bucket({1, 60}, begin);
  EXPECT_EQ(bucket.take(begin), 0);
  EXPECT_EQ(bucket.take(later(-3'600'000)), 1'000) << "nothing is given for it";
  EXPECT_EQ(bucket.take(later(-3'599'000)), 0) << "and the new time counts from there";
}

TEST(CallLimits, CountReadsAndWritesOfEachTokenApart) {
  using Kind = CallLimits::Kind;
  CallLimits limits;
  const TokenNo one{1};
  for (std::int64_t i = 0; i < writes_of_token.at_once; ++i) {
    ASSERT_EQ(limits.admit(one, Kind::Write, begin), 0U) << i;
  }
  EXPECT_EQ(limits.admit(one, Kind::Write, begin), 1U) << "half a second, in whole ones";
  EXPECT_EQ(limits.admit(one, Kind::Read, begin), 0U);
  EXPECT_EQ(limits.admit(TokenNo{2}, Kind::Write, begin), 0U);
  EXPECT_EQ(limits.admit(one, Kind::Write, later(500)), 0U);
  EXPECT_EQ(limits.admit(one, Kind::Write, later(500)), 1U);
}

// What is swept must not be one that has calls to its account.
TEST(CallLimits, AreNotForgottenByTheSweep) {
  using Kind = CallLimits::Kind;
  CallLimits limits;
  for (std::int64_t i = 0; i < writes_of_token.at_once; ++i) {
    limits.admit(TokenNo{1}, Kind::Write, begin);
  }
  const Instant minute = later(60'000);
  for (std::int64_t i = 0; i < writes_of_token.per_minute; ++i) {
    ASSERT_EQ(limits.admit(TokenNo{1}, Kind::Write, minute), 0U) << i;
  }
  EXPECT_NE(limits.admit(TokenNo{1}, Kind::Write, minute), 0U);
}

}  // namespace
}  // namespace lantoa::city
