#include "city/faults.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

TEST(Faults, CountsLettersNotBytes) {
  Faults faults;
  faults.limit("so", "Đường", 5);
  EXPECT_FALSE(faults.any());
  faults.limit("so", "Đường", 4);
  faults.need("ten", "", 10, {"Hãy ghi tên.", "Write a name."});
  const Problem problem = std::move(faults).problem();
  EXPECT_EQ(problem.field, "so");
  ASSERT_EQ(problem.details.size(), 2U);
  EXPECT_EQ(problem.details[1].text.vi, "Hãy ghi tên.");
}

TEST(OneLine, ComposesAndCollapses) {
  EXPECT_EQ(one_line("  Ha\xCC\x80\r\n\tNội  "), "Hà Nội");
  EXPECT_EQ(one_line(" \n "), "");
}

}  // namespace
}  // namespace lantoa::city
