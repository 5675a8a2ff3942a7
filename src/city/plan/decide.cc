#include "city/plan/decide.h"

#include <algorithm>

#include "city/faults.h"
#include "viet/document_number.h"

namespace lantoa::city::plan {
namespace {

Result<std::string> checked_title(const std::string& typed) {
  std::string title = one_line(typed);
  if (!title.empty() && count_characters(title) <= title_characters_max) return title;
  return problem(Code::Invalid,
                 {"Hãy ghi trích yếu của kế hoạch, không quá 1.000 ký tự.",
                  "Write what the plan is about, in at most 1,000 characters."},
                 "title");
}

constexpr std::size_t ground_characters_max = 300;  // of its type, and of its issuer

}  // namespace

// Each word on one line, however they came.
Result<std::vector<Ground>> checked_grounds(std::vector<Ground> grounds) {
  if (grounds.size() > grounds_max) {
    return problem(Code::TooLarge, {"Quá 100 căn cứ.", "More than 100 grounds."}, "grounds");
  }
  Problem faults{Code::Invalid,
                 {"Có căn cứ không đọc được số, ký hiệu.", "A ground's number cannot be read."},
                 "grounds",
                 {}};
  for (std::size_t i = 0; i < grounds.size(); ++i) {
    const auto row = static_cast<std::uint32_t>(i + 1);
    for (std::string* text : {&grounds[i].number, &grounds[i].type, &grounds[i].issuer}) {
      *text = one_line(*text);
      if (count_characters(*text) <= ground_characters_max) continue;
      faults.details.push_back(
          {"grounds", row, {"Căn cứ dài quá 300 ký tự.", "The ground is over 300 characters."}});
      text->clear();
    }
    if (viet::parse_document_number(grounds[i].number)) continue;
    faults.details.push_back(
        {"grounds",
         row,
         {"“" + grounds[i].number + "” không phải là số, ký hiệu văn bản; viết như 97/2019/QH14",
          "“" + grounds[i].number + "” is not a document number; write it like 97/2019/QH14"}});
  }
  if (faults.details.empty()) return grounds;
  return tl::unexpected(std::move(faults));
}

namespace {

// Each once, in the order of the enum, whatever the form sent.
std::vector<Form> in_order(std::vector<Form> forms) {
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

// Every fault of every task, each with its row, counted from 1.
Result<void> check_tasks(const Known& known, const DraftPlan& command, Date today) {
  if (command.tasks.size() > tasks_max) {
    return problem(Code::TooLarge,
                   {"Kế hoạch có hơn 200 nhiệm vụ.", "The plan has more than 200 tasks."});
  }
  Problem faults{Code::Invalid,
                 {"Có nhiệm vụ cần sửa; chưa có gì được ghi.",
                  "Some tasks need correcting; nothing was written."},
                 "tasks",
                 {}};
  for (std::size_t i = 0; i < command.tasks.size(); ++i) {
    const auto checked = check_task(known, command.tasks[i], command.scope, command.parent, today);
    if (checked) continue;
    const Problem& found = checked.error();
    const auto row = static_cast<std::uint32_t>(i + 1);
    if (found.details.empty()) faults.details.push_back({found.field, row, found.text});
    for (const Detail& one : found.details) faults.details.push_back({one.field, row, one.text});
  }
  if (faults.details.empty()) return {};
  return tl::unexpected(std::move(faults));
}

// By the calendar as it is known now; no later word on it moves what is decided here. In the order
// of the plan's tasks.
Result<std::vector<Date>> days_when_issued(const Known& known, const Plan& plan, Date on) {
  std::vector<Date> out;
  Faults faults;
  for (const TaskNo no : plan.tasks) {
    const Task& task = known.plans.task(no);
    out.push_back(day_of(due_of(task), on, known.workdays));
    if (!task.working_days) continue;
    const auto beyond = beyond_parent(known.plans, plan.parent, out.back());
    if (!beyond) continue;
    const Text so_many = in_working_days(*task.working_days);
    faults.add(fields::on, {"“" + task.what + "”, " + so_many.vi + ": " + beyond->vi,
                            "“" + task.what + "”, " + so_many.en + ": " + beyond->en});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return out;
}

bool is_taken(const std::string& taken, Date issued, const viet::DocumentNumber& number, Date on) {
  const auto other = viet::parse_document_number(taken);
  return other && other->key() == number.key() && to_civil(issued).year == to_civil(on).year;
}

}  // namespace

Result<void> check_new_number(const State& plans, UnitNo issuer, const viet::DocumentNumber& number,
                              Date on) {
  for (const PlanNo no : plans.issued()) {
    const Plan& other = plans.plan(no);
    if (other.issuer == issuer && is_taken(other.number, other.issued, number, on)) {
      const std::string when = vietnamese(other.issued);
      return problem(Code::Conflict,
                     {"Số " + number.display() + " đã dùng cho kế hoạch ban hành ngày " + when +
                          "; hãy ghi số khác do văn thư cấp.",
                      "The number " + number.display() + " belongs to the plan issued on " + when +
                          "; enter the one the clerk's office gave to this one."},
                     fields::number);
    }
    for (const AmendmentNo amendment : plans.issued_amendments(no)) {
      const Amendment& one = plans.amendment(amendment);
      if (one.issuer != issuer || !is_taken(one.number, one.issued, number, on)) continue;
      const std::string when = vietnamese(one.issued);
      return problem(Code::Conflict,
                     {"Số " + number.display() + " đã dùng cho sửa đổi, bổ sung ban hành ngày " +
                          when + "; hãy ghi số khác do văn thư cấp.",
                      "The number " + number.display() + " belongs to the amendment issued on " +
                          when + "; enter the one the clerk's office gave to this one."},
                     fields::number);
    }
  }
  return {};
}

std::optional<PersonNo> writer(const Envelope& envelope) {
  return envelope.actor.person ? std::optional(envelope.actor.person) : std::nullopt;
}

std::string answer_address(PlanNo plan, std::string_view done) {
  return "/ke-hoach/" + std::to_string(plan.value) + "?xong=" + std::string(done);
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

bool may_approve(const Plan& plan, const organisation::State& organisation, const Actor& actor) {
  return actor.person && organisation.allows(actor, Right::ApprovePlan, plan.issuer) &&
         !plan.writers.contains(actor.person);
}

namespace {

// Of a plan's issuer and its scope.
Result<void> check_open(const Known& known, UnitNo unit) {
  return known.organisation.require_open(
      unit, fields::issuer,
      {"Kế hoạch do đơn vị đang hoạt động ban hành, trong phạm vi đang hoạt động.",
       "A plan is issued by a unit that is open, for one that is open."});
}

// A group may have ended or changed since it was drafted and approved.
Result<void> check_group_still(const Known& known, const Task& task) {
  auto checked = check_group_goes_on(known.organisation, task.rule);
  if (checked) checked = check_group(known.organisation, task.rule, task.rule.top);
  if (checked) return {};
  const Text& why = checked.error().text;
  return problem(Code::Conflict,
                 {"Nhiệm vụ “" + task.what + "”: " + why.vi +
                      " Bỏ nhiệm vụ này rồi thêm lại cho đúng nơi nhận, và duyệt lại kế hoạch.",
                  "The task “" + task.what + "”: " + why.en +
                      " Drop it and add it anew, then have the plan approved again."});
}

// Units may have been closed since it was drafted and approved.
Result<void> check_somebody_does(const Known& known, const Task& task) {
  TRY(check_group_still(known, task));
  if (!units_of(known.organisation, task.rule).empty()) return {};
  const auto closed = known.organisation.closed_in_words(task.rule.top);
  const Text why =
      closed ? *closed : Text{"Các đơn vị ấy đã dừng hoạt động", "Those units are closed"};
  return problem(Code::Conflict,
                 {"Nhiệm vụ “" + task.what + "” không còn đơn vị nào nhận. " + why.vi +
                      ". Hãy bỏ nhiệm vụ này hoặc giao cho đơn vị khác, rồi duyệt lại.",
                  "No unit would get the task “" + task.what + "”. " + why.en +
                      ". Drop it or give it to another unit, then have the plan approved again."});
}

}  // namespace

Decided decide(const Known& known, const DraftPlan& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.issuer));
  TRY(known.organisation.find(command.scope));
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan, command.issuer));
  TRY(check_open(known, command.issuer));
  TRY(check_open(known, command.scope));
  TRY(check_parent(known, command));
  TRY_ASSIGN(std::string title, checked_title(command.title));
  TRY_ASSIGN(auto grounds, checked_grounds(command.grounds));
  TRY(check_tasks(known, command, envelope.today));
  TRY_ASSIGN(auto sections, checked_sections(command.sections));
  TRY_ASSIGN(auto recipients, checked_recipients(command.recipients));
  const PlanNo plan{known.plans.plans() + 1};
  PlanDrafted fact{plan,
                   command.issuer,
                   command.scope,
                   std::move(title),
                   command.audience,
                   std::move(grounds),
                   {},
                   writer(envelope),
                   {},
                   {},
                   {},
                   {}};
  if (command.parent) fact.parent = command.parent;
  if (!sections.empty()) fact.sections = std::move(sections);
  if (!recipients.empty()) fact.recipients = std::move(recipients);
  if (!command.source.empty()) fact.source = command.source;
  if (!command.forms.empty()) fact.forms = in_order(command.forms);
  ledger::Decision decision;
  decision.add(subject("plan", plan), fact);
  std::uint32_t version = 1;
  TaskNo task{known.plans.tasks() + 1};
  for (const DraftTask& one : command.tasks) {
    decision.add(subject("plan", plan), task_added(known, task, plan, ++version, one, envelope));
    ++task.value;
  }
  decision.answer = answer_address(plan, "luu");
  return decision;
}

