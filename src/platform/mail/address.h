// Addresses as mail headers and SMTP write them. Internal to mail.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lantoa::mail {

struct Mailbox {
  std::string name;  // may be empty
  std::string address;
};

// "Lan Tỏa <lantoa@example>", "\"A, B\" <a@b>" or "lantoa@example".
std::optional<Mailbox> parse_mailbox(std::string_view text);

}  // namespace lantoa::mail
