#include "city/oversight/decide.h"

#include <algorithm>

#include "city/oversight/returned.h"

namespace lantoa::city::oversight {
namespace {

Result<void> require_system(const Envelope& envelope) {
  if (envelope.actor.is_system()) return {};
  return tl::unexpected(not_allowed(Right::Urge));
}

// One mail by hand a day is enough, unless it did not get there or nobody knows.
bool was_urged_today(const State& state, AssignmentNo assignment, Date today) {
  const Reminder* last = state.last_urging(assignment);
  return last != nullptr && last->on == today && last->end.value_or(End::Sent) == End::Sent &&
         !last->came_back();
}

bool is_due_a_reminder(const Known& known, const plan::Assignment& one, Date today) {
  if (!one.is_open()) return false;
  const PlanNo plan = known.plans.task(one.task).plan;
  const auto step = step_due(known.reminders.ladders(plan), one.no, one.due, today);
  if (!step) return false;
  const auto settled = settled_until(known, one.no);
  return !settled || *settled < *step;
}

// The reminder, if it is still to be sent.
const Reminder* open_reminder(const State& state, ReminderNo no) {
  return state.open().contains(no) ? &state.reminder(no) : nullptr;
}

// Another attempt, or the end after too many. That of a mail which may have arrived by any of them
// is not known.
ledger::Decision try_again(const Reminder& reminder, const Postpone& command, Instant not_before) {
  ledger::Decision decision;
  const std::string about = subject("reminder", reminder.no);
  if (reminder.attempts >= attempts_max) {
    const bool is_unknown = reminder.may_have_arrived || command.may_have_arrived;
    const End end = is_unknown ? End::Unknown : End::Refused;
    decision.add(about, ReminderEnded{reminder.no, end, command.why});
    return decision;
  }
  ReminderPostponed fact{reminder.no, not_before, command.why, {}};
  if (command.may_have_arrived) fact.may_have_arrived = true;
  decision.add(about, fact);
  return decision;
}

// What keeps a mail from being sent may have been put right since the courier looked.
bool still_keeps_it(const Known& known, const Reminder& reminder, End end) {
  const UnitNo to = known.organisation.answering_for(reminder.unit);
  if (end == End::NoMailbox) return known.organisation.unit(to).mailbox.empty();
  if (end != End::MailboxReturns) return true;
  return returning_mailbox(known.reminders, known.organisation, to).has_value();
}

}  // namespace

bool has_more_time_since(const plan::State& plans, AssignmentNo assignment, Date day) {
  const auto since = plans.due_since(assignment);
  return since && *since >= day &&
         plans.assignment(assignment).due > plans.due_on(assignment, day - 1);
}

// Another deadline begins a ladder of its own, and of that only what lies after the decision.
std::optional<Date> settled_until(const Known& known, AssignmentNo assignment) {
  const auto reminded = known.reminders.last_reminded(assignment);
  const auto since = known.plans.due_since(assignment);
  if (!reminded || !since) return reminded ? reminded : since;
  return std::max(*reminded, *since);
}

Decided decide(const Known& known, const PromiseReminders&, const Envelope& envelope) {
  TRY(require_system(envelope));
  ledger::Decision decision;
  ReminderNo next{known.reminders.reminders()};
  for (std::uint32_t i = 1; i <= known.organisation.size(); ++i) {
    const UnitNo unit{i};
    std::vector<std::uint32_t> due;
    for (const AssignmentNo no : known.plans.of_unit(unit)) {
      const plan::Assignment& assignment = known.plans.assignment(no);
      if (is_due_a_reminder(known, assignment, envelope.today)) due.push_back(no.value);
    }
    if (due.empty()) continue;
    ++next.value;
    decision.add(
        subject("unit", unit),
        ReminderPromised{next, unit, NumberSet::of(std::move(due)), envelope.today, {}, true});
  }
  return decision;
}

Decided decide(const Known& known, const Urge& command, const Envelope& envelope) {
  TRY_ASSIGN(const plan::Assignment* assignment, known.plans.find(command.assignment));
  TRY(known.organisation.require(envelope.actor, Right::Urge, assignment->unit));
  if (assignment->withdrawn) {
    return problem(Code::Conflict, {"Nhiệm vụ này đã rút khỏi kế hoạch nên không đôn đốc nữa.",
                                    "This task is withdrawn; there is nothing to urge."});
  }
  if (assignment->done) {
    return problem(Code::Conflict,
                   {"Đơn vị đã báo hoàn thành nên không cần đôn đốc nữa.",
                    "The unit has reported this as done; there is nothing to urge."});
  }
  if (was_urged_today(known.reminders, assignment->no, envelope.today)) {
    return problem(Code::Conflict,
                   {"Hôm nay đã đôn đốc đơn vị này về nhiệm vụ này. Hãy đợi tới ngày mai hoặc gọi "
                    "điện cho đơn vị.",
                    "This unit was urged about this task today already. Wait until tomorrow, or "
                    "call the unit."});
  }
  const UnitNo addressee = known.organisation.answering_for(assignment->unit);
  if (known.organisation.unit(addressee).mailbox.empty()) {
    return problem(Code::Invalid, {"Đơn vị này chưa có hộp thư nên thư đôn đốc không tới được.",
                                   "This unit has no mailbox, so no mail can reach it."});
  }
  if (returning_mailbox(known.reminders, known.organisation, addressee)) {
    return problem(
        Code::Invalid,
        {"Thư gửi tới hộp thư của đơn vị bị trả lại nên thư đôn đốc không tới được. Hãy báo đơn vị "
         "bằng cách khác; xem lý do ở “Thư bị trả lại”.",
         "Mails to this unit's mailbox come back, so urging by mail does not get there. Tell the "
         "unit another way; “Mails that came back” says why."});
  }
  const ReminderNo next{known.reminders.reminders() + 1};
  ReminderPromised fact{
      next, assignment->unit, NumberSet{{assignment->no.value}}, envelope.today, {}};
  fact.tagged = true;
  if (envelope.actor.person) fact.urged_by = envelope.actor.person;
  ledger::Decision decision;
  decision.add(subject("unit", assignment->unit), fact);
  decision.answer = "/don-doc?xong=don-doc";
  return decision;
}

Decided decide(const Known& known, const HandOver& command, const Envelope& envelope) {
  TRY(require_system(envelope));
  const Reminder* reminder = open_reminder(known.reminders, command.reminder);
  if (reminder == nullptr || reminder->handed_over) {
    return problem(Code::Conflict, {"Thư này đã được giao cho máy chủ thư.",
                                    "This mail was handed to the mail server already."});
  }
  if (subjects_of(*reminder, known.plans).empty()) {
    return problem(Code::Conflict,
                   {"Việc trong thư đã xong, đã rút hoặc đã được thêm thời gian.",
                    "What this mail is about is done, withdrawn, or got more time."});
  }
  const UnitNo to = known.organisation.answering_for(reminder->unit);
  if (command.address != known.organisation.unit(to).mailbox ||
      returning_mailbox(known.reminders, known.organisation, to)) {
    return problem(Code::Conflict,
                   {"Hộp thư của đơn vị vừa được sửa, hoặc vừa trả lại thư.",
                    "The unit's mailbox has just been changed, or has just returned a mail."});
  }
  ReminderHandedOver fact{command.reminder, {}};
  if (to != reminder->unit) fact.to = to;
  ledger::Decision decision;
  decision.add(subject("reminder", command.reminder), fact);
  return decision;
}

Decided decide(const Known& known, const Postpone& command, const Envelope& envelope) {
  TRY(require_system(envelope));
  const Reminder* reminder = open_reminder(known.reminders, command.reminder);
  if (reminder == nullptr) return ledger::Decision{};
  return try_again(*reminder, command, {envelope.at.ms + pause_between_attempts_ms});
}

Decided decide(const Known& known, const Resume& command, const Envelope& envelope) {
  TRY(require_system(envelope));
  const Reminder* reminder = open_reminder(known.reminders, command.reminder);
  if (reminder == nullptr || !reminder->handed_over) return ledger::Decision{};
  return try_again(*reminder, {command.reminder, "", true}, envelope.at);
}

Decided decide(const Known& known, const Finish& command, const Envelope& envelope) {
  TRY(require_system(envelope));
  ledger::Decision decision;
  const Reminder* reminder = open_reminder(known.reminders, command.reminder);
  if (reminder == nullptr) return decision;
  if (!still_keeps_it(known, *reminder, command.end)) {
    return problem(Code::Conflict, {"Hộp thư của đơn vị vừa nhận lại được thư.",
                                    "The unit's mailbox has just come to take mails again."});
  }
  if (!command.no_mailbox.empty()) add_refusal(decision, known, *reminder, command);
  decision.add(subject("reminder", command.reminder),
               ReminderEnded{command.reminder, command.end, command.why});
  return decision;
}

std::vector<AssignmentNo> subjects_of(const Reminder& reminder, const plan::State& plans) {
  std::vector<AssignmentNo> out;
  for (const std::uint32_t number : reminder.assignments) {
    const AssignmentNo no{number};
    const bool has_moved = has_more_time_since(plans, no, reminder.on);
    if (plans.assignment(no).is_open() && (reminder.urged_by || !has_moved)) out.push_back(no);
  }
  return out;
}

}  // namespace lantoa::city::oversight
