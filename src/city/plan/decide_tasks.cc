#include <algorithm>

#include "city/faults.h"
#include "city/plan/decide.h"

namespace lantoa::city::plan {
namespace {

void check_terms(const Terms& terms, Faults& faults) {
  faults.limit(fields::doer, terms.doer, terms_characters_max);
  faults.limit(fields::responsibility, terms.responsibility, terms_characters_max);
  faults.limit(fields::authority, terms.authority, terms_characters_max);
  faults.limit(fields::result, terms.result, terms_characters_max);
  faults.limit(fields::partners, terms.partners, terms_characters_max);
}

void check_day(const Known& known, Date due, AssignmentNo parent, Date today, Faults& faults) {
  if (due < today) {
    faults.add(fields::due,
               {"Hạn hoàn thành " + vietnamese(due) + " đã qua; hãy chọn ngày sau hôm nay.",
                "The deadline " + vietnamese(due) + " has passed; choose a later day."});
  } else if (due - today > due_days_max) {
    faults.add(fields::due,
               {"Hạn " + vietnamese(due) + " quá xa; hãy kiểm tra lại năm.",
                "The deadline " + vietnamese(due) + " is too far away; check its year."});
  } else if (auto beyond = beyond_parent(known.plans, parent, due)) {
    faults.add(fields::due, *std::move(beyond));
  }
}

// Issued later it would only be due later, so what is too late today is refused today.
void check_counted(const Known& known, std::uint32_t count, AssignmentNo parent, Date today,
                   Faults& faults) {
  if (auto wrong = wrong_working_days(count)) return faults.add(fields::due, *std::move(wrong));
  const Date day = day_of(Due::within(count), today, known.workdays);
  const auto beyond = beyond_parent(known.plans, parent, day);
  if (!beyond) return;
  const Text so_many = in_working_days(count);
  faults.add(fields::due, {so_many.vi + ", nếu ban hành hôm nay: " + beyond->vi,
                           so_many.en + ", if issued today: " + beyond->en});
}

void check_work(const Known& known, const std::string& what, const Due& due, AssignmentNo parent,
                Date today, Faults& faults) {
  faults.need(fields::what, what, task_characters_max,
              {"Hãy ghi việc phải làm.", "Write what has to be done."});
  if (due.working_days != 0) {
    check_counted(known, due.working_days, parent, today, faults);
  } else if (due.day) {
    check_day(known, *due.day, parent, today, faults);
  } else {
    faults.add(fields::due, {"Hãy ghi hạn hoàn thành.", "Write the deadline."});
  }
}

// Absent where nothing is said, so that facts stay as they were.
std::optional<Terms> said(Terms terms) {
  if (terms == Terms{}) return std::nullopt;
  return terms;
}

const Text choose_an_open_one{"Hãy chọn đơn vị đang hoạt động.", "Choose a unit that is open."};

Result<Rule> rule_of(const AddTask& command, UnitNo scope, const organisation::State& units) {
  if (command.group) {
    Rule rule{{}, scope, command.group};
    TRY(check_group_goes_on(units, rule));
    return rule;
  }
  if (!command.kinds.empty()) return Rule{command.kinds, scope, {}};
  if (const UnitNo unit = units.by_code(command.code)) return Rule{{}, unit, {}};
  TRY(units.require_open(units.closed_by_code(command.code), "code", choose_an_open_one));
  return problem(Code::Invalid,
                 {"Không có đơn vị nào mang mã “" + command.code + "”.",
                  "No unit has the code “" + command.code + "”."},
                 "code");
}

}  // namespace

Terms trimmed(const Terms& typed) {
  return {one_line(typed.doer), one_line(typed.responsibility), one_line(typed.authority),
          one_line(typed.result), one_line(typed.partners)};
}

Date day_of(const Due& due, Date from, const workday::State& workdays) {
  if (due.working_days == 0) return *due.day;
  return workdays.after(from, static_cast<std::int32_t>(due.working_days));
}

Due due_of(const Task& task) {
  return task.working_days ? Due::within(*task.working_days) : Due(task.due);
}

std::optional<std::uint32_t> working_days_of(const Due& due) {
  return due.working_days != 0 ? std::optional(due.working_days) : std::nullopt;
}

Date day_now(const Task& task, Date today, const workday::State& workdays) {
  return task.counted_from ? task.due : day_of(due_of(task), today, workdays);
}

TaskAdded task_added(const Known& known, TaskNo no, PlanNo plan, std::uint32_t version,
                     const DraftTask& task, const Envelope& envelope) {
  return {no,
          plan,
          version,
          one_line(task.what),
          task.rule,
          day_of(task.due, envelope.today, known.workdays),
          writer(envelope),
          said(trimmed(task.terms)),
          working_days_of(task.due)};
}

Result<const Task*> find_task(const State& plans, PlanNo plan, TaskNo no) {
  TRY_ASSIGN(const Task* task, plans.find(no));
  if (task->plan == plan) return task;
  return problem(Code::NotFound,
                 {"Kế hoạch này không có nhiệm vụ đó.", "This plan has no such task."});
}

std::vector<UnitNo> units_of(const organisation::State& organisation, const Rule& rule) {
  if (rule.group) {
    if (!organisation.has(*rule.group)) return {};
    return organisation.members(*rule.group, rule.top);
  }
  if (rule.kinds.empty() && !organisation.is_open(rule.top)) return {};
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

void check_words(const Known& known, const DraftTask& task, AssignmentNo parent, Date today,
                 Faults& faults) {
  check_work(known, one_line(task.what), task.due, parent, today, faults);
  check_terms(trimmed(task.terms), faults);
}

Result<void> check_rule(const Known& known, const Rule& rule, UnitNo scope) {
  if (auto top = known.organisation.find(rule.top); !top) {
    Problem problem = std::move(top).error();
    problem.field = fields::units;
    return tl::unexpected(std::move(problem));
  }
  TRY(known.organisation.require_open(rule.top, fields::units, choose_an_open_one));
  if (known.organisation.is_within(rule.top, scope)) {
    TRY(check_group(known.organisation, rule, scope));
  }
  if (!known.organisation.is_within(rule.top, scope) ||
      units_of(known.organisation, rule).empty()) {
    return problem(Code::Invalid,
                   {"Không có đơn vị nào thuộc phạm vi kế hoạch khớp với lựa chọn này.",
                    "No unit in the plan's scope fits this choice."},
                   fields::units);
  }
  return {};
}

Result<void> check_task(const Known& known, const DraftTask& task, UnitNo scope,
                        AssignmentNo parent, Date today) {
  Faults faults;
  check_words(known, task, parent, today, faults);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return check_rule(known, task.rule, scope);
}

Decided decide(const Known& known, const AddTask& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  if (plan->tasks.size() >= tasks_max) {
    return problem(Code::TooLarge,
                   {"Kế hoạch đã có 200 nhiệm vụ.", "The plan has 200 tasks already."});
  }
  TRY_ASSIGN(Rule rule, rule_of(command, plan->scope, known.organisation));
  const DraftTask task{command.what, std::move(rule), command.due, command.terms};
  TRY(check_task(known, task, plan->scope, plan->parent, envelope.today));
  ledger::Decision decision;
  decision.add(subject("plan", plan->no), task_added(known, TaskNo{known.plans.tasks() + 1},
                                                     plan->no, plan->version + 1, task, envelope));
  decision.answer = answer_address(plan->no, "luu");
  return decision;
}

Decided decide(const Known& known, const ChangeTask& command, const Envelope& envelope) {
  TRY_ASSIGN(const Task* task, find_task(known.plans, command.plan, command.task));
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  if (task->dropped) {
    return problem(Code::Conflict,
                   {"Nhiệm vụ này đã bỏ khỏi kế hoạch.", "This task was dropped from the plan."});
  }
  TRY(check_version(*plan, command.seen_version));
  TaskChanged fact{task->no,
                   plan->version + 1,
                   one_line(command.what),
                   {},
                   trimmed(command.terms),
                   writer(envelope),
                   working_days_of(command.due)};
  Faults faults;
  check_work(known, fact.what, command.due, plan->parent, envelope.today, faults);
  check_terms(fact.terms, faults);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  fact.due = day_of(command.due, envelope.today, known.workdays);
  ledger::Decision decision;
  decision.add(subject("plan", plan->no), std::move(fact));
  decision.answer = answer_address(plan->no, "luu");
  return decision;
}

Decided decide(const Known& known, const DropTask& command, const Envelope& envelope) {
  TRY_ASSIGN(const Task* task, find_task(known.plans, command.plan, command.task));
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
  if (auto why = withdrawn_in_words(known.plans, *assignment)) {
    return problem(Code::Conflict, {why->vi + " Không cần báo xong nữa.",
                                    why->en + " It need not be reported as done."});
  }
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
  if (assignment->done && *assignment->done != command.on) {
    const std::string on = vietnamese(*assignment->done);
    return problem(Code::Conflict,
                   {"Việc này đã được báo xong ngày " + on + ".",
                    "This was reported done on " + on + " already."},
                   "on");
  }
  ledger::Decision decision;
  decision.answer = "/nhiem-vu?xong=hoan-thanh";
  if (assignment->done) return decision;
  decision.add(subject("assignment", assignment->no), AssignmentDone{assignment->no, command.on});
  return decision;
}

}  // namespace lantoa::city::plan
