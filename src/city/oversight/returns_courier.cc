#include "city/oversight/returns_courier.h"

#include <algorithm>
#include <utility>

#include "city/oversight/mail_id.h"
#include "city/oversight/returned.h"
#include "kernel/keeper.h"
#include "platform/crypto/crypto.h"
#include "platform/log/log.h"

namespace lantoa::city::oversight {
namespace {

using Fate = ReturnsCourier::Fate;

// What no program could make anything of is left to a person as something new.
mail::Maildir::Mark mark_of(Fate fate) {
  return fate == Fate::Unknown || fate == Fate::NotUnderstood ? mail::Maildir::Mark::Unseen
                                                              : mail::Maildir::Mark::Seen;
}

}  // namespace

ReminderNo ReturnsCourier::ours(const std::string& message_id) const {
  const auto no = reminder_in(message_id);
  if (!no) return {};
  return app_.engine.read([&]() -> ReminderNo {
    if (no->index() >= state_.reminders()) return {};
    const Reminder& reminder = state_.reminder(*no);
    // What stands behind the "@" proves nothing, and may have been another in earlier settings.
    const std::string with_tag = mail_id(app_.vault, reminder, "");
    const auto claimed = std::string_view(message_id).substr(0, with_tag.size());
    return reminder.tagged && crypto::equal(claimed, with_tag) ? *no : ReminderNo{};
  });
}

std::optional<Fate> ReturnsCourier::take(ReminderNo about,
                                         const mail::ReturnedRecipient& recipient) {
  if (recipient.action != mail::Action::Failed) return Fate::NoFailure;
  Order order = make_order(
      state_, needs_,
      RecordReturn{
          about, {recipient.original, recipient.address}, recipient.status, recipient.note});
  order.actor = "courier/mail-returns";
  const auto done = app_.execute(std::move(order));
  if (done) return done->seq != 0 ? Fate::Returned : Fate::Repeated;
  if (done.error().code == Code::Invalid || done.error().code == Code::NotFound) {
    return Fate::Unknown;
  }
  return std::nullopt;
}

// nullopt: the ledger could not take it now, and the file waits.
std::optional<Fate> ReturnsCourier::take(const std::string& bytes) {
  const auto returned = mail::read_returned(bytes);
  if (!returned) return Fate::NotUnderstood;
  const ReminderNo about = ours(returned->message_id);
  Fate best = Fate::Unknown;
  if (!about) return best;
  for (const mail::ReturnedRecipient& recipient : returned->recipients) {
    const auto fate = take(about, recipient);
    if (!fate) return std::nullopt;
    best = std::min(best, *fate);
  }
  return best;
}

void ReturnsCourier::leave(const std::string& name) {
  if (!folder_.has(name)) return;
  ++left_;
  last_left_ = name;
}

// What stays in the folder, as nobody may read or move it, must not keep what comes behind it from
// being looked at: a look that was full is followed by one at the rest.
bool ReturnsCourier::look() {
  const Instant now = clock_.now();
  if (now < next_look_) return false;
  next_look_ = {now.ms + look_pause_ms};
  if (const std::size_t left = std::exchange(left_, 0); left != 0) {
    log::warning("mail_returns_left", {{"files", std::to_string(left)}, {"last", last_left_}});
  }
  auto names = folder_.waiting(mails_a_look_max, behind_);
  if (!names) {
    log::warning("mail_returns_not_read", {{"why", keeper_sentence(names.error())}});
    return false;
  }
  behind_ = names->size() < mails_a_look_max ? std::string() : names->back();
  waiting_.assign(std::make_move_iterator(names->begin()), std::make_move_iterator(names->end()));
  return !waiting_.empty();
}

// First the fact, then the file: whoever dies between the two finds it again, and the decision
// knows what it says.
bool ReturnsCourier::step() {
  if (waiting_.empty() && !look()) return false;
  const std::string name = std::move(waiting_.front());
  waiting_.pop_front();
  const auto bytes = folder_.read(name, mail::returned_bytes_max + 1);
  if (!bytes) {
    leave(name);
    return true;
  }
  const auto fate = take(*bytes);
  if (!fate) {
    waiting_.clear();  // until the next look
    behind_.clear();
    return false;
  }
  if (!folder_.put_by(name, mark_of(*fate))) {
    leave(name);
    return true;
  }
  ++counts_[static_cast<std::size_t>(*fate)];
  return true;
}

std::uint64_t ReturnsCourier::count(Fate fate) const {
  return counts_[static_cast<std::size_t>(fate)];
}

void ReturnsCourier::tell_counts() {
  constexpr std::array<std::pair<Fate, const char*>, 5> names{{
      {Fate::Returned, "returned"},
      {Fate::Repeated, "repeated"},
      {Fate::NoFailure, "no_failure"},
      {Fate::Unknown, "unknown"},
      {Fate::NotUnderstood, "not_understood"},
  }};
  for (const auto& [fate, name] : names) {
    app_.counted.push_back({"lantoa_mail_returns_total",
                            "Mails that came back to the sender's address, by what they were.",
                            {{"outcome", name}},
                            [this, of = fate] { return static_cast<double>(count(of)); }});
  }
}

}  // namespace lantoa::city::oversight
