#include "city/oversight/courier.h"

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

bool MailCourier::is_remembered(ReminderNo no) const {
  const auto found = untold_.find(no);
  return found != untold_.end() && found->second.lease == lease_;
}

bool MailCourier::tell(ReminderNo no) {
  const bool told =
      std::visit([this](const auto& order) { return run(make_order(state_, needs_, order)); },
                 untold_.at(no).order);
  if (told) untold_.erase(no);
  return told;
}

// Between two steps nothing is on its way. What a step handed over without being able to write what
// became of it is told now; what an earlier run left may have arrived and is not sent again.
void MailCourier::end_interrupted() {
  const auto interrupted = app_.engine.read([&] {
    std::vector<ReminderNo> out;
    for (const ReminderNo no : state_.open()) {
      if (state_.reminder(no).handed_over) out.push_back(no);
    }
    return out;
  });
  for (const ReminderNo no : interrupted) {
    if (is_remembered(no)) {
      tell(no);
    } else {
      run(make_order(state_, needs_, Finish{no, End::Unknown, "interrupted"}));
    }
  }
}

std::optional<ReminderNo> MailCourier::next_due() {
  const Instant now = clock_.now();
  return app_.engine.read([&]() -> std::optional<ReminderNo> {
    for (const ReminderNo no : state_.open()) {
      const Reminder& reminder = state_.reminder(no);
      if (!reminder.handed_over && reminder.not_before <= now) return no;
    }
    return std::nullopt;
  });
}

mail::Message MailCourier::compose(ReminderNo no) {
  return app_.engine.read([&] {
    const Reminder& reminder = state_.reminder(no);
    const Date today = needs_.calendar.today();
    const organisation::Unit& unit = needs_.organisation.unit(reminder.unit);
    mail::Message message;
    message.id = "nhac-viec-" + std::to_string(no.value) + "@" + settings_.id_host;
    message.from = settings_.from;
    message.to = unit.mailbox;
    message.date = clock_.now();
    message.subject = (reminder.urged_by ? "Đôn đốc: " : "Nhắc việc: ") +
                      std::to_string(reminder.assignments.size()) +
                      " nhiệm vụ phổ biến pháp luật chưa xong";
    message.text =
        "Kính gửi " + unit.name + ",\n\nĐơn vị còn các nhiệm vụ sau chưa báo hoàn thành:\n\n";
    for (const std::uint32_t number : reminder.assignments) {
      const plan::Assignment& assignment = needs_.plans.assignment(AssignmentNo{number});
      const plan::Task& task = needs_.plans.task(assignment.task);
      message.text += "- " + task.what + "\n  Kế hoạch " + needs_.plans.plan(task.plan).number +
                      ", hạn " + vietnamese(assignment.due);
      if (assignment.due < today) {
        message.text += ", quá hạn " + std::to_string(today - assignment.due) + " ngày";
      }
      message.text += "\n";
    }
    message.text +=
        "\nBáo hoàn thành tại " + app_.public_url + "/nhiem-vu\n\n" +
        "Thư này gửi tự động tới hộp thư của đơn vị; đơn vị đã xong việc không nhận thư.\n";
    return message;
  });
}

bool MailCourier::send(ReminderNo no) {
  const mail::Message message = compose(no);
  if (message.to.empty()) {
    return run(make_order(state_, needs_, Finish{no, End::NoMailbox, ""}));
  }
  // Should the hand-over be written although the append is reported as failed, nothing was sent.
  remember(no, Postpone{no, "the hand-over was not confirmed"});
  if (!run(make_order(state_, needs_, HandOver{no}))) return false;
  const mail::Sent sent = app_.mail.send(message);
  switch (sent.outcome) {
    case mail::Outcome::Accepted:
      remember(no, Finish{no, End::Sent, sent.note});
      break;
    case mail::Outcome::Refused:
      remember(no, Finish{no, End::Refused, sent.note});
      break;
    case mail::Outcome::Unknown:
      remember(no, Finish{no, End::Unknown, sent.note});
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
  lease_ = app_.lease;
  end_interrupted();
  const auto no = next_due();
  return no && send(*no);
}

}  // namespace lantoa::city::oversight
