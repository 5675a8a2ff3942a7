// Rules of asking a unit why it is behind, and of its answer.
#include "city/faults.h"
#include "city/oversight/decide.h"
#include "city/person.h"

namespace lantoa::city::oversight {
namespace {

// As it was typed, without white space at its ends; lines stay lines.
std::string trimmed(const std::string& typed) {
  const std::size_t begin = typed.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return typed.substr(begin, typed.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::string address_of(ExplanationNo explanation) {
  return "/giai-trinh/" + std::to_string(explanation.value);
}

Decided decide(const Known& known, const AskExplanation& command, const Envelope& envelope) {
  TRY_ASSIGN(const plan::Assignment* assignment, known.plans.find(command.assignment));
  TRY(known.organisation.require(envelope.actor, Right::Urge, assignment->unit));
  if (assignment->withdrawn) {
    return problem(Code::Conflict, {"Nhiệm vụ này đã rút khỏi kế hoạch nên không cần giải trình.",
                                    "This task is withdrawn; there is nothing to explain."});
  }
  if (assignment->done) {
    return problem(Code::Conflict,
                   {"Đơn vị đã báo hoàn thành nên không cần giải trình nữa.",
                    "The unit has reported this as done; there is nothing to explain."});
  }
  const Explanation* last = known.reminders.last_explanation(assignment->no);
  if (last != nullptr && !last->answer) {
    return problem(
        Code::Conflict,
        {"Đã yêu cầu giải trình việc này, hạn trả lời " + vietnamese(last->due) + ".",
         "An explanation is asked for already, to be given by " + vietnamese(last->due) + "."});
  }
  const std::optional<Date> due = known.workdays.day_due(command.due, envelope.today);
  Faults faults;
  const std::string question = one_line(command.question);
  faults.need(fields::question, question, question_characters_max,
              {"Hãy ghi cần giải trình điều gì.", "Write what has to be explained."});
  if (!due || *due <= envelope.today || *due - envelope.today > explain_days_max) {
    faults.add(fields::due, due_refused(command.due, due,
                                        {"Chọn một ngày từ ngày mai đến 30 ngày nữa.",
                                         "Choose a day from tomorrow to 30 days on."}));
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  const ExplanationNo no{known.reminders.explanations() + 1};
  ledger::Decision decision;
  decision.add(subject("unit", assignment->unit),
               ExplanationAsked{no, assignment->no, question, *due, person_of(envelope.actor),
                                command.due.days_said()});
  decision.answer = address_of(no) + "?xong=yeu-cau-giai-trinh";
  return decision;
}

Decided decide(const Known& known, const GiveExplanation& command, const Envelope& envelope) {
  TRY_ASSIGN(const Explanation* one, known.reminders.find(command.explanation));
  const UnitNo unit = known.plans.assignment(one->assignment).unit;
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, unit));
  if (one->answer) {
    return problem(Code::Conflict, {"Yêu cầu này đã được trả lời.", "This is answered already."});
  }
  Faults faults;
  const std::string answer = trimmed(command.answer);
  faults.need(fields::answer, answer, answer_characters_max,
              {"Hãy ghi nội dung giải trình.", "Write the explanation."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("unit", unit), ExplanationGiven{one->no, answer, person_of(envelope.actor)});
  decision.answer = address_of(one->no) + "?xong=giai-trinh";
  return decision;
}

}  // namespace lantoa::city::oversight
