// The golden table of routes with their rights. When a route is added or changes its right, the
// table is changed by hand: build/release/lantoa routes > src/app/routes.golden after reading the
// difference.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/house.h"

namespace lantoa::app {
namespace {

TEST(Routes, AreThoseOfTheGoldenTable) {
  SystemClock clock;
  std::istringstream nothing;
  const auto house = House::from_export(nothing, clock);
  ASSERT_TRUE(house) << house.error().text.en;
  std::ifstream file(std::string(LANTOA_SOURCE_DIR) + "/src/app/routes.golden");
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ((*house)->app().routes.table(), golden.str());
}

}  // namespace
}  // namespace lantoa::app
