#include "city/reach/small_groups.h"

#include <algorithm>

#include "city/reach/decide.h"

namespace lantoa::city::reach {

bool SmallGroups::is_own(UnitNo unit) const {
  return is_own_unit(organisation_, actor_, Right::SeeNames, unit);
}

// The units below `parent` that must not be shown for themselves: small ones, and as many of the
// next smallest as it takes until what can be worked out about them together is no small group.
std::set<UnitNo> SmallGroups::left_out(UnitNo parent) const {
  std::set<UnitNo> out;
  std::vector<UnitNo> shown;
  // Those at `parent` itself have no figure of their own, but their number follows from the others.
  std::uint32_t together = audience_(parent);
  for (const UnitNo child : organisation_.unit(parent).children) {
    const std::uint32_t audience = audience_(child);
    if (audience == 0) continue;
    if (audience <= small_group_max && !is_own(child)) {
      out.insert(child);
      continue;
    }
    together -= audience;
    if (!is_own(child)) shown.push_back(child);
  }
  std::stable_sort(shown.begin(), shown.end(),
                   [this](UnitNo a, UnitNo b) { return audience_(a) < audience_(b); });
  for (const UnitNo child : shown) {
    if (together == 0 || together > small_group_max) break;
    out.insert(child);
    together += audience_(child);
  }
  return out;
}

bool SmallGroups::stands_below_left_out(UnitNo unit) const {
  const std::vector<UnitNo> path = organisation_.path(unit);
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (left_out(path[i - 1]).contains(path[i])) return true;
  }
  return !path.empty() && audience_(path.front()) <= small_group_max;
}

bool SmallGroups::hide(UnitNo unit) const {
  const std::uint32_t audience = audience_(unit);
  return audience != 0 && !is_own(unit) && stands_below_left_out(unit);
}

std::set<UnitNo> SmallGroups::hidden_below(UnitNo parent) const {
  if (!stands_below_left_out(parent)) return left_out(parent);
  std::set<UnitNo> out;
  for (const UnitNo child : organisation_.unit(parent).children) {
    if (!is_own(child)) out.insert(child);
  }
  return out;
}

}  // namespace lantoa::city::reach
