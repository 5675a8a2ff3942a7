// Rules of what a plan says in words, and of a plan drafted after another.
#include <algorithm>

#include "city/faults.h"
#include "city/paragraph.h"
#include "city/plan/decide.h"

namespace lantoa::city::plan {
namespace {

// The deadline of a task of `model` in a plan that is to be issued on `start`. Working days that an
// amendment counted from its own day are as many days of the calendar as they came to.
Due due_after(const Task& task, const Plan& model, Date start) {
  if (task.working_days && task.counted_from == model.issued) return due_of(task);
  // One that lay before the day of issue is due at once.
  return start + std::max(0, task.due - model.issued);
}

// Paragraphs and items as lines, each without white space at its ends; empty lines are gone.
std::string in_lines(const std::string& typed) {
  std::string out;
  for (const Paragraph& one : paragraphs_of(typed)) {
    const std::string line = one_line(one.text);
    if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
  }
  return out;
}

}  // namespace

namespace fields {

std::string of(Part part) {
  switch (part) {
    case Part::Purpose:
      return "muc-dich";
    case Part::Content:
      return "noi-dung";
    case Part::Budget:
      return "kinh-phi";
    case Part::Reporting:
      return "bao-cao";
  }
  return {};
}

}  // namespace fields

Result<std::vector<Section>> checked_sections(const std::vector<Section>& sections) {
  Faults faults;
  std::vector<Section> out;
  // A form has one field a part; a program may send two, and neither must get lost.
  if (sections.size() > all_parts().size()) {
    return problem(Code::Invalid, {"Có phần ghi hai lần.", "A part is given twice."}, "sections");
  }
  for (const Part part : all_parts()) {
    const auto found = std::find_if(sections.begin(), sections.end(),
                                    [&](const Section& one) { return one.part == part; });
    if (found == sections.end()) continue;
    if (std::any_of(found + 1, sections.end(),
                    [&](const Section& one) { return one.part == part; })) {
      faults.add(fields::of(part), {"Phần này ghi hai lần.", "This part is given twice."});
    }
    Section section{part, in_lines(found->text)};
    faults.limit(fields::of(part), section.text, section_characters_max);
    if (!section.text.empty()) out.push_back(std::move(section));
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return out;
}

Result<std::vector<Recipient>> checked_recipients(const std::vector<Recipient>& recipients) {
  Faults faults;
  std::vector<Recipient> out;
  if (recipients.size() > recipients_max) {
    return problem(Code::Invalid, {"Quá 100 nơi nhận.", "More than 100 recipients."},
                   fields::recipients);
  }
  for (const Recipient& one : recipients) {
    Recipient recipient{one_line(one.name), one_line(one.purpose)};
    if (recipient.name.empty()) {
      faults.add(fields::recipients,
                 {"Dòng “" + recipient.purpose + "” chưa ghi tên nơi nhận trước dấu hai chấm.",
                  "The line “" + recipient.purpose + "” has no name before the colon."});
    }
    faults.limit(fields::recipients, recipient.name + recipient.purpose, recipient_characters_max);
    out.push_back(std::move(recipient));
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return out;
}

Decided decide(const Known& known, const ClonePlan& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* model, known.plans.find(command.plan));
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan, model->issuer));
  if (model->stage != Stage::Issued) {
    return problem(Code::Conflict, {"Chỉ soạn được theo mẫu một kế hoạch đã ban hành.",
                                    "Only an issued plan can be the model of a new one."});
  }
  if (command.start < envelope.today || command.start - envelope.today > start_days_max) {
    return problem(Code::Invalid,
                   {"Chọn ngày dự kiến ban hành từ hôm nay đến một năm nữa.",
                    "Choose the day it is to be issued, from today to a year from now."},
                   "start");
  }
  DraftPlan draft;
  draft.issuer = model->issuer;
  draft.scope = model->scope;
  draft.title = one_line(command.title);
  draft.audience = model->audience;
  draft.forms = model->forms;
  draft.sections = model->sections;
  draft.recipients = model->recipients;
  const bool grows = model->parent && known.plans.assignment(model->parent).is_open();
  if (grows) draft.parent = model->parent;
  for (const TaskNo no : model->tasks) {
    const Task& task = known.plans.task(no);
    if (task.withdrawn) continue;
    const Due due = due_after(task, *model, command.start);
    const Date day = day_of(due, command.start, known.workdays);
    if (const auto beyond = beyond_parent(known.plans, draft.parent, day)) {
      return problem(Code::Invalid,
                     {"Ngày dự kiến ban hành này dời hạn của một nhiệm vụ quá xa. " + beyond->vi,
                      "Issued on that day, a task would be due too late. " + beyond->en},
                     "start");
    }
    draft.tasks.push_back({task.what, task.rule, due, task.terms});
  }
  return decide(known, draft, envelope);
}

}  // namespace lantoa::city::plan
