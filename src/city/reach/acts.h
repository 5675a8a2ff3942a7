// Acts: how often people confirmed one item, by which way, on which day: for figures of a period.
// They stand at the unit where each person was counted then and at those above it, so that what a
// unit and all below it did is one look-up. Unlike coverage they are not moved when people move.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "city/day_counts.h"
#include "city/numbers.h"
#include "city/reach/item.h"

namespace lantoa::city::reach {

enum class Act {
  Confirmed,  // the persons themselves
  Entered,    // a clerk said so of them
  Named,      // a clerk named them as attending an activity
};
constexpr std::size_t act_count = 3;

Act act_of(PersonNo by, ActivityNo activity);

class Acts {
 public:
  // `path`: from the unit up to the root.
  void add(Act act, const std::vector<UnitNo>& path, Date day, std::uint32_t count);
  void take(Act act, const std::vector<UnitNo>& path, Date day);  // one that was not so after all
  // Of the unit and those below it, both days included.
  std::uint64_t between(Act act, UnitNo unit, Date from, Date to) const;

 private:
  std::array<std::map<UnitNo, DayCounts>, act_count> counts_;
};

}  // namespace lantoa::city::reach
