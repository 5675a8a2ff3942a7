#include "city/reach/treemap.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace lantoa::city::reach {
namespace {

constexpr double nearly = 1e-6;

double overlap(double a, double a_length, double b, double b_length) {
  return std::min(a + a_length, b + b_length) - std::max(a, b);
}

RC_GTEST_PROP(Treemap, AreasAreAsGivenInsideTheFrameAndApart, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 60);
  const auto sizes = *rc::gen::container<std::vector<std::uint32_t>>(
      count, rc::gen::inRange<std::uint32_t>(0, 200'000));
  const auto edge = [] { return static_cast<double>(*rc::gen::inRange(200, 1200)); };
  const Rectangle frame{3, 5, edge(), edge()};
  const double total = std::accumulate(sizes.begin(), sizes.end(), 0.0);
  const auto cells = treemap(sizes, frame);
  RC_ASSERT(cells.size() == sizes.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Rectangle& one = cells[i];
    const double wanted = total == 0 ? 0 : sizes[i] / total * frame.width * frame.height;
    RC_ASSERT(std::abs(one.width * one.height - wanted) < nearly * (1 + wanted));
    if (sizes[i] == 0) continue;
    RC_ASSERT(one.x > frame.x - nearly && one.y > frame.y - nearly);
    RC_ASSERT(one.x + one.width < frame.x + frame.width + nearly);
    RC_ASSERT(one.y + one.height < frame.y + frame.height + nearly);
    for (std::size_t k = 0; k < i; ++k) {
      const Rectangle& other = cells[k];
      RC_ASSERT(overlap(one.x, one.width, other.x, other.width) < nearly ||
                overlap(one.y, one.height, other.y, other.height) < nearly);
    }
  }
}

TEST(Treemap, EqualSizesAreNearlySquare) {
  for (const Rectangle& cell : treemap(std::vector<std::uint32_t>(12, 7), {0, 0, 400, 300})) {
    EXPECT_LT(std::max(cell.width, cell.height) / std::min(cell.width, cell.height), 1.5);
  }
}

TEST(Treemap, TheBiggestStandsAtTheTopLeft) {
  const auto cells = treemap({1, 9, 2}, {10, 20, 300, 200});
  EXPECT_DOUBLE_EQ(cells[1].x, 10);
  EXPECT_DOUBLE_EQ(cells[1].y, 20);
}

TEST(Treemap, NothingToDivideIsNothing) {
  EXPECT_TRUE(treemap({}, {0, 0, 10, 10}).empty());
  EXPECT_EQ(treemap({0, 0}, {0, 0, 10, 10}).at(1).width, 0);
}

}  // namespace
}  // namespace lantoa::city::reach
