// The returns courier reads what comes back to the sender's address and tells the ledger which of
// our mails did not arrive.
#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <optional>
#include <string>

#include "city/oversight/oversight.h"
#include "platform/mail/maildir.h"
#include "platform/mail/returned.h"

namespace lantoa::city::oversight {

class ReturnsCourier : public Courier {
 public:
  static constexpr std::int64_t look_pause_ms = 60'000;
  static constexpr std::size_t mails_a_look_max = 500;

  // What became of a file.
  enum class Fate {
    Returned,       // the ledger says now that our mail came back
    Repeated,       // it said so already
    NoFailure,      // of our mail something else is said: delayed, delivered
    Unknown,        // of no mail of ours, or of another address than the one it was sent to
    NotUnderstood,  // no notification
  };

  ReturnsCourier(App& app, const State& state, Needs needs, Clock& clock,
                 const MailSettings& settings)
      : app_(app), state_(state), needs_(needs), clock_(clock), folder_(settings.returns) {}
  bool step() override;

  std::uint64_t count(Fate fate) const;  // of files that were put by since it was made
  void tell_counts();                    // to App::counted; it has to live as long as App

 private:
  bool look();
  void leave(const std::string& name);  // in `new`, for a later look
  std::optional<Fate> take(const std::string& bytes);
  std::optional<Fate> take(ReminderNo about, const mail::ReturnedRecipient& recipient);
  ReminderNo ours(const std::string& message_id) const;  // none: it is not

  App& app_;
  const State& state_;
  Needs needs_;
  Clock& clock_;
  const mail::Maildir folder_;
  std::deque<std::string> waiting_;  // of the last look
  std::string behind_;               // where the next look begins; empty: at the first
  std::size_t left_ = 0;             // since the last look, among them last_left_
  std::string last_left_;
  Instant next_look_;
  std::array<std::atomic<std::uint64_t>, 5> counts_{};
};

}  // namespace lantoa::city::oversight