Decided decide(const Known& known, const ChangePlan& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, open_for_change(known, command.plan, envelope));
  TRY(check_version(*plan, command.seen_version));
  TRY_ASSIGN(std::string title, checked_title(command.title));
  TRY_ASSIGN(auto grounds, checked_grounds(command.grounds));
  ledger::Decision decision;
  PlanChanged fact{plan->no,
                   plan->version + 1,
                   std::move(title),
                   command.audience,
                   std::move(grounds),
                   writer(envelope),
                   {},
                   {},
                   {}};
  if (command.sections) {
    TRY_ASSIGN(fact.sections, checked_sections(*command.sections));
  }
  if (command.recipients) {
    TRY_ASSIGN(fact.recipients, checked_recipients(*command.recipients));
  }
  if (command.forms) fact.forms = in_order(*command.forms);
  decision.add(subject("plan", plan->no), fact);
  decision.answer = answer_address(plan->no, "luu");
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
  decision.answer = answer_address(plan->no, "duyet");
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
  TRY(check_new_number(known.plans, plan->issuer, *number, command.on));
  TRY(check_open(known, plan->issuer));
  for (const TaskNo no : plan->tasks) TRY(check_somebody_does(known, known.plans.task(no)));
  TRY_ASSIGN(const std::vector<Date> days, days_when_issued(known, *plan, command.on));
  ledger::Decision decision;
  decision.add(subject("plan", plan->no), PlanIssued{plan->no, number->display(), command.on});
  AssignmentNo first{known.plans.assignments() + 1};
  for (std::size_t i = 0; i < plan->tasks.size(); ++i) {
    const TaskNo no = plan->tasks[i];
    const Task& task = known.plans.task(no);
    std::vector<std::uint32_t> units;
    for (const UnitNo unit : units_of(known.organisation, task.rule)) units.push_back(unit.value);
    const auto count = static_cast<std::uint32_t>(units.size());
    decision.add(subject("plan", plan->no),
                 AssignmentsGiven{no, first, NumberSet::of(std::move(units)), days[i],
                                  version_of_group(known.organisation, task.rule)});
    first.value += count;
  }
  decision.answer = answer_address(plan->no, "ban-hanh");
  return decision;
}

}  // namespace lantoa::city::plan
