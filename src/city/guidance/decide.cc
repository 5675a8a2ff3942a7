#include "city/guidance/decide.h"

#include "city/faults.h"
#include "city/guidance/rules.h"
#include "city/person.h"

namespace lantoa::city::guidance {
namespace {

void check_plan(Faults& faults, const Known& known, const AskQuestion& command) {
  if (!known.plans.has(command.plan) ||
      known.plans.plan(command.plan).stage != plan::Stage::Issued) {
    return faults.add(fields::plan,
                      {"Hãy chọn một kế hoạch đã ban hành.", "Choose a plan that is issued."});
  }
  if (!command.task) return;
  const auto task = known.plans.find(command.task);
  if (task && (*task)->plan == command.plan && !(*task)->dropped) return;
  faults.add(fields::task, {"Kế hoạch không có nhiệm vụ này; hãy chọn lại hoặc bỏ trống.",
                            "The plan has no such task; choose another one or none."});
}

Problem no_same_as(Text text) { return {Code::Invalid, std::move(text), fields::same_as, {}}; }

// What it is joined to must be answered, and he must be one who answers it.
Result<void> check_same_as(const Known& known, const Question& question,
                           const JoinQuestion& command, const Actor& actor) {
  const auto other = known.guidance.find(command.same_as);
  if (!other || !(*other)->is_found()) {
    return tl::unexpected(
        no_same_as({"Hãy ghi số của một câu hỏi đã có câu trả lời, ví dụ 3.",
                    "Write the number of a question that is answered, for example 3."}));
  }
  const std::string number = std::to_string(command.same_as.value);
  if (!may_answer(known, **other, actor)) {
    return tl::unexpected(
        no_same_as({"Câu số " + number +
                        " do cơ quan khác trả lời nên bạn không gộp vào được; hãy "
                        "ghi số khác.",
                    "Question " + number +
                        " is answered by another agency, so you cannot join to "
                        "it; write another number."}));
  }
  if (question.same_as == command.same_as) {
    return tl::unexpected(
        no_same_as({"Câu hỏi này đã gộp vào câu số " + number + "; hãy ghi số khác.",
                    "It is joined to question " + number + " already; write another number."}));
  }
  return {};
}

Problem perhaps_answered() {
  return {Code::Conflict,
          {"Có thể đã có câu trả lời. Hãy xem các câu hỏi gần giống; nếu chưa đủ thì gửi câu hỏi "
           "này.",
           "This may be answered already. Look at the questions like it; if they do not help, send "
           "yours."},
          fields::anyway,
          {}};
}

}  // namespace

std::string address_of(QuestionNo question) {
  return "/huong-dan/" + std::to_string(question.value);
}

bool may_answer(const Known& known, const Question& question, const Actor& actor) {
  return known.organisation.allows(actor, Right::Urge, known.plans.plan(question.plan).issuer);
}

bool is_asker(const Known& known, const Question& question, const Actor& actor) {
  return known.organisation.allows(actor, Right::ReportTask, question.unit);
}

bool concerns(const Known& known, const Question& question, const Actor& actor) {
  return may_answer(known, question, actor) || is_asker(known, question, actor);
}

bool may_see(const Known& known, const Question& question, const Actor& actor) {
  return question.is_answered() || question.same_as || concerns(known, question, actor);
}

Result<void> require_sight(const Known& known, const Question& question, const Actor& actor) {
  if (may_see(known, question, actor)) return {};
  return problem(Code::Forbidden,
                 {"Câu hỏi này chưa được trả lời nên chỉ đơn vị hỏi và người trả lời xem được.",
                  "This is not answered, so only the unit that asks and those who answer see it."});
}

Decided decide(const Known& known, const AskQuestion& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.unit));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, command.unit));
  TRY(known.organisation.require_open(command.unit, fields::unit,
                                      {"Hãy hỏi dưới tên đơn vị nay làm việc này.",
                                       "Ask in the name of the unit that does this work now."}));
  Faults faults;
  check_plan(faults, known, command);
  const std::string text = tidy_lines(command.text);
  faults.need(fields::text, text, question_characters_max,
              {"Hãy ghi điều đơn vị cần hỏi.", "Write what the unit wants to know."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  if (!command.anyway && !known.guidance.similar(command.plan, text).empty()) {
    return tl::unexpected(perhaps_answered());
  }
  QuestionAsked fact{QuestionNo{known.guidance.questions() + 1},
                     command.unit,
                     command.plan,
                     {},
                     text,
                     person_of(envelope.actor)};
  if (command.task) fact.task = command.task;
  ledger::Decision decision;
  decision.add(subject("guidance", fact.question), fact);
  decision.answer = address_of(fact.question) + "?xong=hoi-huong-dan";
  return decision;
}

Decided decide(const Known& known, const WithdrawQuestion& command, const Envelope& envelope) {
  TRY_ASSIGN(const Question* question, known.guidance.find(command.question));
  const bool answers = may_answer(known, *question, envelope.actor);
  if (!answers && !is_asker(known, *question, envelope.actor)) {
    return tl::unexpected(not_allowed(Right::ReportTask));
  }
  if (question->withdrawn) return tl::unexpected(is_withdrawn());
  if (!answers && !question->is_open()) {
    return problem(Code::Conflict,
                   {"Câu hỏi đã được trả lời, các đơn vị khác đang dùng câu trả lời đó; nay chỉ "
                    "người trả lời mới rút được.",
                    "This is answered, and other units use the answer; only those who answer can "
                    "withdraw it now."});
  }
  TRY(require_as_seen(*question, command.seen_version, command.seen_same_as));
  if (!question->joined.empty()) {
    const std::string n = std::to_string(question->joined.size());
    return problem(
        Code::Conflict,
        {"Có " + n + " câu hỏi đã gộp vào câu này; hãy sửa câu trả lời thay vì rút câu hỏi.",
         "Questions joined to this one: " + n + "; correct the answer instead of withdrawing it."});
  }
  Faults faults;
  const std::string reason = one_line(command.reason);
  faults.need(fields::reason, reason, reason_characters_max,
              {"Hãy ghi vì sao rút câu hỏi.", "Write why it is withdrawn."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("guidance", question->no),
               QuestionWithdrawn{question->no, reason, person_of(envelope.actor)});
  decision.answer = address_of(question->no) + "?xong=rut-cau-hoi";
  return decision;
}

Decided decide(const Known& known, const JoinQuestion& command, const Envelope& envelope) {
  TRY_ASSIGN(const Question* question, known.guidance.find(command.question));
  TRY(require_answerer(known, *question, envelope.actor));
  if (question->withdrawn) return tl::unexpected(is_withdrawn());
  TRY(require_as_seen(*question, command.seen_version, command.seen_same_as));
  if (question->is_answered()) {
    return problem(Code::Conflict, {"Câu hỏi này đã có câu trả lời riêng nên không gộp được nữa.",
                                    "This has an answer of its own, so it cannot be joined."});
  }
  TRY(check_same_as(known, *question, command, envelope.actor));
  ledger::Decision decision;
  decision.add(subject("guidance", question->no),
               QuestionJoined{question->no, command.same_as, person_of(envelope.actor)});
  decision.answer = address_of(question->no) + "?xong=gop-cau-hoi";
  return decision;
}

}  // namespace lantoa::city::guidance
