#include "city/plan/decide.h"

#include <algorithm>

#include "viet/document_number.h"

namespace lantoa::city::plan {
namespace {

std::optional<PersonNo> writer(const Envelope& envelope) {
  return envelope.actor.person ? std::optional(envelope.actor.person) : std::nullopt;
}

std::string address(PlanNo plan, std::string_view done) {
  return "/ke-hoach/" + std::to_string(plan.value) + "?xong=" + std::string(done);
}

Result<void> check_title(const std::string& title) {
  if (!title.empty() && title.size() <= title_bytes_max) return {};
  return problem(Code::Invalid,
                 {"Hãy ghi trích yếu của kế hoạch, không quá 1.000 ký tự.",
                  "Write what the plan is about, in at most 1,000 characters."},
                 "title");
}

Result<void> check_grounds(const std::vector<Ground>& grounds) {
  if (grounds.size() > grounds_max) {
    return problem(Code::TooLarge, {"Quá 100 căn cứ.", "More than 100 grounds."}, "grounds");
  }
  Problem faults{Code::Invalid,
                 {"Có căn cứ không đọc được số, ký hiệu.", "A ground's number cannot be read."},
                 "grounds",
                 {}};
  for (std::size_t i = 0; i < grounds.size(); ++i) {
    if (viet::parse_document_number(grounds[i].number)) continue;
    faults.details.push_back(
        {"grounds",
         static_cast<std::uint32_t>(i + 1),
         {"“" + grounds[i].number + "” không phải là số, ký hiệu văn bản; viết như 97/2019/QH14",
          "“" + grounds[i].number + "” is not a document number; write it like 97/2019/QH14"}});
  }
  if (faults.details.empty()) return {};
  return tl::unexpected(std::move(faults));
}

// The plan, still changeable, by somebody who may draft for its issuer.
Result<const Plan*> open_for_change(const Known& known, PlanNo no, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, known.plans.find(no));
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan, plan->issuer));
  if (plan->stage != Stage::Issued) return plan;
  return problem(Code::Conflict, {"Kế hoạch đã ban hành nên không sửa được nữa.",
                                  "The plan has been issued and can no longer be changed."});
}

Result<void> check_version(const Plan& plan, std::uint32_t seen) {
  if (plan.version == seen) return {};
  return problem(
      Code::Conflict,
      {"Kế hoạch đã được người khác sửa sau khi bạn mở trang này. Hãy xem lại bản mới rồi "
       "làm tiếp.",
       "Somebody changed the plan after you opened this page. Look at the new version, then "
       "go on."});
}

}  // namespace

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

bool may_approve(const Plan& plan, const organisation::State& organisation, const Actor& actor) {
  return actor.person && organisation.allows(actor, Right::ApprovePlan, plan.issuer) &&
         !plan.writers.contains(actor.person);
}

Decided decide(const Known& known, const DraftPlan& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.issuer));
  TRY(known.organisation.find(command.scope));
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan, command.issuer));
  TRY(check_title(command.title));
  TRY(check_grounds(command.grounds));
  const PlanNo plan{known.plans.plans() + 1};
  PlanDrafted fact{
      plan, command.issuer,  command.scope, command.title, command.audience, command.grounds,
      {},   writer(envelope)};
  if (!command.source.empty()) fact.source = command.source;
  ledger::Decision decision;
  decision.add(subject("plan", plan), fact);
  decision.answer = address(plan, "luu");
  return decision;
}

Decided decide(const Known& known, const ChangePlan& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  TRY(check_version(*plan, command.seen_version));
  TRY(check_title(command.title));
  TRY(check_grounds(command.grounds));
  ledger::Decision decision;
  decision.add(subject("plan", plan->no),
               PlanChanged{plan->no, plan->version + 1, command.title, command.audience,
                           command.grounds, writer(envelope)});
  decision.answer = address(plan->no, "luu");
  return decision;
}

