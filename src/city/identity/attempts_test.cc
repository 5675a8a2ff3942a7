#include "city/identity/attempts.h"

#include <gtest/gtest.h>

namespace lantoa::city::identity {
namespace {

const Instant start = *parse_iso_instant("2021-05-12T08:00:00+07:00");

Instant later(std::int64_t minutes) { return {start.ms + minutes * 60'000}; }

TEST(Attempts, TheEleventhWaitsUntilTheFirstIsOld) {
  Attempts attempts;
  for (std::size_t i = 0; i < attempts_max; ++i) {
    ASSERT_TRUE(attempts.admit("mau", later(static_cast<std::int64_t>(i)))) << i;
  }
  const auto refused = attempts.admit("mau", later(10));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::TooOften);
  EXPECT_NE(refused.error().text.vi.find("08:15 12/05/2021"), std::string::npos)
      << refused.error().text.vi;
  EXPECT_TRUE(attempts.admit("khac", later(10)));
  EXPECT_FALSE(attempts.admit("mau", later(14)));
  EXPECT_TRUE(attempts.admit("mau", later(15)));
  EXPECT_FALSE(attempts.admit("mau", later(15)));
}

TEST(Attempts, TheRightPasswordForgets) {
  Attempts attempts;
  for (std::size_t i = 0; i < attempts_max; ++i) ASSERT_TRUE(attempts.admit("mau", start));
  attempts.forget("mau");
  EXPECT_TRUE(attempts.admit("mau", start));
}

TEST(Attempts, RemembersABoundedNumberOfLogins) {
  Attempts attempts;
  for (std::size_t i = 0; i < attempted_logins_max; ++i) {
    ASSERT_TRUE(attempts.admit(std::to_string(i), start));
  }
  EXPECT_EQ(attempts.admit("mau", later(1)).error().code, Code::TooOften);
  EXPECT_TRUE(attempts.admit("5", later(1)));
  EXPECT_TRUE(attempts.admit("mau", later(15)));
}

}  // namespace
}  // namespace lantoa::city::identity
