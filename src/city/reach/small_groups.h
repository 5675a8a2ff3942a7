// Small groups: a figure about so few persons that it would tell about single ones is shown to
// their own officer only. Nor may it follow from other figures: where the total of a unit less
// everything shown below it would be such a group, a further one is left out. What stands below a
// unit that is left out is left out too.
#pragma once

#include <functional>
#include <set>

#include "city/organisation/state.h"
#include "city/reach/item.h"

namespace lantoa::city::reach {

constexpr std::uint32_t small_group_max = 4;

class SmallGroups {
 public:
  // How many persons a unit's figure is about; a filter makes them fewer.
  using Audience = std::function<std::uint32_t(UnitNo)>;

  SmallGroups(const organisation::State& organisation, Audience audience, Actor actor)
      : organisation_(organisation), audience_(std::move(audience)), actor_(std::move(actor)) {}
  SmallGroups(const organisation::State& organisation, const Item& item, const Actor& actor)
      : SmallGroups(
            organisation, [&item](UnitNo unit) { return item.count(unit).audience; }, actor) {}

  // Whether the actor does not see this unit's figure.
  bool hide(UnitNo unit) const;
  // Of the units directly below `parent`, those whose figures he does not see.
  std::set<UnitNo> hidden_below(UnitNo parent) const;

 private:
  bool is_own(UnitNo unit) const;
  std::set<UnitNo> left_out(UnitNo parent) const;
  bool stands_below_left_out(UnitNo unit) const;

  const organisation::State& organisation_;
  Audience audience_;
  Actor actor_;
};

}  // namespace lantoa::city::reach
