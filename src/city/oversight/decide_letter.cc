// Rules of letters that urge a unit.
#include <algorithm>

#include "city/faults.h"
#include "city/oversight/decide.h"
#include "city/own_units.h"
#include "city/person.h"
#include "viet/document_number.h"

namespace lantoa::city::oversight {
namespace {

// A number is new for its issuer and year.
const Letter* with_number(const State& state, UnitNo issuer, const viet::DocumentNumber& number,
                          Date dated) {
  for (const Letter& one : state.letters()) {
    const auto taken = viet::parse_document_number(one.number);
    if (one.issuer == issuer && taken && taken->key() == number.key() &&
        to_civil(one.dated).year == to_civil(dated).year) {
      return &one;
    }
  }
  return nullptr;
}

// The day by which things are to be done; none where the letter's own is not known. Every fault of
// both is told.
std::optional<Date> check_days(const Known& known, const IssueLetter& command, Date today,
                               Faults& faults) {
  if (!command.dated) {
    faults.add(fields::dated, {"Hãy ghi ngày của công văn.", "Write the letter's day."});
  } else if (*command.dated > today || today - *command.dated > letter_age_max) {
    faults.add(fields::dated, {"Ngày của công văn từ 60 ngày trước đến hôm nay.",
                               "The letter's day lies between 60 days ago and today."});
  }
  if (!command.done_by) {
    faults.add(fields::due, {"Hãy ghi hạn phải hoàn thành.", "Write when it is to be done."});
  }
  if (!command.dated || !command.done_by) return std::nullopt;
  const auto done_by = known.workdays.day_due(command.done_by, *command.dated);
  if (!done_by || *done_by <= *command.dated || *done_by - *command.dated > letter_days_max) {
    faults.add(fields::due, due_refused(command.done_by, done_by,
                                        {"Chọn một ngày sau ngày công văn, không quá 60 ngày.",
                                         "Choose a day after the letter's, at most 60 days on."}));
  }
  return done_by;
}

}  // namespace

std::string letter_address(UnitNo unit) {
  return "/don-doc/cong-van/" + std::to_string(unit.value);
}

Result<void> require_addressee(const organisation::State& organisation, UnitNo unit) {
  const std::string& above = organisation.unit(organisation.answering_for(unit)).name;
  return organisation.require_open(
      unit, {},
      {"Hãy gửi công văn cho " + above + ", nay chịu trách nhiệm thay.",
       "Send the letter to " + above + ", which answers for it now."});
}

UnitNo letter_issuer(const organisation::State& organisation, const Actor& actor) {
  if (organisation.has(actor.home)) return actor.home;
  const UnitNo own = own_unit(actor);
  return organisation.has(own) ? own : organisation.root();
}

std::vector<AssignmentNo> late_on(Date day, UnitNo unit, const organisation::State& organisation,
                                  const plan::State& plans) {
  const std::vector<bool> below = organisation.below(unit);
  std::vector<AssignmentNo> out;
  for (std::uint32_t i = 1; i <= plans.assignments(); ++i) {
    const plan::Assignment& one = plans.assignment(AssignmentNo{i});
    const bool open = !one.done || *one.done > day;
    if (!open || one.withdrawn || !below[one.unit.index()]) continue;
    // It may have another deadline since.
    if (plans.due_on(one.no, day) < day) out.push_back(one.no);
  }
  std::stable_sort(out.begin(), out.end(), [&](AssignmentNo a, AssignmentNo b) {
    return plans.assignment(a).due < plans.assignment(b).due;
  });
  return out;
}

Decided decide(const Known& known, const IssueLetter& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.unit));
  TRY(known.organisation.require(envelope.actor, Right::Urge, command.unit));
  TRY(require_addressee(known.organisation, command.unit));
  Faults faults;
  const auto number = viet::parse_document_number(command.number);
  if (!number || !number->is_letter()) {
    faults.add(fields::number, {"Ghi số, ký hiệu công văn do văn thư cấp, như 1092/STP-PBGDPL.",
                                "Write the clerk's number of a letter, like 1092/STP-PBGDPL."});
  }
  const auto done_by = check_days(known, command, envelope.today, faults);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  const UnitNo issuer = letter_issuer(known.organisation, envelope.actor);
  if (const Letter* other = with_number(known.reminders, issuer, *number, *command.dated)) {
    const std::string when = vietnamese(other->dated);
    return problem(Code::Conflict,
                   {"Số " + number->display() + " đã dùng cho công văn ngày " + when + ".",
                    "The number " + number->display() + " belongs to the letter of " + when + "."},
                   fields::number);
  }
  std::vector<std::uint32_t> late;
  for (const AssignmentNo no :
       late_on(*command.dated, command.unit, known.organisation, known.plans)) {
    late.push_back(no.value);
  }
  if (late.empty()) {
    return problem(Code::Invalid,
                   {"Ngày " + vietnamese(*command.dated) + " đơn vị không có việc nào quá hạn.",
                    "On " + vietnamese(*command.dated) + " nothing of the unit was late."},
                   fields::dated);
  }
  const LetterNo no{static_cast<std::uint32_t>(known.reminders.letters().size()) + 1};
  ledger::Decision decision;
  decision.add(subject("unit", command.unit),
               LetterIssued{no, issuer, command.unit, number->display(), *command.dated, *done_by,
                            NumberSet::of(std::move(late)), person_of(envelope.actor),
                            command.done_by.days_said()});
  decision.answer = letter_address(command.unit) + "?xong=cong-van";
  return decision;
}

}  // namespace lantoa::city::oversight
