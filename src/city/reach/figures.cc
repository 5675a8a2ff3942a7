#include "city/reach/figures.h"

#include <algorithm>

namespace lantoa::city::reach {

Figures::Figures(const State& state, const organisation::State& organisation, const Item& item,
                 const Filter& filter, const Actor& actor)
    : item_(item) {
  if (!filter.is_plain()) {
    tally_ = std::make_unique<const Tally>(state, organisation, item, filter);
  }
  const auto counted = [this](UnitNo unit) { return count(unit).audience; };
  groups_.emplace_back(organisation, counted, actor);
  if (!filter.key_officials) return;
  Filter everybody = filter;
  everybody.key_officials = false;
  whole_ = std::make_unique<const Tally>(state, organisation, item, everybody);
  const auto all = [this](UnitNo unit) { return whole_->count(unit).audience; };
  groups_.emplace_back(organisation, all, actor);
  groups_.emplace_back(
      organisation, [counted, all](UnitNo unit) { return all(unit) - counted(unit); }, actor);
}

bool Figures::hide(UnitNo unit) const {
  return std::any_of(groups_.begin(), groups_.end(),
                     [&](const SmallGroups& groups) { return groups.hide(unit); });
}

std::set<UnitNo> Figures::hidden_below(UnitNo parent) const {
  std::set<UnitNo> out;
  for (const SmallGroups& groups : groups_) out.merge(groups.hidden_below(parent));
  return out;
}

std::set<UnitNo> Figures::hidden_of(const std::vector<UnitNo>& units) const {
  std::set<UnitNo> out;
  for (const UnitNo unit : units) {
    if (hide(unit)) out.insert(unit);
  }
  return out;
}

std::vector<UnitNo> most_behind_first(const Figures& figures, std::vector<UnitNo> units,
                                      const std::set<UnitNo>& hidden) {
  std::erase_if(units, [&](UnitNo unit) { return figures.count(unit).audience == 0; });
  constexpr std::uint64_t last = 20'000;
  const auto share = [&](UnitNo unit) {
    const Count count = figures.count(unit);
    return hidden.contains(unit) ? last : std::uint64_t{count.reached} * 10'000 / count.audience;
  };
  std::stable_sort(units.begin(), units.end(),
                   [&](UnitNo a, UnitNo b) { return share(a) < share(b); });
  return units;
}

}  // namespace lantoa::city::reach
