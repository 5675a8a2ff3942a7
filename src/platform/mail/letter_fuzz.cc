// Whatever a mail server answers and whatever stands in a letter: what is kept of an answer is one
// short line of plain text without addresses, no text becomes a header, and a letter's text can be
// read out of it again. The first line is a name, an address or an answer; the rest is the text.
// Tries: address.cc, mime.cc, note.cc
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/assert.h"
#include "platform/mail/address.h"
#include "platform/mail/mail.h"
#include "platform/mail/note.h"

namespace {

using lantoa::mail::Message;

constexpr std::size_t line_bytes_max = 998;  // RFC 5322 section 2.1.1
constexpr std::string_view line_end = "\r\n";

void try_note(std::string_view reply) {
  const std::string note = lantoa::mail::note_of(reply);
  ASSERT(note.size() <= lantoa::mail::note_bytes_max);
  ASSERT(note.find('@') == std::string::npos);
  constexpr std::string_view hidden = "…";
  for (std::string_view rest = note; !rest.empty();) {
    const bool is_hidden = rest.starts_with(hidden);
    ASSERT(is_hidden || (rest.front() >= ' ' && rest.front() <= '~'));
    rest.remove_prefix(is_hidden ? hidden.size() : 1);
  }
}

// What a header line may begin with: its name, or the blank of a line that goes on.
bool is_header_line(std::string_view line) {
  constexpr std::array<std::string_view, 9> names{
      "Date: ",         "From: ",         "To: ",          "Subject: ",       "Message-ID: ",
      "MIME-Version: ", "Content-Type: ", "Content-Trans", "Auto-Submitted: "};
  return line.starts_with(' ') ||
         std::any_of(names.begin(), names.end(), [&](auto name) { return line.starts_with(name); });
}

std::string without_quoting(std::string_view body) {
  std::string out;
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
  while (!body.empty()) {
    if (body.starts_with("=\r\n")) {
      body.remove_prefix(3);
    } else if (body.front() == '=') {
      ASSERT(body.size() >= 3);
      out += static_cast<char>(digit(body[1]) * 16 + digit(body[2]));
      body.remove_prefix(3);
    } else if (body.starts_with(line_end)) {
      out += '\n';
      body.remove_prefix(line_end.size());
    } else {
      out += body.front();
      body.remove_prefix(1);
    }
  }
  return out;
}

// Each line ended, and by a line feed alone.
std::string in_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.append(line).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

void try_letter(const Message& message) {
  const auto mime = lantoa::mail::to_mime(message);
  if (!mime) {
    ASSERT(!mime.error().text.vi.empty() && !mime.error().field.empty());
    return;
  }
  const std::size_t head = mime->find("\r\n\r\n");
  ASSERT(head != std::string::npos);
  std::size_t at = 0;
  bool is_head = true;
  while (at < mime->size()) {
    const std::size_t end = mime->find(line_end, at);
    ASSERT(end != std::string::npos && end - at <= line_bytes_max);
    const std::string_view line = std::string_view(*mime).substr(at, end - at);
    ASSERT(line.find_first_of(line_end) == std::string_view::npos);
    is_head = is_head && !line.empty();
    if (is_head) ASSERT(is_header_line(line));
    at = end + line_end.size();
  }
  ASSERT(without_quoting(std::string_view(*mime).substr(head + 4)) == in_lines(message.text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try_note(bytes);
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string first(bytes.substr(0, end));
  const std::string rest(bytes.substr(std::min(end + 1, bytes.size())));
  const auto mailbox = lantoa::mail::parse_mailbox(first);
  if (mailbox) ASSERT(lantoa::mail::is_address(mailbox->address));
  const std::string sender = "Lan Tỏa <lantoa@so.example>";
  try_letter({"1.thu@so.example", sender, "a@so.example", first, rest, {}});
  try_letter({"1.thu@so.example", first, "a@so.example", rest, rest, {}});
  try_letter({first, sender, first, rest, first, {}});
  return 0;
}
