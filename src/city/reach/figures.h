// Figures: an item counted through a filter, as one actor sees it: small groups are left out, also
// those that would follow from what is shown beside them.
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "city/reach/small_groups.h"
#include "city/reach/tally.h"

namespace lantoa::city::reach {

class Figures {
 public:
  // The states and the item must outlive this.
  Figures(const State& state, const organisation::State& organisation, const Item& item,
          const Filter& filter, const Actor& actor);
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;

  Count count(UnitNo unit) const { return tally_ ? tally_->count(unit) : item_.count(unit); }
  bool hide(UnitNo unit) const;
  std::set<UnitNo> hidden_below(UnitNo parent) const;
  // Of these units those whose figures the actor does not see.
  std::set<UnitNo> hidden_of(const std::vector<UnitNo>& units) const;

 private:
  const Item& item_;
  std::unique_ptr<const Tally> tally_;  // none: the item's own counters are asked
  std::unique_ptr<const Tally> whole_;  // the whole audience; none where `tally_` counts it too
  // Who is counted, the whole audience, and the rest of it, which follows from the two.
  std::vector<SmallGroups> groups_;
};

// Most behind first; hidden ones last, because their place would tell their share. Units with
// nobody to reach are left out.
std::vector<UnitNo> most_behind_first(const Figures& figures, std::vector<UnitNo> units,
                                      const std::set<UnitNo>& hidden);

}  // namespace lantoa::city::reach
