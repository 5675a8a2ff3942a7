// The ladder courier promises reminders when a day turns; the mail courier sends what is promised.
#pragma once

#include <map>
#include <optional>
#include <variant>

#include "city/oversight/oversight.h"

namespace lantoa::city::oversight {

class LadderCourier : public Courier {
 public:
  LadderCourier(App& app, const State& state, Needs needs)
      : app_(app), state_(state), needs_(needs) {}
  bool step() override;

 private:
  App& app_;
  const State& state_;
  Needs needs_;
  // What the last look saw: nothing new can be due while neither changed.
  Date seen_day_{-1};
  std::uint32_t seen_assignments_ = 0;
};

class MailCourier : public Courier {
 public:
  MailCourier(App& app, const State& state, Needs needs, Clock& clock, MailSettings settings)
      : app_(app), state_(state), needs_(needs), clock_(clock), settings_(std::move(settings)) {}
  bool step() override;

 private:
  void take_lease();
  void see_through();
  std::optional<ReminderNo> next_due();
  std::optional<mail::Message> compose(ReminderNo no);  // nullopt: there is nothing to say any more
  bool comes_back(ReminderNo no);                       // what is sent to its unit's mailbox
  bool send(ReminderNo no);
  bool run(Order order);
  bool tell(ReminderNo no);

  struct Outcome {
    std::variant<Finish, Postpone> order;
    std::uint64_t lease = 0;  // under which it was learnt: another node may have tried since
  };
  void remember(ReminderNo no, std::variant<Finish, Postpone> order);
  bool is_known(ReminderNo no) const;
  bool is_taken(ReminderNo no) const;

  App& app_;
  const State& state_;
  Needs needs_;
  Clock& clock_;
  MailSettings settings_;
  // All of a step happens under the lease under which it read what to do: an order of it must not
  // count as one of a later lease, between which another node may have led.
  std::uint64_t lease_ = 0;
  Instant leads_since_;  // under that lease
  // What became of reminders whose outcome could not be written, for as long as this runs.
  std::map<ReminderNo, Outcome> untold_;
};

}  // namespace lantoa::city::oversight
