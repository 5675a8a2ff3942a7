#include "city/oversight/courier.h"

#include "city/oversight/mail_id.h"
#include "city/oversight/returned.h"

namespace lantoa::city::oversight {

bool LadderCourier::step() {
  const auto [today, assignments] = app_.engine.read(
      [&] { return std::pair(needs_.calendar.today(), needs_.plans.assignments()); });
  if (today == seen_day_ && assignments == seen_assignments_) return false;
  Order order = make_order(state_, needs_, PromiseReminders{});
  order.actor = "courier/ladder";
  if (!app_.execute(std::move(order))) return false;
  seen_day_ = today;
  seen_assignments_ = assignments;
  return true;
}

bool MailCourier::run(Order order) {
  order.actor = "courier/mail";
  order.lease = lease_;
  return app_.execute(std::move(order)).has_value();
}

void MailCourier::remember(ReminderNo no, std::variant<Finish, Postpone> order) {
  untold_.insert_or_assign(no, Outcome{std::move(order), lease_});
}

// What became of it. That it was taken stays true under any lease; otherwise another node may have
// handed it over since.
bool MailCourier::is_known(ReminderNo no) const {
  const auto found = untold_.find(no);
  return is_taken(no) || (found != untold_.end() && found->second.lease == lease_);
}

bool MailCourier::is_taken(ReminderNo no) const {
  const auto found = untold_.find(no);
  if (found == untold_.end()) return false;
  const auto* finish = std::get_if<Finish>(&found->second.order);
  return finish != nullptr && finish->end == End::Sent;
}

bool MailCourier::tell(ReminderNo no) {
  const bool told =
      std::visit([this](const auto& order) { return run(make_order(state_, needs_, order)); },
                 untold_.at(no).order);
  if (told) untold_.erase(no);
  return told;
}

// All of a step happens under one lease.
void MailCourier::take_lease() {
  const std::uint64_t lease = app_.lease;
  if (lease == lease_) return;
  lease_ = lease;
  leads_since_ = clock_.now();
}

// Between two steps nothing is on its way. What a step handed over without being able to write what
// became of it is told now; what an earlier run or another node left is handed over again, once no
// attempt of the other can go on any more.
void MailCourier::see_through() {
  const auto interrupted = app_.engine.read([&] {
    std::erase_if(untold_, [&](const auto& one) { return !state_.open().contains(one.first); });
    std::vector<ReminderNo> out;
    for (const ReminderNo no : state_.open()) {
      if (state_.reminder(no).handed_over) out.push_back(no);
    }
    return out;
  });
  const bool is_over = clock_.now().ms - leads_since_.ms >= settings_.others_attempt_ms;
  for (const ReminderNo no : interrupted) {
    if (is_known(no)) {
      tell(no);
    } else if (is_over) {
      run(make_order(state_, needs_, Resume{no}));
    }
  }
}

// The one that waits longest, so that none that has been tried stands in the way of the others.
std::optional<ReminderNo> MailCourier::next_due() {
  const Instant now = clock_.now();
  return app_.engine.read([&] {
    std::optional<ReminderNo> next;
    for (const ReminderNo no : state_.open()) {
      const Reminder& reminder = state_.reminder(no);
      if (reminder.handed_over || reminder.not_before > now) continue;
      if (!next || reminder.not_before < state_.reminder(*next).not_before) next = no;
    }
    return next;
  });
}

// The same for every attempt as long as nothing of it was done: it says how things stood on the day
// of the promise, and the two may both arrive.
std::optional<mail::Message> MailCourier::compose(ReminderNo no) {
  return app_.engine.read([&]() -> std::optional<mail::Message> {
    const Reminder& reminder = state_.reminder(no);
    const auto subjects = subjects_of(reminder, needs_.plans);
    if (subjects.empty()) return std::nullopt;
    const organisation::Unit& unit = needs_.organisation.unit(reminder.unit);
    // Of a unit that was closed the one above hears what is left to be done.
    const UnitNo answering = needs_.organisation.answering_for(reminder.unit);
    const organisation::Unit& addressee = needs_.organisation.unit(answering);
    const auto closed = needs_.organisation.closed_in_words(reminder.unit);
    mail::Message message;
    message.id = mail_id(app_.vault, reminder, settings_.id_host);
    message.from = settings_.from;
    message.to = addressee.mailbox;
    message.date = reminder.promised;
    message.subject = (reminder.urged_by ? "Đôn đốc: " : "Nhắc việc: ") +
                      std::to_string(subjects.size()) + " nhiệm vụ phổ biến pháp luật chưa xong";
    message.text = "Kính gửi " + addressee.name + ",\n\n" + (closed ? closed->vi + ". " : "") +
                   "Tính đến ngày " + vietnamese(reminder.on) + ", " +
                   (closed ? unit.name : "đơn vị") +
                   " còn các nhiệm vụ sau chưa báo hoàn thành:\n\n";
    for (const AssignmentNo about : subjects) {
      const plan::Assignment& assignment = needs_.plans.assignment(about);
      const plan::Task& task = needs_.plans.task(assignment.task);
      message.text += "- " + task.what + "\n  Kế hoạch " + needs_.plans.plan(task.plan).number +
                      ", hạn " + vietnamese(assignment.due);
      if (assignment.due < reminder.on) {
        message.text += ", quá hạn " + std::to_string(reminder.on - assignment.due) + " ngày";
      }
      message.text += "\n";
    }
    message.text +=
        "\nBáo hoàn thành tại " + app_.public_url + "/nhiem-vu\n\n" +
        "Thư này gửi tự động tới hộp thư của đơn vị; đơn vị đã xong việc không nhận thư.\n";
    return message;
  });
}

bool MailCourier::comes_back(ReminderNo no) {
  return app_.engine.read([&] {
    const UnitNo to = needs_.organisation.answering_for(state_.reminder(no).unit);
    return returning_mailbox(state_, needs_.organisation, to).has_value();
  });
}

bool MailCourier::send(ReminderNo no) {
  if (is_taken(no)) return tell(no);  // and another node postponed it, who could not know
  const auto message = compose(no);
  if (!message) return run(make_order(state_, needs_, Finish{no, End::NotNeeded, ""}));
  if (message->to.empty()) {
    return run(make_order(state_, needs_, Finish{no, End::NoMailbox, ""}));
  }
  if (comes_back(no)) return run(make_order(state_, needs_, Finish{no, End::MailboxReturns, ""}));
  // Should the hand-over be written although the append is reported as failed, nothing was sent.
  remember(no, Postpone{no, ""});
  if (!run(make_order(state_, needs_, HandOver{no, message->to}))) return false;
  // The answer may have been long in coming, and another node leads by now and does the same.
  if (!app_.leads()) return tell(no);
  const mail::Sent sent = app_.mail.send(*message);
  switch (sent.outcome) {
    case mail::Outcome::Accepted:
      remember(no, Finish{no, End::Sent, sent.note});
      break;
    case mail::Outcome::Refused:
      remember(no, Finish{no, End::Refused, sent.note, sent.no_mailbox});
      break;
    case mail::Outcome::Unknown:
      remember(no, Postpone{no, sent.note, true});
      break;
    case mail::Outcome::NotNow:
      remember(no, Postpone{no, sent.note});
      break;
  }
  return tell(no);
}

// A node leads only after it has folded what former leaders appended (App::lead): else what one of
// them handed over would be sent again, or be taken for an own attempt.
bool MailCourier::step() {
  take_lease();
  see_through();
  const auto no = next_due();
  return no && send(*no);
}

}  // namespace lantoa::city::oversight
