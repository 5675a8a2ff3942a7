#include "platform/mail/refusal.h"

#include <algorithm>
#include <array>

namespace lantoa::mail {
namespace {

constexpr std::string_view unknown_mailbox = "5.1.1";

bool is_code_digit(char c) { return c >= '0' && c <= '9'; }

// "5.1.1" at the beginning of the words; empty: they begin otherwise.
std::string_view enhanced_status(std::string_view words) {
  std::size_t at = 0;
  for (int part = 0; part < 3; ++part) {
    if (part > 0 && (at >= words.size() || words[at++] != '.')) return {};
    const std::size_t begin = at;
    while (at < words.size() && is_code_digit(words[at])) ++at;
    if (at == begin || at - begin > 3) return {};
  }
  const bool ends =
      at == words.size() || words[at] == ' ' || words[at] == '\r' || words[at] == '\n';
  return ends ? words.substr(0, at) : std::string_view();
}

// In small letters, without the codes of its lines, a space between them.
std::string words_of(std::string_view reply) {
  std::string out;
  while (!reply.empty()) {
    const std::size_t end = std::min(reply.find('\n'), reply.size());
    std::string_view line = reply.substr(0, end);
    reply.remove_prefix(std::min(end + 1, reply.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    line.remove_prefix(std::min<std::size_t>(4, line.size()));
    if (!out.empty()) out += ' ';
    for (const char c : line) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// Only what can mean nothing else: "not available" or "rejected" is said of spam as well, and of a
// sender that was looked up and not found it is said here, too.
bool says_unknown(const std::string& words) {
  if (words.find("sender") != std::string::npos) return false;
  constexpr std::array<std::string_view, 15> sentences{
      "user unknown",      "unknown user",        "no such user",          "user not found",
      "mailbox unknown",   "unknown mailbox",     "no such mailbox",       "mailbox not found",
      "recipient unknown", "unknown recipient",   "no such recipient",     "recipient not found",
      "no mailbox here",   "no such person here", "mailbox does not exist"};
  return std::any_of(sentences.begin(), sentences.end(), [&](std::string_view sentence) {
    return words.find(sentence) != std::string::npos;
  });
}

}  // namespace

std::string no_mailbox_in(std::string_view reply) {
  const bool is_reply = reply.size() > 3 && is_code_digit(reply[1]) && is_code_digit(reply[2]) &&
                        (reply[3] == ' ' || reply[3] == '-');
  if (!is_reply || reply[0] != '5') return {};
  const std::string_view status = enhanced_status(reply.substr(4));
  if (!status.empty()) return std::string(status == unknown_mailbox ? status : "");
  const std::string_view code = reply.substr(0, 3);
  const bool may_say_so = code == "550" || code == "553";
  return std::string(may_say_so && says_unknown(words_of(reply)) ? unknown_mailbox : "");
}

}  // namespace lantoa::mail
