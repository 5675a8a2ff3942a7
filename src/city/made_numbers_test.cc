#include "city/made_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MadeNumbers, AreReadBackFromTheAnswer) {
  const std::string answer = with_numbers("/hoat-dong?don-vi=3&xong=da-nhap", 41, 3);
  EXPECT_EQ(made_numbers(answer).address, "/hoat-dong?don-vi=3&xong=da-nhap");
  EXPECT_THAT(made_numbers(answer).numbers, ElementsAre(41U, 42U, 43U));
}

TEST(MadeNumbers, OfOtherAnswersThereAreNone) {
  for (const char* answer : {"", "/ke-hoach/3?xong=luu", "/a\n", "/a\nb", "/a\n4", "/a\n4+"}) {
    EXPECT_THAT(made_numbers(answer).numbers, IsEmpty()) << answer;
  }
  EXPECT_EQ(made_numbers("/ke-hoach/3").address, "/ke-hoach/3");
}

}  // namespace
}  // namespace lantoa::city
