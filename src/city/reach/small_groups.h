// Small groups: a figure about so few persons that it would tell about single ones is shown to
// their own officer only. Nor may it follow from other figures: where the total of a unit less
// everything shown below it would be such a group, a further one is left out. What stands below a
// unit that is left out is left out too.
#pragma once

#include <set>

#include "city/organisation/state.h"
#include "city/reach/item.h"

namespace lantoa::city::reach {

constexpr std::uint32_t small_group_max = 4;

class SmallGroups {
 public:
  SmallGroups(const organisation::State& organisation, const Item& item, const Actor& actor)
      : organisation_(organisation), item_(item), actor_(actor) {}

  // Whether the actor does not see this unit's figure.
  bool hide(UnitNo unit) const;
  // Of the units directly below `parent`, those whose figures he does not see.
  std::set<UnitNo> hidden_below(UnitNo parent) const;

 private:
  bool is_own(UnitNo unit) const;
  std::set<UnitNo> left_out(UnitNo parent) const;
  bool stands_below_left_out(UnitNo unit) const;

  const organisation::State& organisation_;
  const Item& item_;
  const Actor& actor_;
};

}  // namespace lantoa::city::reach
