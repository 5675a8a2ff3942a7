// Rules of reminding and urging.
#pragma once

#include <optional>
#include <string>

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

// The mail courier's reports.
struct HandOver {
  ReminderNo reminder;
};
struct Postpone {
  ReminderNo reminder;
  std::string why;
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
Decided decide(const Known& known, const HandOver& command, const Envelope& envelope);
Decided decide(const Known& known, const Postpone& command, const Envelope& envelope);
Decided decide(const Known& known, const Finish& command, const Envelope& envelope);

}  // namespace lantoa::city::oversight
