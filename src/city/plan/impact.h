// What an amendment does to the work of units, worked out of the state before anything of it
// happens: what is shown before it is approved is what issuing it then does.
#pragma once

#include <utility>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "city/workday/state.h"

namespace lantoa::city::plan {

constexpr std::int32_t short_notice_workdays = 3;

// The text with the days that its working days come to when it is issued on `on`.
AmendmentText counted_from(AmendmentText text, Date on, const workday::State& workdays);

// What becomes of a task's assignments; those that are done stay as they are.
struct Effect {
  std::vector<AssignmentNo> moved;      // get the new deadline
  std::vector<AssignmentNo> kept;       // have been granted more time than it gives
  std::vector<AssignmentNo> withdrawn;  // no longer asked for
  std::vector<UnitNo> reached;          // units of its rule that it was not given to, ascending
};
// `change`: of a task that there is, not withdrawn yet; its deadline is a day (counted_from()).
Effect effect_of(const State& plans, const organisation::State& units, const TaskAmendment& change);

// The least and the most of a number of days.
struct Days {
  std::int32_t least = 0;
  std::int32_t most = 0;
};

struct TaskImpact {
  TaskNo task;
  std::vector<AssignmentNo> all;   // done or still asked for, before it
  std::vector<AssignmentNo> done;  // of those
  Effect effect;
  std::vector<AssignmentNo> nearer, later;  // of those that are moved
  Days nearer_days, later_days;             // by how many
  std::vector<AssignmentNo> late_at_once;   // moved: their new deadline has passed
  std::vector<AssignmentNo> short_notice;   // moved: fewer than three working days are left
  std::vector<AssignmentNo> asking;         // moved or withdrawn: their request for time ends
  std::vector<PlanNo> beyond;               // grown from a moved one, with a task due after it
  std::vector<PlanNo> hanging;              // grown from a withdrawn one
};

using Kinds = std::vector<std::pair<organisation::Kind, std::uint32_t>>;  // so many of each

struct NewTaskImpact {
  std::vector<UnitNo> units;  // ascending
  Kinds kinds;
};

struct Impact {
  std::vector<TaskImpact> changes;   // as the text has them
  std::vector<NewTaskImpact> tasks;  // the same

  // `reached`: those of tasks that they are given, too.
  std::uint32_t new_assignments(const AmendmentText& text) const;
};
// As if it were issued today.
Impact impact_of(const State& plans, const organisation::State& units,
                 const workday::State& workdays, const AmendmentText& text, Date today);

}  // namespace lantoa::city::plan
