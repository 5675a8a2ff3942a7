// What programs are told of an assignment. For this folder's api files only.
#pragma once

#include <optional>

#include "city/described_api.h"
#include "city/plan/plan.h"

namespace lantoa::city::plan {

struct AssignmentRow {
  static constexpr std::string_view schema = "Assignment";
  AssignmentNo id;
  TaskNo task;
  PlanNo plan;
  UnitNo unit;
  Date due;        // the deadline in force
  Date first_due;  // the one it was given with
  std::optional<Date> done;
  bool withdrawn = false;           // an amendment took it back before it was done
  bool late = false;                // still asked for, and its day has passed
  std::optional<Date> asked_until;  // a later deadline is asked for and not decided yet
  std::uint64_t position = 0;       // of the ledger, of its last change; `late` changes by itself
};
BOOST_DESCRIBE_STRUCT(AssignmentRow, (),
                      (id, task, plan, unit, due, first_due, done, withdrawn, late, asked_until,
                       position))

AssignmentRow assignment_row(const State& state, AssignmentNo no, Date today);

// What of the API is about assignments (api_assignments.cc).
void install_assignments_api(App& app, const State& state, const Needs& needs);

}  // namespace lantoa::city::plan
