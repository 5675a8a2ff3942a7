// Rules of reminding and urging.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/due.h"
#include "city/organisation/state.h"
#include "city/oversight/state.h"
#include "city/plan/state.h"
#include "city/workday/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::oversight {

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
constexpr std::size_t ladder_reason_characters_max = 300;

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* question = "noi-dung";
constexpr const char* due = "han";
constexpr const char* answer = "tra-loi";
constexpr const char* number = "so";
constexpr const char* dated = "ngay";
constexpr const char* steps = "bac";
constexpr const char* repeat = "lap-lai";
constexpr const char* silent = "khong-nhac";
constexpr const char* ladder_reason = "ly-do";

}  // namespace fields

// The unit of an assignment that is not done is asked why; one question at a time.
struct AskExplanation {
  AssignmentNo assignment;
  std::string question;
  Due due;  // working days count from today
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
  Due done_by;  // working days count from the letter's day
};

// By which days units are reminded of what this plan gives them; by whoever urges over its issuer.
// A reason is needed once the plan is issued, and for no reminders at all.
struct SetLadder {
  PlanNo plan;
  std::uint32_t seen_version = 0;          // how often one had been set when the form was shown
  bool silent = false;                     // then the days say nothing
  std::vector<std::uint32_t> days_before;  // the deadline, in any order
  std::optional<std::uint32_t> repeat_days;
  std::string reason;
  std::vector<Detail> unread;  // what was typed and is no number, by field
};

// The mail courier's reports.
struct HandOver {
  ReminderNo reminder;
  std::string address;  // to which the mail was written
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
  // Of a refusal: the status that says there is no such mailbox, "5.1.1"; then the mail came back.
  std::string no_mailbox = {};
};

struct Known {
  const State& reminders;
  const organisation::State& organisation;
  const plan::State& plans;
  const workday::State& workdays;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const PromiseReminders& command, const Envelope& envelope);
Decided decide(const Known& known, const Urge& command, const Envelope& envelope);
Decided decide(const Known& known, const AskExplanation& command, const Envelope& envelope);
Decided decide(const Known& known, const GiveExplanation& command, const Envelope& envelope);
Decided decide(const Known& known, const IssueLetter& command, const Envelope& envelope);
Decided decide(const Known& known, const SetLadder& command, const Envelope& envelope);
Decided decide(const Known& known, const HandOver& command, const Envelope& envelope);
Decided decide(const Known& known, const Postpone& command, const Envelope& envelope);
Decided decide(const Known& known, const Resume& command, const Envelope& envelope);
Decided decide(const Known& known, const Finish& command, const Envelope& envelope);

// What a reminder is still about: nothing that was done meanwhile. A step of the ladder is left out
// as well where a later deadline was granted since; what an officer sends by hand he means.
std::vector<AssignmentNo> subjects_of(const Reminder& reminder, const plan::State& plans);

// Whether its unit has more time than on the day before, by what was decided on that day or after
// it: what was said of this assignment before that is not the last word any more.
bool has_more_time_since(const plan::State& plans, AssignmentNo assignment, Date day);
// Steps of the ladder until this day bring no reminder any more: one went out, or they are of an
// earlier deadline. nullopt: every step counts.
std::optional<Date> settled_until(const Known& known, AssignmentNo assignment);

// The ladder that is asked for, or every fault of its days; also before a reason is given. Only
// for who may set one.
Result<Ladder> checked_ladder(const SetLadder& command);
bool may_set_ladder(const plan::Plan& plan, const organisation::State& organisation,
                    const Actor& actor);

std::string ladder_address(PlanNo plan);            // "/ke-hoach/1/nhac-viec"
std::string address_of(ExplanationNo explanation);  // "/giai-trinh/3"
std::string letter_address(UnitNo unit);            // "/don-doc/cong-van/12"
// In whose name somebody writes letters: the office he belongs to.
UnitNo letter_issuer(const organisation::State& organisation, const Actor& actor);
// Invalid where the unit is closed, saying who answers for it.
Result<void> require_addressee(const organisation::State& organisation, UnitNo unit);
// Of the unit and of those below it: due before this day and not done by then; longest late first.
std::vector<AssignmentNo> late_on(Date day, UnitNo unit, const organisation::State& organisation,
                                  const plan::State& plans);

}  // namespace lantoa::city::oversight
