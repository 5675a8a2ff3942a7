// Issuing an amendment: what was approved becomes true of the plan and of the work of its units.
#include <algorithm>

#include "city/faults.h"
#include "city/plan/decide.h"
#include "city/plan/impact.h"

namespace lantoa::city::plan {
namespace {

NumberSet numbers_of(const std::vector<AssignmentNo>& list) {
  std::vector<std::uint32_t> out;
  for (const AssignmentNo one : list) out.push_back(one.value);
  return NumberSet::of(std::move(out));
}

NumberSet numbers_of(const std::vector<UnitNo>& list) {
  std::vector<std::uint32_t> out;
  for (const UnitNo one : list) out.push_back(one.value);
  return NumberSet::of(std::move(out));
}

Result<viet::DocumentNumber> checked_number(const std::string& typed) {
  auto number = viet::parse_document_number(typed);
  if (number && (number->type == "KH" || number->type == "QĐ")) return number;
  return problem(Code::Invalid,
                 {"“" + typed +
                      "” không phải là số kế hoạch hay quyết định; viết như 12/KH-HĐPHPBGDPL hoặc "
                      "12/QĐ-UBND.",
                  "“" + typed +
                      "” is no number of a plan or a decision; write it like 12/KH-HĐPHPBGDPL or "
                      "12/QĐ-UBND."},
                 fields::number);
}

Result<void> check_day_of_issue(const Plan& plan, Date on, Date today) {
  if (on > today) {
    return problem(
        Code::Invalid,
        {"Ngày ban hành không thể ở sau hôm nay.", "The day of issue cannot lie after today."},
        fields::on);
  }
  if (on >= plan.issued) return {};
  const std::string issued = vietnamese(plan.issued);
  return problem(Code::Invalid,
                 {"Kế hoạch ban hành ngày " + issued + "; sửa đổi không thể ban hành trước đó.",
                  "The plan was issued on " + issued + "; it cannot be amended before that."},
                 fields::on);
}

// No deadline lies before the day of issue, or after that of the task above.
void check_deadline(const State& plans, const Plan& plan, const std::string& what, Date due,
                    Date on, Faults& faults) {
  const std::string name = "“" + what + "”: ";
  if (due < on) {
    const std::string day = vietnamese(due);
    faults.add(fields::on,
               {name + "hạn " + day + " ở trước ngày ban hành. Hãy sửa hạn rồi trình duyệt lại.",
                name + "the deadline " + day +
                    " lies before the day of issue. Change it, and have it approved again."});
  } else if (const auto beyond = beyond_parent(plans, plan.parent, due)) {
    faults.add(fields::on, {name + beyond->vi, name + beyond->en});
  }
}

Result<void> check_deadlines(const State& plans, const Plan& plan, const AmendmentText& text,
                             Date on) {
  Faults faults;
  for (const TaskAmendment& change : text.changes) {
    const Task& task = plans.task(change.task);
    if (change.due) {
      check_deadline(plans, plan, task.what, *change.due, on, faults);
    } else if (change.reached && task.due < on) {
      check_deadline(plans, plan, task.what, task.due, on, faults);
    }
  }
  for (const NewTask& added : text.tasks) {
    check_deadline(plans, plan, added.what, added.due, on, faults);
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return {};
}

// What working days came to, by the calendar as it is known now, for good; absent where there are
// none. `first`: the number of the first new task.
std::optional<std::vector<CountedDue>> counted_dues(const AmendmentText& text, TaskNo first) {
  std::vector<CountedDue> out;
  for (const TaskAmendment& change : text.changes) {
    if (change.working_days) out.push_back({change.task, *change.due});
  }
  for (const NewTask& added : text.tasks) {
    if (added.working_days) out.push_back({first, added.due});
    ++first.value;
  }
  if (out.empty()) return std::nullopt;
  return out;
}

// The fault says of which task it is.
Result<void> naming_task(Result<void> checked, const std::string& what) {
  return std::move(checked).map_error([&](Problem why) {
    why.text = {"Nhiệm vụ “" + what + "”: " + why.text.vi,
                "The task “" + what + "”: " + why.text.en};
    return why;
  });
}

// Units may have been closed and groups ended since it was approved.
Result<void> check_units_still(const Known& known, const Plan& plan, const AmendmentText& text) {
  for (const TaskAmendment& change : text.changes) {
    if (!change.reached) continue;
    const Task& task = known.plans.task(change.task);
    TRY(naming_task(check_group_goes_on(known.organisation, task.rule), task.what));
  }
  for (const NewTask& added : text.tasks) {
    TRY(naming_task(check_rule(known, added.rule, plan.scope), added.what));
    TRY(naming_task(check_group_goes_on(known.organisation, added.rule), added.what));
  }
  return {};
}

class Issuing {
 public:
  // `text`: counted from its day of issue.
  Issuing(const Known& known, const Plan& plan, const Amendment& amendment,
          const AmendmentText& text)
      : known_(known),
        plan_(plan),
        amendment_(amendment),
        text_(text),
        next_{known.plans.assignments() + 1} {}

  ledger::Decision decide(const std::string& number, Date on, UnitNo issuer) {
    TaskNo task{known_.plans.tasks() + 1};
    AmendmentIssued issued{amendment_.no, plan_.no, number, on, {}, counted_dues(text_, task)};
    if (!text_.tasks.empty()) issued.first = task;
    if (issuer != plan_.issuer) issued.issuer = issuer;
    add(issued);
    for (const TaskAmendment& change : text_.changes) add_change(change);
    for (const NewTask& added : text_.tasks) {
      give(task, added.rule, units_of(known_.organisation, added.rule), added.due);
      ++task.value;
    }
    return std::move(decision_);
  }

 private:
  template <class Fact>
  void add(const Fact& fact) {
    decision_.add(subject("plan", plan_.no), fact);
  }

  void add_change(const TaskAmendment& change) {
    const Effect effect = effect_of(known_.plans, known_.organisation, change);
    if (!effect.moved.empty()) {
      add(DeadlinesMoved{amendment_.no, change.task, numbers_of(effect.moved), *change.due});
    }
    if (!effect.withdrawn.empty()) {
      add(AssignmentsWithdrawn{amendment_.no, change.task, numbers_of(effect.withdrawn)});
    }
    if (!change.reached || effect.reached.empty()) return;
    const Task& task = known_.plans.task(change.task);
    give(task.no, task.rule, effect.reached, change.due.value_or(task.due));
  }

  void give(TaskNo task, const Rule& rule, const std::vector<UnitNo>& units, Date due) {
    add(AssignmentsGiven{task, next_, numbers_of(units), due,
                         version_of_group(known_.organisation, rule)});
    next_.value += static_cast<std::uint32_t>(units.size());
  }

  const Known& known_;
  const Plan& plan_;
  const Amendment& amendment_;
  const AmendmentText& text_;
  AssignmentNo next_;
  ledger::Decision decision_;
};

}  // namespace

Decided decide(const Known& known, const IssueAmendment& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, known.plans.find(command.plan));
  const UnitNo now = amender(known.organisation, *plan);
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan, now));
  TRY_ASSIGN(const Amendment* amendment,
             find_amendment(known.plans, command.plan, command.amendment));
  if (amendment->stage != AmendmentStage::Approved) {
    return problem(Code::Conflict,
                   {"Chỉ ban hành được sửa đổi, bổ sung đã duyệt và chưa ban hành.",
                    "Only an approved amendment that has not been issued can be issued."});
  }
  TRY_ASSIGN(const viet::DocumentNumber number, checked_number(command.number));
  TRY(check_day_of_issue(*plan, command.on, envelope.today));
  const UnitNo issuer = known.organisation.open_on(plan->issuer, command.on) ? plan->issuer : now;
  TRY(check_new_number(known.plans, issuer, number, command.on));
  const AmendmentText text = counted_from(amendment->text, command.on, known.workdays);
  TRY(check_deadlines(known.plans, *plan, text, command.on));
  TRY(check_units_still(known, *plan, text));
  ledger::Decision decision =
      Issuing(known, *plan, *amendment, text).decide(number.display(), command.on, issuer);
  decision.answer = address_of(plan->no, amendment->no) + "?xong=ban-hanh-sua-doi";
  return decision;
}

}  // namespace lantoa::city::plan
