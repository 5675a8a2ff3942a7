// Where a group of units is used, for the page of the group.
#include "city/plan/decide.h"
#include "city/plan/plan.h"

namespace lantoa::city::plan {
namespace {

App::GroupUse use_in(const Plan& plan, const std::string& what) {
  App::GroupUse out;
  out.plan_address = "/ke-hoach/" + std::to_string(plan.no.value);
  out.plan = plan.number.empty() ? plan.title : plan.number;
  out.what = what;
  return out;
}

App::GroupUse use_of(const State& state, const Task& task) {
  const Plan& plan = state.plan(task.plan);
  App::GroupUse out = use_in(plan, task.what);
  out.stage = title(plan.stage);
  out.is_given = plan.stage == Stage::Issued;
  out.task_address = out.plan_address;
  if (out.is_given) out.task_address += "/nhiem-vu/" + std::to_string(task.no.value);
  return out;
}

// What amendments would add that are not issued.
void add_amendments(const State& state, GroupNo group, std::vector<App::GroupUse>& out) {
  for (std::uint32_t no = state.amendments(); no > 0; --no) {
    const Amendment& amendment = state.amendment(AmendmentNo{no});
    if (!amendment.is_open()) continue;
    for (const NewTask& task : amendment.text.tasks) {
      if (task.rule.group != group) continue;
      App::GroupUse use = use_in(state.plan(amendment.plan), task.what);
      use.task_address = address_of(amendment.plan, amendment.no);
      use.stage = title(amendment.stage);
      out.push_back(std::move(use));
    }
  }
}

}  // namespace

void install_group_uses(App& app, const State& state) {
  app.group_uses = [&state](GroupNo group) {
    std::vector<App::GroupUse> out;
    add_amendments(state, group, out);
    for (std::uint32_t no = state.tasks(); no > 0; --no) {
      const Task& task = state.task(TaskNo{no});
      if (task.rule.group == group && !task.dropped) out.push_back(use_of(state, task));
    }
    return out;
  };
}

}  // namespace lantoa::city::plan
