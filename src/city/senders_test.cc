#include "city/senders.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

TEST(Senders, OfOneNetworkAreCountedTogether) {
  Senders senders(3, {"Gửi lại sau.", "Send it later."});
  Instant now{0};
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(senders.admit("203.0.113." + std::to_string(i), now));
  }
  const auto refused = senders.admit("203.0.113.99", now);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::TooOften);
  EXPECT_EQ(refused.error().text.vi, "Gửi lại sau.");
  EXPECT_TRUE(senders.admit("203.0.114.1", now));
  now.ms += senders_window_ms;
  EXPECT_TRUE(senders.admit("203.0.113.99", now));
}

TEST(Senders, AFloodFromEverywhereShutsNobodyOut) {
  Senders senders(1, {});
  Instant now{0};
  for (std::size_t i = 0; i < senders_max; ++i) {
    now.ms += 1;
    const std::string third = std::to_string(i % 250);
    const std::string second = std::to_string(i / 250);
    ASSERT_TRUE(senders.admit("10." + second + "." + third + ".1", now));
  }
  EXPECT_TRUE(senders.admit("203.0.113.1", now));
  EXPECT_FALSE(senders.admit("203.0.113.2", now));
  EXPECT_TRUE(senders.admit("10.0.0.1", now)) << "the longest silent was forgotten";
}

TEST(Senders, NetworksAreReadFromAddresses) {
  EXPECT_EQ(network_of("203.0.113.7"), "203.0.113.0");
  EXPECT_EQ(network_of("::ffff:203.0.113.7"), "203.0.113.0");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
  EXPECT_EQ(network_of("2001:db8::6"), network_of("2001:db8::7"));
  EXPECT_EQ(network_of("::2"), "::");
  EXPECT_EQ(network_of("127.0.0.1"), "");
  EXPECT_EQ(network_of("::1"), "");
  EXPECT_EQ(network_of(""), "");
}

// Zeros are left out where they make the text shortest, which need not be in the network's part.
TEST(Senders, ANetworkHasOneName) {
  EXPECT_EQ(network_of("2001:db8::2:3:4:5"), network_of("2001:db8:0:0:1::"));
  EXPECT_NE(network_of("2001:db8:0:1::"), network_of("2001:db8::"));
}

TEST(Senders, ThisMachineIsNotCounted) {
  Senders senders(1, {});
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(senders.admit("127.0.0.1", Instant{0}));
}

}  // namespace
}  // namespace lantoa::city
