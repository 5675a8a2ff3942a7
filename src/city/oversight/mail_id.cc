#include "city/oversight/mail_id.h"

#include <charconv>

namespace lantoa::city::oversight {
namespace {

constexpr std::string_view before_number = "nhac-viec-";
constexpr std::size_t tag_digits = 24;  // 96 bits

}  // namespace

// With the moment of the promise in it, a number that a restored ledger gives out again makes
// another Message-ID than the one that was sent before.
std::string mail_id(const ledger::Vault& vault, const Reminder& reminder, std::string_view host) {
  const std::string number = std::to_string(reminder.no.value);
  std::string out = std::string(before_number) + number;
  if (reminder.tagged) {
    const std::string moment = std::to_string(reminder.promised.ms);
    out += "." + vault.commitment("mail-id/" + number, moment).substr(0, tag_digits);
  }
  return out.append("@").append(host);
}

std::optional<ReminderNo> reminder_in(std::string_view mail_id) {
  if (!mail_id.starts_with(before_number)) return std::nullopt;
  mail_id.remove_prefix(before_number.size());
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(mail_id.data(), mail_id.data() + mail_id.size(), number);
  if (error != std::errc() || number == 0) return std::nullopt;
  return ReminderNo{number};
}

}  // namespace lantoa::city::oversight