Decided decide(const Known& known, const AddTask& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  if (command.what.empty() || command.what.size() > task_bytes_max) {
    return problem(Code::Invalid,
                   {"Hãy ghi việc phải làm, không quá 2.000 ký tự.",
                    "Write what has to be done, in at most 2,000 characters."},
                   "what");
  }
  if (plan->tasks.size() >= tasks_max) {
    return problem(Code::TooLarge,
                   {"Kế hoạch đã có 200 nhiệm vụ.", "The plan has 200 tasks already."});
  }
  TRY(known.organisation.find(command.rule.top));
  if (!known.organisation.is_within(command.rule.top, plan->scope) ||
      units_of(known.organisation, command.rule).empty()) {
    return problem(Code::Invalid,
                   {"Không có đơn vị nào thuộc phạm vi kế hoạch khớp với lựa chọn này.",
                    "No unit in the plan's scope fits this choice."},
                   "units");
  }
  if (command.due < envelope.today) {
    return problem(
        Code::Invalid,
        {"Hạn hoàn thành " + vietnamese(command.due) + " đã qua; hãy chọn ngày sau hôm nay.",
         "The deadline " + vietnamese(command.due) + " has passed; choose a later day."},
        "due");
  }
  const TaskNo task{known.plans.tasks() + 1};
  ledger::Decision decision;
  decision.add(subject("plan", plan->no), TaskAdded{task, plan->no, plan->version + 1, command.what,
                                                    command.rule, command.due, writer(envelope)});
  decision.answer = address(plan->no, "luu");
  return decision;
}

Decided decide(const Known& known, const DropTask& command, const Envelope& envelope) {
  TRY_ASSIGN(const Task* task, known.plans.find(command.task));
  TRY_ASSIGN(const Plan* plan, open_for_change(known, task->plan, envelope));
  ledger::Decision decision;
  decision.answer = address(plan->no, "luu");
  if (task->dropped) return decision;
  decision.add(subject("plan", plan->no),
               TaskDropped{task->no, plan->version + 1, writer(envelope)});
  return decision;
}

Decided decide(const Known& known, const ApprovePlan& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, known.plans.find(command.plan));
  TRY(known.organisation.require(envelope.actor, Right::ApprovePlan, plan->issuer));
  TRY(check_version(*plan, command.seen_version));
  if (plan->stage != Stage::Draft) {
    return problem(Code::Conflict,
                   {"Kế hoạch này đã được duyệt.", "This plan is approved already."});
  }
  if (!may_approve(*plan, known.organisation, envelope.actor)) {
    return problem(
        Code::Forbidden,
        {"Người soạn hoặc sửa kế hoạch không tự duyệt được; cần một người thứ hai.",
         "Whoever drafted or changed the plan cannot approve it; a second person must."});
  }
  if (plan->tasks.empty()) {
    return problem(Code::Invalid,
                   {"Kế hoạch chưa có nhiệm vụ nào để duyệt.", "The plan has no task to approve."});
  }
  ledger::Decision decision;
  decision.add(subject("plan", plan->no), PlanApproved{plan->no, plan->version, writer(envelope)});
  decision.answer = address(plan->no, "duyet");
  return decision;
}

Decided decide(const Known& known, const IssuePlan& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, known.plans.find(command.plan));
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan, plan->issuer));
  if (plan->stage != Stage::Approved) {
    return problem(Code::Conflict,
                   {"Chỉ ban hành được kế hoạch đã duyệt và chưa ban hành.",
                    "Only an approved plan that has not been issued can be issued."});
  }
  const auto number = viet::parse_document_number(command.number);
  if (!number || number->type != "KH") {
    return problem(
        Code::Invalid,
        {"“" + command.number + "” không phải là số kế hoạch; viết như 06/KH-HĐPHPBGDPL.",
         "“" + command.number + "” is not a plan's number; write it like 06/KH-HĐPHPBGDPL."},
        "number");
  }
  if (command.on > envelope.today) {
    return problem(
        Code::Invalid,
        {"Ngày ban hành không thể ở sau hôm nay.", "The day of issue cannot lie after today."},
        "on");
  }
  ledger::Decision decision;
  decision.add(subject("plan", plan->no), PlanIssued{plan->no, number->display(), command.on});
  AssignmentNo first{known.plans.assignments() + 1};
  for (const TaskNo no : plan->tasks) {
    const Task& task = known.plans.task(no);
    std::vector<std::uint32_t> units;
    for (const UnitNo unit : units_of(known.organisation, task.rule)) units.push_back(unit.value);
    const auto count = static_cast<std::uint32_t>(units.size());
    decision.add(subject("plan", plan->no),
                 AssignmentsGiven{no, first, NumberSet::of(std::move(units)), task.due});
    first.value += count;
  }
  decision.answer = address(plan->no, "ban-hanh");
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
  ledger::Decision decision;
  decision.answer = "/nhiem-vu?xong=hoan-thanh";
  if (assignment->done) return decision;
  decision.add(subject("assignment", assignment->no), AssignmentDone{assignment->no, command.on});
  return decision;
}

}  // namespace lantoa::city::plan
