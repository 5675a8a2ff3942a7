#include "city/reach/acts.h"

namespace lantoa::city::reach {

Act act_of(PersonNo by, ActivityNo activity) {
  if (!by) return Act::Confirmed;
  return activity ? Act::Named : Act::Entered;
}

void Acts::add(Act act, const std::vector<UnitNo>& path, Date day, std::uint32_t count) {
  auto& by_unit = counts_[static_cast<std::size_t>(act)];
  for (const UnitNo unit : path) by_unit[unit].add(day, count);
}

void Acts::take(Act act, const std::vector<UnitNo>& path, Date day) {
  auto& by_unit = counts_[static_cast<std::size_t>(act)];
  for (const UnitNo unit : path) {
    const auto found = by_unit.find(unit);
    if (found != by_unit.end()) found->second.take(day, 1);
  }
}

std::uint64_t Acts::between(Act act, UnitNo unit, Date from, Date to) const {
  const auto& by_unit = counts_[static_cast<std::size_t>(act)];
  const auto found = by_unit.find(unit);
  return found == by_unit.end() ? 0 : found->second.between(from, to);
}

}  // namespace lantoa::city::reach
