// Reminders: which were promised, which are still to be sent; by which days those of a plan go out.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "city/oversight/facts.h"
#include "city/oversight/ladder.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::oversight {

constexpr std::uint32_t attempts_max = 48;
constexpr std::int64_t pause_between_attempts_ms = 5 * 60 * 1000;

// That a mail was given to a mail server.
struct Attempt {
  std::uint64_t seq = 0;  // of that fact
  UnitNo to;              // whose mailbox
};

// That a mail came back.
struct MailReturn {
  std::uint32_t attempt = 0;  // from 1
  std::string status;
  std::string why;
  Date on;  // on which it was recorded

  bool is_permanent() const { return status.starts_with('5'); }
};

struct Reminder {
  ReminderNo no;
  UnitNo unit;
  std::vector<std::uint32_t> assignments;
  Date on;
  Instant promised;
  PersonNo urged_by;    // none: by the ladder
  bool tagged = false;  // its Message-ID
  bool handed_over = false;
  std::uint32_t attempts = 0;
  std::vector<Attempt> attempted;  // one for each
  std::uint32_t postponed = 0;     // times
  bool may_have_arrived = false;   // by one of the attempts that were given up
  Instant not_before;
  std::optional<End> end;
  std::string why;
  std::vector<MailReturn> returns;  // in the order of the ledger

  bool came_back() const { return !returns.empty(); }
};

// Why a unit is behind with a task.
struct Explanation {
  ExplanationNo no;
  AssignmentNo assignment;
  std::string question;
  Date asked, due;
  std::optional<std::string> answer;
  std::optional<Date> answered;
  std::optional<std::uint32_t> working_days;  // in which the deadline was said

  bool is_late(Date today) const { return !answer && today > due; }
};

// A signed letter that urged a unit.
struct Letter {
  LetterNo no;
  UnitNo issuer;
  UnitNo unit;  // to whom
  std::string number;
  Date dated, done_by;
  std::vector<std::uint32_t> assignments;     // ascending
  std::optional<std::uint32_t> working_days;  // in which `done_by` was said
};

class State {
 public:
  void fold(const ReminderPromised& fact, const ledger::Stamp& stamp);
  void fold(const ReminderHandedOver& fact, const ledger::Stamp& stamp = {});
  void fold(const ReminderPostponed& fact);
  void fold(const ReminderEnded& fact);
  void fold(const MailReturned& fact, const ledger::Stamp& stamp);
  void fold(const AddressChecked& fact, const ledger::Stamp& stamp);
  void fold(const ExplanationAsked& fact, const ledger::Stamp& stamp);
  void fold(const ExplanationGiven& fact, const ledger::Stamp& stamp);
  void fold(const LetterIssued& fact);
  void fold(const LadderSet& fact, const ledger::Stamp& stamp);

  std::uint32_t reminders() const { return static_cast<std::uint32_t>(reminders_.size()); }
  const Reminder& reminder(ReminderNo no) const;              // needs 1..reminders()
  const std::set<ReminderNo>& open() const { return open_; }  // promised minus ended
  // What the ladder sent to this unit, by its day: mails that its server took, and that did not
  // come back since.
  const std::set<std::pair<Date, ReminderNo>>& sent_by_ladder(UnitNo unit) const;
  // The day of the newest reminder about this assignment; nullopt when there was none.
  std::optional<Date> last_reminded(AssignmentNo assignment) const;
  const Reminder* last_reminder(AssignmentNo assignment) const;  // nullptr: there was none
  // Mails to this unit's mailbox that were given to a mail server, in the order of the first time;
  // to whom one of them came back; and the fact by which the mailbox was last found to be right, 0:
  // none.
  const std::vector<ReminderNo>& handed_over_to(UnitNo unit) const;
  const std::set<UnitNo>& with_returns() const { return returned_; }
  std::uint64_t checked_since(UnitNo unit) const;
  // What an officer sent by hand about it last; nullptr when nobody did.
  const Reminder* last_urging(AssignmentNo assignment) const;

  std::uint32_t explanations() const { return static_cast<std::uint32_t>(explanations_.size()); }
  const Explanation& explanation(ExplanationNo no) const;      // needs one that was asked for
  Result<const Explanation*> find(ExplanationNo no) const;     // NotFound otherwise
  const Explanation* last_explanation(AssignmentNo no) const;  // nullptr: never asked for
  const std::set<ExplanationNo>& unexplained() const { return unexplained_; }  // not answered

  const std::vector<Letter>& letters() const { return letters_; }  // oldest first
  const Letter* last_letter(AssignmentNo no) const;                // nullptr: none
  const std::vector<LetterNo>& letters_to(UnitNo unit) const;      // oldest first
  const Letter& letter(LetterNo no) const;                         // needs one that was issued

  // All that were set for this plan, oldest first; before the first it had the usual one.
  const std::vector<LadderChange>& ladders(PlanNo plan) const;
  const Ladder& ladder(PlanNo plan) const;  // the newest

 private:
  Reminder& at(ReminderNo no);

  std::vector<Reminder> reminders_;
  std::set<ReminderNo> open_;
  std::map<UnitNo, std::set<std::pair<Date, ReminderNo>>> sent_by_ladder_;
  std::map<std::uint32_t, ReminderNo> last_;   // by assignment
  std::map<std::uint32_t, ReminderNo> urged_;  // by assignment; by hand only
  std::map<UnitNo, std::vector<ReminderNo>> handed_over_to_;
  std::set<UnitNo> returned_;
  std::map<UnitNo, std::uint64_t> checked_;
  std::vector<Explanation> explanations_;
  std::map<AssignmentNo, ExplanationNo> last_explanation_;
  std::set<ExplanationNo> unexplained_;
  std::vector<Letter> letters_;
  std::map<std::uint32_t, LetterNo> last_letter_;  // by assignment
  std::map<UnitNo, std::vector<LetterNo>> letters_to_;
  std::map<PlanNo, std::vector<LadderChange>> ladders_;
};

}  // namespace lantoa::city::oversight
