// Rules of mails that came back, and of saying that a mailbox is right.
#include <algorithm>

#include "city/oversight/decide.h"
#include "city/oversight/returned.h"
#include "city/person.h"

namespace lantoa::city::oversight {
namespace {

// Servers tell an address in the letters they like.
bool is_same_address(std::string_view a, std::string_view b) {
  const auto small = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return small(x) == small(y); });
}

const std::string& address_of_attempt(const organisation::State& organisation,
                                      const Reminder& reminder, std::uint32_t attempt) {
  const Attempt& one = reminder.attempted[attempt - 1];
  return organisation.mailbox_at(one.to, one.seq);
}

// The newest attempt, from 1, that went to one of these addresses; 0: none did.
std::uint32_t attempt_to(const organisation::State& organisation, const Reminder& reminder,
                         const std::vector<std::string>& addresses) {
  for (auto i = static_cast<std::uint32_t>(reminder.attempted.size()); i > 0; --i) {
    const std::string& mailbox = address_of_attempt(organisation, reminder, i);
    const bool is_it =
        std::any_of(addresses.begin(), addresses.end(),
                    [&](const std::string& address) { return is_same_address(address, mailbox); });
    if (is_it && !mailbox.empty()) return i;
  }
  return 0;
}

// Of one mail and one address a second notification, or the same read again, tells nothing new but
// that there is no hope any more.
bool is_known_of(const organisation::State& organisation, const Reminder& reminder,
                 std::uint32_t attempt, bool permanent) {
  const std::string& address = address_of_attempt(organisation, reminder, attempt);
  return std::any_of(reminder.returns.begin(), reminder.returns.end(), [&](const MailReturn& one) {
    return (one.is_permanent() || !permanent) &&
           is_same_address(address_of_attempt(organisation, reminder, one.attempt), address);
  });
}

}  // namespace

void add_refusal(ledger::Decision& decision, const Known& known, const Reminder& reminder,
                 const Finish& command) {
  const auto attempt = static_cast<std::uint32_t>(reminder.attempted.size());
  if (attempt == 0 || is_known_of(known.organisation, reminder, attempt, true)) return;
  decision.add(subject("reminder", reminder.no),
               MailReturned{reminder.no, attempt, command.no_mailbox, command.why});
}

Decided decide(const Known& known, const RecordReturn& command, const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::Urge));
  const State& state = known.reminders;
  const bool exists = command.reminder && command.reminder.index() < state.reminders();
  if (!exists || !state.reminder(command.reminder).tagged) {
    return problem(Code::NotFound, {"Không có thư này, hoặc mã thư không do hệ thống này đặt.",
                                    "There is no such mail, or its Message-ID is not ours."});
  }
  const Reminder& reminder = state.reminder(command.reminder);
  const bool permanent = command.status.starts_with("5.");
  if (!permanent && !command.status.starts_with("4.")) {
    return problem(Code::Invalid,
                   {"Trạng thái “" + command.status + "” không nói rằng thư bị trả lại.",
                    "The status “" + command.status + "” does not say that the mail came back."});
  }
  const std::uint32_t attempt = attempt_to(known.organisation, reminder, command.addresses);
  if (attempt == 0) {
    return problem(Code::Invalid, {"Thư này không gửi tới địa chỉ mà thông báo nêu.",
                                   "This mail was not sent to the address that is named."});
  }
  ledger::Decision decision;
  if (is_known_of(known.organisation, reminder, attempt, permanent)) return decision;
  decision.add(subject("reminder", command.reminder),
               MailReturned{command.reminder, attempt, command.status, command.why});
  return decision;
}

Decided decide(const Known& known, const CheckAddress& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.unit));
  TRY(known.organisation.require(envelope.actor, Right::ManageUnits, command.unit));
  const auto returning = returning_mailbox(known.reminders, known.organisation, command.unit);
  if (!returning) {
    return problem(Code::Conflict,
                   {"Hộp thư của đơn vị này không còn trả lại thư; thư vẫn được gửi.",
                    "Mails to this unit do not come back any more; they are being sent."});
  }
  if (returning->came_back != command.seen) {
    return problem(Code::Conflict,
                   {"Vừa có thêm thư bị trả lại. Hãy xem lại danh sách trước khi ghi nhận.",
                    "One more mail has just come back. Look at the list again first."});
  }
  ledger::Decision decision;
  decision.add(subject("unit", command.unit),
               AddressChecked{command.unit, person_of(envelope.actor)});
  decision.answer = std::string(returned_address) + "?xong=da-kiem-tra";
  return decision;
}

}  // namespace lantoa::city::oversight
