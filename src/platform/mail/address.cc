#include "platform/mail/address.h"

#include <algorithm>

#include "platform/mail/mail.h"

namespace lantoa::mail {

namespace {

// RFC 5321 section 4.5.3.1
constexpr std::size_t local_bytes_max = 64;
constexpr std::size_t address_bytes_max = 254;
constexpr std::size_t label_bytes_max = 63;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_character(char c) {
  static constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";  // RFC 5322 section 3.2.3
  return is_letter_or_digit(c) || others.find(c) != std::string_view::npos;
}

bool is_domain_character(char c) { return is_letter_or_digit(c) || c == '-'; }

// Non-empty parts between dots, each made of the given characters.
template <class Allowed>
bool is_dotted(std::string_view text, Allowed allowed, std::size_t part_bytes_max) {
  for (;;) {
    const std::size_t end = std::min(text.find('.'), text.size());
    const std::string_view part = text.substr(0, end);
    if (part.empty() || part.size() > part_bytes_max) return false;
    if (!std::all_of(part.begin(), part.end(), allowed)) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

bool is_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.size() > address_bytes_max) return false;
  const std::string_view domain = text.substr(at + 1);
  return at <= local_bytes_max && is_dotted(text.substr(0, at), is_local_character, at) &&
         is_dotted(domain, is_domain_character, label_bytes_max) && domain.front() != '-' &&
         domain.back() != '-' && domain.find("-.") == std::string_view::npos &&
         domain.find(".-") == std::string_view::npos;
}

std::optional<Mailbox> parse_mailbox(std::string_view text) {
  text = trim(text);
  if (is_address(text)) return Mailbox{{}, std::string(text)};
  const std::size_t open = text.rfind('<');
  if (open == std::string_view::npos || text.back() != '>') return std::nullopt;
  const std::string_view address = text.substr(open + 1, text.size() - open - 2);
  if (!is_address(address)) return std::nullopt;
  std::string_view name = trim(text.substr(0, open));
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
    name = name.substr(1, name.size() - 2);
  }
  return Mailbox{std::string(name), std::string(address)};
}

}  // namespace lantoa::mail
