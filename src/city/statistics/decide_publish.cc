// Whether the sums of a closed round go out to everybody, and whether they are taken back.
#include "city/faults.h"
#include "city/person.h"
#include "city/statistics/decide.h"

namespace lantoa::city::statistics {
namespace {

Result<void> require_closed(const Round& round) {
  if (round.cancelled) {
    return problem(Code::Conflict, {"Kỳ báo cáo đã hủy.", "The round was cancelled."});
  }
  if (round.closing) return {};
  return problem(Code::Conflict,
                 {"Kỳ báo cáo chưa khóa. Hãy khóa kỳ báo cáo rồi công khai số liệu.",
                  "The round is still open. Close it, then publish its figures."});
}

// Numbers by sex or ethnic group are small in many a unit, and tell of single persons.
Result<void> require_no_traits(const Form& form) {
  if (form.may_be_public()) return {};
  return problem(Code::Forbidden,
                 {"Biểu mẫu này đếm người theo đặc điểm riêng (giới tính, dân tộc, trình độ); nhóm "
                  "nhỏ có thể để lộ từng người, nên số liệu không được công khai.",
                  "This form counts persons by their traits (sex, ethnic group, training); small "
                  "groups could tell of single persons, so its figures are not published."});
}

// Whoever added it up does not also let it out.
Result<void> require_second_person(const Closing& closing, const Actor& actor) {
  TRY(require_person(actor, {"công khai số liệu", "publish figures"}));
  if (!closing.by || closing.by != person_of(actor)) return {};
  return problem(Code::Forbidden,
                 {"Bạn đã khóa kỳ báo cáo này; người khác phải công khai số liệu.",
                  "You closed this round; somebody else has to publish its figures."});
}

}  // namespace

Decided decide(const Known& known, const PublishRound& command, const Envelope& envelope) {
  TRY_ASSIGN(const Round* round, known.statistics.find(command.round));
  TRY(known.organisation.require(envelope.actor, Right::ApprovePlan, round->scope));
  TRY_ASSIGN(const Form* form, form_of(*round));
  TRY(require_no_traits(*form));
  TRY(require_closed(*round));
  TRY(require_second_person(*round->closing, envelope.actor));
  if (round->is_public()) {
    return problem(Code::Conflict, {"Số liệu của kỳ này đã được công khai rồi.",
                                    "The figures of this round are public already."});
  }
  ledger::Decision decision;
  decision.add(subject("round", round->no), RoundPublished{round->no, person_of(envelope.actor)});
  decision.answer = address_of(round->no) + "?xong=cong-khai";
  return decision;
}

Decided decide(const Known& known, const UnpublishRound& command, const Envelope& envelope) {
  TRY_ASSIGN(const Round* round, known.statistics.find(command.round));
  TRY(known.organisation.require(envelope.actor, Right::ApprovePlan, round->scope));
  if (!round->is_public()) {
    return problem(Code::Conflict, {"Số liệu của kỳ này đang không được công khai.",
                                    "The figures of this round are not public."});
  }
  Faults faults;
  const std::string reason = one_line(command.reason);
  faults.need(fields::why_back, reason, reason_characters_max,
              {"Hãy ghi vì sao rút lại; lý do này hiện ra công khai.",
               "Write why they are taken back; everybody sees it."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("round", round->no),
               RoundUnpublished{round->no, reason, person_of(envelope.actor)});
  decision.answer = address_of(round->no) + "?xong=rut-lai";
  return decision;
}

}  // namespace lantoa::city::statistics
