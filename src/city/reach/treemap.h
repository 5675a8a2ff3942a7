// Treemap: rectangles whose areas are as given numbers, as square as they can be, filling a frame
// without gaps or overlaps. Pure; in the frame's own units.
#pragma once

#include <cstdint>
#include <vector>

namespace lantoa::city::reach {

struct Rectangle {
  double x = 0, y = 0, width = 0, height = 0;
};

// One rectangle a size, in the order of `sizes`; the biggest stand at the top left. A size of 0 has
// no area; without any size there is nothing to divide.
std::vector<Rectangle> treemap(const std::vector<std::uint32_t>& sizes, Rectangle frame);

}  // namespace lantoa::city::reach
