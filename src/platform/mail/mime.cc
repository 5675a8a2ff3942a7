#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/mail/address.h"
#include "platform/mail/mail.h"

namespace lantoa::mail {

namespace {

constexpr std::size_t encoded_word_bytes_max = 45;  // of text; 60 as base64, 72 with =?UTF-8?B?…?=
constexpr std::size_t plain_header_bytes_max = 60;
constexpr std::size_t line_bytes_max = 76;  // RFC 2045 section 6.7
constexpr std::size_t id_bytes_max = 200;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string base64(std::string_view bytes) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view three = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t n = 0; n < 3; ++n) {
      bits = bits << 8U | (n < three.size() ? static_cast<unsigned char>(three[n]) : 0U);
    }
    for (std::size_t n = 0; n < 4; ++n) {
      out += n <= three.size() ? digits[bits >> (18U - 6U * n) & 63U] : '=';
    }
  }
  return out;
}

// Text of a header with no way out of its line: every control character is a space.
std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(out.begin(), out.end(), is_control, ' ');
  return out;
}

// RFC 2047: words of base64, each of whole characters, a folded line each.
std::string encoded_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t size = std::min(text.size(), encoded_word_bytes_max);
    while (size > 0 && size < text.size() && continues_character(text[size])) --size;
    if (size == 0) size = std::min(text.size(), encoded_word_bytes_max);  // not UTF-8
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return out;
}

bool fits_plainly(std::string_view text) {
  return text.size() <= plain_header_bytes_max && std::all_of(text.begin(), text.end(), is_ascii) &&
         text.find("=?") == std::string_view::npos;
}

std::string subject_header(std::string_view subject) {
  const std::string text = one_line(subject);
  return fits_plainly(text) ? text : encoded_words(text);
}

std::string mailbox_header(const Mailbox& mailbox) {
  if (mailbox.name.empty()) return mailbox.address;
  const std::string name = one_line(mailbox.name);
  if (!fits_plainly(name)) return encoded_words(name) + "\r\n <" + mailbox.address + ">";
  std::string quoted;
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return "\"" + quoted + "\" <" + mailbox.address + ">";
}

void append_two_digits(std::string& out, int number) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

// RFC 5322 section 3.3, in Vietnam's time.
std::string date_header(Instant at) {
  static constexpr std::array<const char*, 7> days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const CivilTime civil = vietnam_time(at);
  const std::int32_t weekday = (vietnam_date(at).days % 7 + 7) % 7;
  std::string out = days.at(static_cast<std::size_t>(weekday));
  out += ", " + std::to_string(civil.date.day) + ' ';
  out += months.at(static_cast<std::size_t>(civil.date.month - 1));
  out += ' ' + std::to_string(civil.date.year) + ' ';
  append_two_digits(out, civil.hour);
  out += ':';
  append_two_digits(out, civil.minute);
  out += ':';
  append_two_digits(out, civil.second);
  return out + " +0700";
}

// One line of text, without its end, as quoted-printable lines.
void append_quoted_printable(std::string& out, std::string_view line) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::size_t width = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool last = i + 1 == line.size();
    const bool blank = c == ' ' || c == '\t';
    const bool as_it_is = blank ? !last : is_ascii(c) && !is_control(c) && c != '=';
    const std::size_t needs = as_it_is ? 1 : 3;
    if (width + needs > line_bytes_max - 1) {
      out += "=\r\n";
      width = 0;
    }
    width += needs;
    if (as_it_is) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '=';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  out += "\r\n";
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    append_quoted_printable(out, line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool is_message_id(std::string_view id) {
  return id.size() <= id_bytes_max && std::count(id.begin(), id.end(), '@') == 1 &&
         id.front() != '@' && id.back() != '@' && std::all_of(id.begin(), id.end(), [](char c) {
           return is_ascii(c) && !is_control(c) && c != ' ' && c != '<' && c != '>';
         });
}

}  // namespace

Result<std::string> to_mime(const Message& message) {
  if (!is_message_id(message.id)) {
    return problem(Code::Invalid,
                   {"Mã thư (Message-ID) không hợp lệ: phải có dạng “ký-hiệu@tên-miền”.",
                    "The Message-ID is not valid: it must look like “token@domain”."},
                   "id");
  }
  const std::optional<Mailbox> from = parse_mailbox(message.from);
  if (!from) {
    return problem(Code::Invalid,
                   {"Địa chỉ người gửi không hợp lệ. Hãy ghi dạng “Tên <hộp-thư@tên-miền>”.",
                    "The sender is not valid. Write it as “Name <mailbox@domain>”."},
                   "from");
  }
  if (!is_address(message.to)) {
    return problem(Code::Invalid,
                   {"Địa chỉ người nhận không hợp lệ. Hãy ghi dạng “hộp-thư@tên-miền”.",
                    "The recipient's address is not valid. Write it as “mailbox@domain”."},
                   "to");
  }
  return "Date: " + date_header(message.date) +               //
         "\r\nFrom: " + mailbox_header(*from) +               //
         "\r\nTo: " + message.to +                            //
         "\r\nSubject: " + subject_header(message.subject) +  //
         "\r\nMessage-ID: <" + message.id + ">" +
         "\r\nMIME-Version: 1.0"
         "\r\nContent-Type: text/plain; charset=UTF-8"
         "\r\nContent-Transfer-Encoding: quoted-printable"
         "\r\nAuto-Submitted: auto-generated"  // RFC 3834: no out-of-office answers, please
         "\r\n\r\n" +
         quoted_printable(message.text);
}

}  // namespace lantoa::mail
