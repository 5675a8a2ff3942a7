// Whatever comes back to the sender's address: what is read of it is within its limits, names a
// mail and a recipient, and holds no address but where one belongs.
// Tries: returned.cc, entity.cc
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/assert.h"
#include "platform/mail/mail.h"
#include "platform/mail/note.h"
#include "platform/mail/returned.h"

namespace {

using lantoa::mail::ReturnedRecipient;

bool is_one_of(char c, std::string_view those) { return those.find(c) != std::string_view::npos; }

void check_status(std::string_view status) {
  ASSERT(status.size() >= 5 && status.size() <= 9);
  ASSERT(is_one_of(status[0], "245") && status[1] == '.');
  std::size_t dots = 0;
  for (const char c : status) {
    ASSERT(is_one_of(c, "0123456789."));
    if (c == '.') ++dots;
  }
  ASSERT(dots == 2 && status.back() != '.');
}

void check_note(std::string_view note) {
  ASSERT(note.size() <= lantoa::mail::note_bytes_max);
  ASSERT(note.find_first_of("@\r\n") == std::string_view::npos);
}

void check_recipient(const ReturnedRecipient& one) {
  ASSERT(!one.original.empty() || !one.address.empty());
  ASSERT(one.original.empty() || lantoa::mail::is_address(one.original));
  ASSERT(one.address.empty() || lantoa::mail::is_address(one.address));
  check_status(one.status);
  check_note(one.note);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto returned = lantoa::mail::read_returned(bytes);
  if (!returned) return 0;
  ASSERT(returned->message_id.find('@') != std::string::npos);
  ASSERT(returned->message_id.find_first_of("<> \t\r\n") == std::string::npos);
  ASSERT(!returned->recipients.empty());
  ASSERT(returned->recipients.size() <= lantoa::mail::returned_recipients_max);
  for (const ReturnedRecipient& one : returned->recipients) check_recipient(one);
  const auto again = lantoa::mail::read_returned(bytes);
  ASSERT(again && again->message_id == returned->message_id);
  ASSERT(again->recipients.size() == returned->recipients.size());
  return 0;
}
