// Rules of reminding and urging.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/organisation/state.h"
#include "city/oversight/state.h"
#include "city/plan/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::oversight {

// The day on which the ladder's newest step for this deadline fell due, seen from `today`; nullopt
// while even the first one lies ahead. An assignment last reminded before that day is due a
// reminder.
std::optional<Date> step_due(Date deadline, Date today);

// Every unit whose newest step was not yet promised gets one digest.
struct PromiseReminders {};

// An officer urges the unit of one assignment that is not done.
struct Urge {
  AssignmentNo assignment;
};

constexpr std::size_t question_characters_max = 500;
constexpr std::size_t answer_characters_max = 3'000;
constexpr std::int32_t explain_days_max = 30;
constexpr std::int32_t letter_age_max = 60;   // days from its own until it is recorded
constexpr std::int32_t letter_days_max = 60;  // from its day to that by which things are to be done

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* question = "noi-dung";
constexpr const char* due = "han";
constexpr const char* answer = "tra-loi";
constexpr const char* number = "so";
constexpr const char* dated = "ngay";

}  // namespace fields

// The unit of an assignment that is not done is asked why; one question at a time.
struct AskExplanation {
  AssignmentNo assignment;
  std::string question;
  Date due;
};
// Also after its day, and after the task is done: what was asked is answered.
struct GiveExplanation {
  ExplanationNo explanation;
  std::string answer;
};

// A letter that was drafted here, signed and given its number by the clerk's office. It names what
// was late on its day.
struct IssueLetter {
  UnitNo unit;
  std::string number;
  std::optional<Date> dated;
  std::optional<Date> done_by;
};

// The mail courier's reports.
struct HandOver {
  ReminderNo reminder;
};
struct Postpone {
  ReminderNo reminder;
  std::string why;
  bool may_have_arrived = false;  // all of it was given and no answer came
};
// An attempt that was handed over and of which nobody can say any more how it ended, because the
// program did: it is made again at once.
struct Resume {
  ReminderNo reminder;
};
struct Finish {
  ReminderNo reminder;
  End end = End::Sent;
  std::string why;
};

struct Known {
  const State& reminders;
  const organisation::State& organisation;
  const plan::State& plans;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const PromiseReminders& command, const Envelope& envelope);
Decided decide(const Known& known, const Urge& command, const Envelope& envelope);
Decided decide(const Known& known, const AskExplanation& command, const Envelope& envelope);
Decided decide(const Known& known, const GiveExplanation& command, const Envelope& envelope);
Decided decide(const Known& known, const IssueLetter& command, const Envelope& envelope);
Decided decide(const Known& known, const HandOver& command, const Envelope& envelope);
Decided decide(const Known& known, const Postpone& command, const Envelope& envelope);
Decided decide(const Known& known, const Resume& command, const Envelope& envelope);
Decided decide(const Known& known, const Finish& command, const Envelope& envelope);

// What a reminder is still about: nothing that was done meanwhile. A step of the ladder is left out
// as well where a later deadline was granted since; what an officer sends by hand he means.
std::vector<AssignmentNo> subjects_of(const Reminder& reminder, const plan::State& plans);

std::string address_of(ExplanationNo explanation);  // "/giai-trinh/3"
std::string letter_address(UnitNo unit);            // "/don-doc/cong-van/12"
// In whose name somebody writes letters: the office he belongs to.
UnitNo letter_issuer(const organisation::State& organisation, const Actor& actor);
// Of the unit and of those below it: due before this day and not done by then; longest late first.
std::vector<AssignmentNo> late_on(Date day, UnitNo unit, const organisation::State& organisation,
                                  const plan::State& plans);

}  // namespace lantoa::city::oversight
