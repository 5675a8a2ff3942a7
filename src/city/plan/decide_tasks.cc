#include <algorithm>

#include "city/faults.h"
#include "city/plan/decide.h"

namespace lantoa::city::plan {
std::vector<UnitNo> units_of(const organisation::State& organisation, const Rule& rule) {
  if (rule.kinds.empty()) return {rule.top};
  std::vector<UnitNo> out;
  for (const organisation::Kind kind : rule.kinds) {
    const auto some = organisation.of_kind(kind, rule.top);
    out.insert(out.end(), some.begin(), some.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<void> check_task(const Known& known, const DraftTask& task, UnitNo scope, Date today) {
  if (task.what.empty() || count_characters(task.what) > task_characters_max) {
    return problem(Code::Invalid,
                   {"Hãy ghi việc phải làm, không quá 2.000 ký tự.",
                    "Write what has to be done, in at most 2,000 characters."},
                   "what");
  }
  if (auto top = known.organisation.find(task.rule.top); !top) {
    Problem problem = std::move(top).error();
    problem.field = "units";
    return tl::unexpected(std::move(problem));
  }
  if (!known.organisation.is_within(task.rule.top, scope) ||
      units_of(known.organisation, task.rule).empty()) {
    return problem(Code::Invalid,
                   {"Không có đơn vị nào thuộc phạm vi kế hoạch khớp với lựa chọn này.",
                    "No unit in the plan's scope fits this choice."},
                   "units");
  }
  if (task.due < today) {
    return problem(
        Code::Invalid,
        {"Hạn hoàn thành " + vietnamese(task.due) + " đã qua; hãy chọn ngày sau hôm nay.",
         "The deadline " + vietnamese(task.due) + " has passed; choose a later day."},
        "due");
  }
  return {};
}

Decided decide(const Known& known, const AddTask& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  if (plan->tasks.size() >= tasks_max) {
    return problem(Code::TooLarge,
                   {"Kế hoạch đã có 200 nhiệm vụ.", "The plan has 200 tasks already."});
  }
  TRY(check_task(known, {command.what, command.rule, command.due}, plan->scope, envelope.today));
  const TaskNo task{known.plans.tasks() + 1};
  ledger::Decision decision;
  decision.add(subject("plan", plan->no), TaskAdded{task, plan->no, plan->version + 1, command.what,
                                                    command.rule, command.due, writer(envelope)});
  decision.answer = answer_address(plan->no, "luu");
  return decision;
}

Decided decide(const Known& known, const DropTask& command, const Envelope& envelope) {
  TRY_ASSIGN(const Task* task, known.plans.find(command.task));
  if (task->plan != command.plan) {
    return problem(Code::NotFound,
                   {"Kế hoạch này không có nhiệm vụ đó.", "This plan has no such task."});
  }
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  ledger::Decision decision;
  decision.answer = answer_address(plan->no, "luu");
  if (task->dropped) return decision;
  TRY(check_version(*plan, command.seen_version));
  decision.add(subject("plan", plan->no),
               TaskDropped{task->no, plan->version + 1, writer(envelope)});
  return decision;
}

Decided decide(const Known& known, const ReportDone& command, const Envelope& envelope) {
  TRY_ASSIGN(const Assignment* assignment, known.plans.find(command.assignment));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, assignment->unit));
  if (command.on > envelope.today) {
    return problem(
        Code::Invalid,
        {"Ngày hoàn thành không thể ở sau hôm nay.", "The day it was done cannot lie after today."},
        "on");
  }
  const Plan& plan = known.plans.plan(known.plans.task(assignment->task).plan);
  if (command.on < plan.issued) {
    const std::string issued = vietnamese(plan.issued);
    return problem(
        Code::Invalid,
        {"Kế hoạch ban hành ngày " + issued + "; ngày hoàn thành không thể ở trước đó.",
         "The plan was issued on " + issued + "; the day it was done cannot lie before that."},
        "on");
  }
  ledger::Decision decision;
  decision.answer = "/nhiem-vu?xong=hoan-thanh";
  if (assignment->done) return decision;
  decision.add(subject("assignment", assignment->no), AssignmentDone{assignment->no, command.on});
  return decision;
}

}  // namespace lantoa::city::plan
