#include "city/opening.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

TEST(Opening, IsOfWholeWordsByCharacters) {
  EXPECT_EQ(opening_of("Phường họp", 10), "Phường họp");
  EXPECT_EQ(opening_of("Phường họp", 9), "Phường…");
  EXPECT_EQ(opening_of("Phường họp giao ban", 10), "Phường họp…");
  EXPECT_EQ(opening_of("Một\nhai", 20), "Một hai");
  EXPECT_EQ(opening_of("Phường", 3), "Phư…") << "a word that is too long by itself";
  EXPECT_EQ(opening_of("", 3), "");
}

}  // namespace
}  // namespace lantoa::city
