#include "platform/http/text.h"

#include <algorithm>
#include <array>

#include "kernel/utf8.h"
#include "platform/http/http.h"

namespace lantoa::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr std::array<bool, 256> token_characters = [] {
  std::array<bool, 256> out{};
  for (const char c : std::string_view("!#$%&'*+-.^_`|~"))
    out[static_cast<unsigned char>(c)] = true;
  for (std::size_t c = 0; c < out.size(); ++c) {
    if (c < 0x80 && is_letter_or_digit(static_cast<char>(c))) out[c] = true;
  }
  return out;
}();

// Whether one of the characters is `sought`. Blocks of a size the compiler knows are looked at as a
// whole, which a loop over all of `text` is not at -O2.
template <class Sought>
bool has_character(std::string_view text, Sought sought) {
  constexpr std::size_t block = 16;
  for (; text.size() >= block; text.remove_prefix(block)) {
    unsigned char found = 0;
    for (std::size_t i = 0; i < block; ++i) found |= sought(static_cast<unsigned char>(text[i]));
    if (found != 0) return true;
  }
  unsigned char found = 0;
  for (const char c : text) found |= sought(static_cast<unsigned char>(c));
  return found != 0;
}

bool is_ascii(std::string_view text) {
  return !has_character(text, [](unsigned char c) -> unsigned char { return c & 0x80U; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos && (is_ascii(text) || is_utf8(text));
}

std::string as_text(std::string bytes) {
  if (is_text(bytes)) return bytes;
  std::string out;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t size = rest.front() == '\0' ? 0 : character_size(rest);
    out += size == 0 ? std::string_view("\xEF\xBF\xBD") : rest.substr(0, size);
    rest.remove_prefix(std::max<std::size_t>(1, size));
  }
  return out;
}

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
  // One character at a time: find_first_of() would search its set anew at each place.
  const bool is_plain = text.find('%') == std::string_view::npos &&
                        (plus == Plus::IsItself || text.find('+') == std::string_view::npos);
  if (is_plain) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else if (text[i] == '+' && plus == Plus::IsSpace) {
      out += ' ';
    } else {
      out += text[i];
    }
  }
  return out;
}

std::optional<std::string> decode_text(std::string_view text, Plus plus) {
  std::optional<std::string> decoded = percent_decode(text, plus);
  if (decoded && !is_text(*decoded)) return std::nullopt;
  return decoded;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  static constexpr std::string_view unreserved = "-._~";  // RFC 3986 section 2.3
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_letter_or_digit(c) || unreserved.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15U];
    }
  }
  return out;
}

bool is_token_character(char c) { return token_characters[static_cast<unsigned char>(c)]; }

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_field_value(std::string_view text) {
  return !has_character(text, [](unsigned char c) -> unsigned char {
    const bool is_control = c < 0x20;
    const bool is_tab = c == '\t';
    const bool is_delete = c == 0x7F;
    return static_cast<unsigned char>((is_control & !is_tab) | is_delete);
  });
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace lantoa::http
