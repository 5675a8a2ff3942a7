#include "city/reach/treemap.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace lantoa::city::reach {
namespace {

// The longer side of the least square rectangle of a row, against its shorter one, when `areas`
// stand side by side along an edge of this length.
double worst_ratio(std::span<const double> areas, double edge) {
  const double sum = std::accumulate(areas.begin(), areas.end(), 0.0);
  const auto [least, most] = std::minmax_element(areas.begin(), areas.end());
  const double square = edge * edge;
  return std::max(square * *most / (sum * sum), sum * sum / (square * *least));
}

// How many of `areas`, from the first, stand together along the edge: as long as one more makes
// none of them longer.
std::size_t row_length(std::span<const double> areas, double edge) {
  std::size_t count = 1;
  while (count < areas.size() &&
         worst_ratio(areas.first(count + 1), edge) <= worst_ratio(areas.first(count), edge)) {
    ++count;
  }
  return count;
}

// Stands a row along the shorter edge of what is left and takes it away from it.
void place(std::span<const double> areas, Rectangle& left, std::vector<Rectangle>& out) {
  const double sum = std::accumulate(areas.begin(), areas.end(), 0.0);
  const bool upright = left.width >= left.height;
  const double edge = upright ? left.height : left.width;
  const double depth = sum / edge;
  double at = 0;
  for (const double area : areas) {
    const double length = area / depth;
    out.push_back(upright ? Rectangle{left.x, left.y + at, depth, length}
                          : Rectangle{left.x + at, left.y, length, depth});
    at += length;
  }
  if (upright) {
    left.x += depth;
    left.width = std::max(0.0, left.width - depth);
  } else {
    left.y += depth;
    left.height = std::max(0.0, left.height - depth);
  }
}

}  // namespace

std::vector<Rectangle> treemap(const std::vector<std::uint32_t>& sizes, Rectangle frame) {
  std::vector<Rectangle> out(sizes.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] != 0) order.push_back(i);
  }
  if (order.empty() || frame.width <= 0 || frame.height <= 0) return out;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  double total = 0;
  for (const std::size_t i : order) total += sizes[i];
  std::vector<double> areas;
  for (const std::size_t i : order) areas.push_back(sizes[i] / total * frame.width * frame.height);
  std::vector<Rectangle> placed;
  Rectangle left = frame;
  while (placed.size() < areas.size()) {
    const std::span rest = std::span(areas).subspan(placed.size());
    place(rest.first(row_length(rest, std::min(left.width, left.height))), left, placed);
  }
  for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = placed[i];
  return out;
}

}  // namespace lantoa::city::reach
