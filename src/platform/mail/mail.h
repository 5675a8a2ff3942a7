// Mail: one plain-text message to one address by SMTP (libcurl). Headers are built here from typed
// parts, so a name or subject cannot smuggle a header line.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::mail {

struct Message {
  std::string id;       // Message-ID without <>, the same for every attempt at this message
  std::string from;     // "Lan Tỏa Hà Nội <lantoa@example>": display name and address
  std::string to;       // an address, checked by is_address()
  std::string subject;  // any UTF-8; encoded (RFC 2047)
  std::string text;     // UTF-8 body, sent as quoted-printable or base64
  Instant date;
};

bool is_address(std::string_view text);  // one addr-spec, no spaces, controls or angle brackets
Result<std::string> to_mime(const Message& message);  // CRLF lines, RFC 5322

enum class Outcome {
  Accepted,  // the peer answered 250 after the message
  Refused,   // 5xx: trying again is useless
  NotNow,    // 4xx, no connection, time-out before the message was handed over
  Unknown,   // no answer after the message was handed over: it may have arrived
};
struct Sent {
  Outcome outcome = Outcome::NotNow;
  // The peer's words or the network's: one line of at most 200 bytes, plain ASCII but for "…" where
  // an address stood.
  std::string note;
  // Of a refusal for good of this very address: the status that says there is no such mailbox,
  // "5.1.1" (RFC 3463). Empty: whatever was refused, nothing is known of the mailbox.
  std::string no_mailbox = {};
};

class Sender {
 public:
  virtual ~Sender() = default;
  virtual Sent send(const Message& message) = 0;  // blocks; called by a courier's thread
};

struct SmtpSettings {
  std::string url;             // smtp://127.0.0.1:2525 or smtps://…
  std::string user, password;  // empty = no sign-in
  // One attempt ends by then, whatever the peer does, and what follows it (the goodbye) a second
  // later. Whom it cuts off after the message was handed over is sent it again: not too short.
  int timeout_seconds = 60;
};
std::unique_ptr<Sender> make_smtp_sender(SmtpSettings settings);

// For the demo and tests: each message becomes one file <Message-ID>.eml in `folder`, written whole
// and renamed. The same message again is there already and Accepted; another one of that id is
// Refused.
enum class Sync { EveryMessage, Never };  // Never: the folder is synced as a whole by its maker
Result<std::unique_ptr<Sender>> make_folder_sender(std::string folder,
                                                   Sync sync = Sync::EveryMessage);

}  // namespace lantoa::mail
