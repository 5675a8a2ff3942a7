// What can happen to reminders, also after they were sent, to the days on which they go out, and to
// what units are asked to explain.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
#include "kernel/time.h"

namespace lantoa::city::oversight {

// One mail to a unit about these assignments will be sent.
struct ReminderPromised {
  static constexpr std::string_view kind = "oversight.reminder_promised";
  ReminderNo reminder;
  UnitNo unit;
  NumberSet assignments;
  Date on;
  std::optional<PersonNo> urged_by;  // an officer did it by hand; absent: the ladder
  // Its Message-ID holds a tag that only we can make (mail_id.h). Absent: of an earlier version.
  std::optional<bool> tagged;
};
BOOST_DESCRIBE_STRUCT(ReminderPromised, (), (reminder, unit, assignments, on, urged_by, tagged))

// It is being given to the mail server now; written before the first byte is.
struct ReminderHandedOver {
  static constexpr std::string_view kind = "oversight.reminder_handed_over";
  ReminderNo reminder;
  std::optional<UnitNo> to;  // whose mailbox, where another one answers for its unit
};
BOOST_DESCRIBE_STRUCT(ReminderHandedOver, (), (reminder, to))

// It is to be sent again, not before this moment: the server could not take it, or nobody knows
// whether it did.
struct ReminderPostponed {
  static constexpr std::string_view kind = "oversight.reminder_postponed";
  ReminderNo reminder;
  Instant not_before;
  std::string why;  // the server's words, without addresses; empty: the program was interrupted
  // The server was given all of it and did not answer, or nobody knows what it answered.
  std::optional<bool> may_have_arrived;
};
BOOST_DESCRIBE_STRUCT(ReminderPostponed, (), (reminder, not_before, why, may_have_arrived))

// Unknown ends what was tried too often now; earlier versions ended so what they were cut off in.
enum class End {
  Sent,            // the server took it
  Refused,         // the server will never take it, or it was tried too often
  Unknown,         // it may have arrived
  NoMailbox,       // the unit has none
  NotNeeded,       // before it was sent all it was about was done, or its deadlines moved
  MailboxReturns,  // before it was sent mails to the unit's mailbox came back
};
BOOST_DESCRIBE_ENUM(End, Sent, Refused, Unknown, NoMailbox, NotNeeded, MailboxReturns)

struct ReminderEnded {
  static constexpr std::string_view kind = "oversight.reminder_ended";
  ReminderNo reminder;
  End end = End::Sent;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(ReminderEnded, (), (reminder, end, why))

// A mail server says that it could not hand on this mail: it came back.
struct MailReturned {
  static constexpr std::string_view kind = "oversight.mail_returned";
  ReminderNo reminder;
  std::uint32_t attempt = 0;  // from 1: the newest of those that went to the address it names
  std::string status;         // "5.1.1" (RFC 3463): 5 for good, 4 for the time being
  std::string why;            // the server's words, without addresses; may be empty
};
BOOST_DESCRIBE_STRUCT(MailReturned, (), (reminder, attempt, status, why))

// Whoever manages the unit has looked into it: its mailbox takes mails again.
struct AddressChecked {
  static constexpr std::string_view kind = "oversight.address_checked";
  UnitNo unit;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(AddressChecked, (), (unit, by))

// The unit of an assignment is asked why it is behind, to be answered by a day.
struct ExplanationAsked {
  static constexpr std::string_view kind = "oversight.explanation_asked";
  ExplanationNo explanation;
  AssignmentNo assignment;
  std::string question;
  Date due;
  std::optional<PersonNo> by;
  // In which the deadline was said, counted from the day of asking; absent: it was said as a day.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(ExplanationAsked, (),
                      (explanation, assignment, question, due, by, working_days))

struct ExplanationGiven {
  static constexpr std::string_view kind = "oversight.explanation_given";
  ExplanationNo explanation;
  std::string answer;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ExplanationGiven, (), (explanation, answer, by))

// A letter of urging was signed and sent by the clerk's office: what these assignments ask for is
// to be done by a day. They are what was late on the letter's day, of the unit and of those below.
struct LetterIssued {
  static constexpr std::string_view kind = "oversight.letter_issued";
  LetterNo letter;
  UnitNo issuer;       // whose letter it is
  UnitNo unit;         // to whom
  std::string number;  // "1092/STP-PBGDPL"
  Date dated;
  Date done_by;
  NumberSet assignments;
  std::optional<PersonNo> by;
  // In which `done_by` was said, counted from the letter's day; absent: it was said as a day.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(LetterIssued, (),
                      (letter, issuer, unit, number, dated, done_by, assignments, by, working_days))

// From the day after this one on, units are reminded by these days of what this plan gives them. A
// plan of which this was never said has the usual ladder (ladder.h).
struct LadderSet {
  static constexpr std::string_view kind = "oversight.ladder_set";
  PlanNo plan;
  bool silent = false;                       // no reminders; there are no days then
  std::vector<std::uint32_t> days_before;    // the deadline; descending, each once
  std::optional<std::uint32_t> repeat_days;  // after it; absent: then never again
  std::uint32_t given = 0;                   // assignments there were then, of all plans
  std::string reason;                        // may be empty
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(LadderSet, (), (plan, silent, days_before, repeat_days, given, reason, by))

}  // namespace lantoa::city::oversight
