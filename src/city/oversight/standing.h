// Units of a plan side by side, only those that can be compared: of one kind, with the same of the
// plan's tasks. Pure: assignments, the tree and a day in; the order of the assignments is nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/state.h"

namespace lantoa::city::oversight {

constexpr std::size_t comparable_min = 5;  // units; fewer get no places

// What a unit made of its assignments of one plan.
struct Standing {
  UnitNo unit;
  std::uint32_t all = 0;  // assignments, never none
  std::uint32_t done = 0;
  std::uint32_t done_late = 0;  // of those done
  std::uint32_t late = 0;       // not done, and the deadline in force has passed
  std::uint32_t late_days = 0;  // of the one that is late longest; 0: none is
  std::uint32_t place = 0;      // 1: most behind; equal ones share it. 0: the group is too small

  std::uint32_t in_time() const { return done - done_late; }
};

// Units that can be compared with one another.
struct PeerGroup {
  std::uint32_t no = 0;  // among the plan's, from 1
  organisation::Kind kind = organisation::Kind::Department;
  std::vector<TaskNo> tasks;    // ascending
  std::vector<Standing> units;  // most behind first; equal ones by name

  bool is_ranked() const { return units.size() >= comparable_min; }
  bool is_level() const;  // it is ranked, and all share one place
};

using Assignments = std::vector<const plan::Assignment*>;
// Of every task of the plan; they live in `plans`.
Assignments assignments_of(const plan::Plan& plan, const plan::State& plans);

// One look at each assignment; their units must be in the tree. Groups in the order of kinds, then
// of tasks. Most behind is who has more late now, then who has been late longer, then whose share
// done in time is smaller.
std::vector<PeerGroup> compare(const Assignments& assignments, const organisation::State& tree,
                               Date today);

}  // namespace lantoa::city::oversight
