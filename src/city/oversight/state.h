// Reminders: which were promised, which are still to be sent.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "city/oversight/facts.h"
#include "kernel/result.h"

namespace lantoa::city::oversight {

constexpr std::uint32_t attempts_max = 48;
constexpr std::int64_t pause_between_attempts_ms = 5 * 60 * 1000;

struct Reminder {
  ReminderNo no;
  UnitNo unit;
  std::vector<std::uint32_t> assignments;
  Date on;
  PersonNo urged_by;  // none: by the ladder
  bool handed_over = false;
  std::uint32_t attempts = 0;
  Instant not_before;
  std::optional<End> end;
  std::string why;
};

class State {
 public:
  void fold(const ReminderPromised& fact);
  void fold(const ReminderHandedOver& fact);
  void fold(const ReminderPostponed& fact);
  void fold(const ReminderEnded& fact);

  std::uint32_t reminders() const { return static_cast<std::uint32_t>(reminders_.size()); }
  const Reminder& reminder(ReminderNo no) const;              // needs 1..reminders()
  const std::set<ReminderNo>& open() const { return open_; }  // promised minus ended
  // The day of the newest reminder about this assignment; nullopt when there was none.
  std::optional<Date> last_reminded(AssignmentNo assignment) const;
  // What an officer sent by hand about it last; nullptr when nobody did.
  const Reminder* last_urging(AssignmentNo assignment) const;

 private:
  Reminder& at(ReminderNo no);

  std::vector<Reminder> reminders_;
  std::set<ReminderNo> open_;
  std::map<std::uint32_t, Date> last_;         // by assignment
  std::map<std::uint32_t, ReminderNo> urged_;  // by assignment; by hand only
};

}  // namespace lantoa::city::oversight
