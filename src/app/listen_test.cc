// What serving leaves of the process's descriptors, and whom it believes about visitors.
#include "app/listen.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "app/commands.h"
#include "kernel/testing_folder.h"

namespace lantoa::app {
namespace {

TEST(Listen, ConnectionsLeaveAReserveOfDescriptors) {
  EXPECT_EQ(connections_within(1'048'576), 1'048'320U);
  EXPECT_EQ(connections_within(1'024), 768U);
  EXPECT_EQ(connections_within(512), 256U);
  EXPECT_EQ(connections_within(100), 50U);
  EXPECT_EQ(connections_within(0), 0U);
}

TEST(Listen, ProxiesAreGivenAsListsOnceOrOften) {
  EXPECT_TRUE(read_proxies({}).value().empty());
  const auto some = read_proxies({"10.0.0.5,10.1.0.0/16", "::1"});
  ASSERT_TRUE(some);
  for (const char* in : {"10.0.0.5", "10.1.2.3", "::1"}) EXPECT_TRUE(some->contain(in)) << in;
  EXPECT_FALSE(some->contain("127.0.0.1"));
}

TEST(Listen, AProxyThatIsNoneIsNamedWithItsOption) {
  const auto read = read_proxies({"10.0.0.5", "10.1.0.0/16,proxy.example"});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::Invalid);
  for (const std::string& said : {read.error().text.vi, read.error().text.en}) {
    EXPECT_THAT(said, testing::HasSubstr("--behind-proxy"));
    EXPECT_THAT(said, testing::HasSubstr("“proxy.example”"));
  }
}

// And nothing was loaded.
TEST(Listen, TheDemoDoesNotStartBehindANetworkThatIsNone) {
  const TestFolder own;
  DemoOptions options;
  options.place.data = own.path() / "demo";
  options.behind_proxy = {"10.1.2.3/16"};
  testing::internal::CaptureStderr();
  EXPECT_EQ(demo(options), 2);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("10.1.0.0/16"));
  EXPECT_FALSE(std::filesystem::exists(options.place.data));
}

}  // namespace
}  // namespace lantoa::app
