// What a mail server says of a mail that it could not hand on: a delivery status notification
// (RFC 3464), as it comes back to the sender's address. Anybody can send such a text there: what is
// read here is a claim, and whoever acts on it has to know the mail it names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::mail {

constexpr std::size_t returned_bytes_max = std::size_t{1} << 20U;
constexpr std::size_t returned_recipients_max = 100;

enum class Action {
  Failed,     // it will not be delivered, or its server gave up
  Delayed,    // its server goes on trying
  Delivered,  // into the mailbox
  Relayed,    // to a server that sends no notifications
  Expanded,   // to all whom the address stands for
};

struct ReturnedRecipient {
  std::string original;  // the address as the sender gave it; empty: it is not said
  std::string address;   // the one that the notification is about; empty: it is none
  Action action = Action::Failed;
  std::string status;  // "5.1.1" (RFC 3463): class 2, 4 or 5, then twice 0 to 999
  // What the other server said: one line of at most 200 bytes, plain ASCII but for "…" where an
  // address stood. May be empty.
  std::string note;
};

struct Returned {
  std::string message_id;  // of the mail that it is about, without <>
  // 1 to returned_recipients_max; each has one of its two addresses at least.
  std::vector<ReturnedRecipient> recipients;
};

// nullopt for all that is no such notification, that names no mail or no recipient, or that is over
// a limit: answers of people and of their machines, read receipts, what is broken. Never throws but
// for want of memory. Notifications inside of other mails are not looked for.
std::optional<Returned> read_returned(std::string_view bytes);

}  // namespace lantoa::mail
