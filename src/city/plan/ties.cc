// What of plans hangs on a unit that is to be closed.
#include <algorithm>

#include "city/plan/plan.h"

namespace lantoa::city::plan {
namespace {

std::uint32_t open_of(const State& state, UnitNo unit) {
  const auto& list = state.of_unit(unit);
  return static_cast<std::uint32_t>(std::count_if(
      list.begin(), list.end(), [&](AssignmentNo no) { return state.assignment(no).is_open(); }));
}

// Not issued yet, in this unit's name.
std::uint32_t drafts_of(const State& state, UnitNo unit) {
  std::uint32_t out = 0;
  for (std::uint32_t i = 1; i <= state.plans(); ++i) {
    const Plan& plan = state.plan(PlanNo{i});
    out += plan.issuer == unit && plan.stage != Stage::Issued ? 1 : 0;
  }
  return out;
}

// Tasks of plans that are not issued and name this unit alone.
std::uint32_t tasks_to_come(const State& state, UnitNo unit) {
  std::uint32_t out = 0;
  for (std::uint32_t i = 1; i <= state.plans(); ++i) {
    const Plan& plan = state.plan(PlanNo{i});
    if (plan.stage == Stage::Issued) continue;
    for (const TaskNo no : plan.tasks) {
      const Rule& rule = state.task(no).rule;
      out += rule.is_one_unit() && rule.top == unit ? 1 : 0;
    }
  }
  return out;
}

}  // namespace

void install_ties(App& app, const State& state) {
  app.unit_ties.emplace_back([&state](UnitNo unit, std::vector<UnitTie>& out) {
    out.push_back({{"Việc được giao chưa xong", "Assignments that are open"},
                   open_of(state, unit),
                   {},
                   {"Vẫn phải làm; nhắc việc và đôn đốc chuyển lên đơn vị cấp trên.",
                    "They stay to be done; reminders go to the unit above."}});
    out.push_back({{"Kế hoạch của đơn vị chưa ban hành", "Its plans that are not issued"},
                   drafts_of(state, unit),
                   "/ke-hoach",
                   {"Vẫn xem được nhưng không ban hành được nữa.",
                    "They can be seen, but not be issued any more."}});
    out.push_back({{"Nhiệm vụ chỉ giao cho đơn vị này trong kế hoạch chưa ban hành",
                    "Tasks for this unit alone in plans that are not issued"},
                   tasks_to_come(state, unit),
                   "/ke-hoach",
                   {"Phải bỏ hoặc giao cho đơn vị khác thì kế hoạch mới ban hành được.",
                    "Drop them or give them to another unit, else the plan is not issued."}});
  });
}

}  // namespace lantoa::city::plan
