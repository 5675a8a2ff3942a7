// What serving leaves of the process's descriptors.
#include "app/listen.h"

#include <gtest/gtest.h>

namespace lantoa::app {
namespace {

TEST(Listen, ConnectionsLeaveAReserveOfDescriptors) {
  EXPECT_EQ(connections_within(1'048'576), 1'048'320U);
  EXPECT_EQ(connections_within(1'024), 768U);
  EXPECT_EQ(connections_within(512), 256U);
  EXPECT_EQ(connections_within(100), 50U);
  EXPECT_EQ(connections_within(0), 0U);
}

}  // namespace
}  // namespace lantoa::app
