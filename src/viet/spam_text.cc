#include "viet/spam_text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>

#include "viet/plain_letter.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t percent_codes_min = 3;  // "100%" is honest; three coded bytes are not
constexpr std::size_t invisible_in_words_min = 2;

std::optional<unsigned> digit_of(char c, unsigned base) {
  unsigned value = 99;
  if (c >= '0' && c <= '9') value = static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') value = static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') value = static_cast<unsigned>(c - 'A') + 10;
  return value < base ? std::optional(value) : std::nullopt;
}

// The byte that "%6e" at `at` stands for.
std::optional<char> percent_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '%') return std::nullopt;
  const auto high = digit_of(text[at + 1], 16);
  const auto low = digit_of(text[at + 2], 16);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

std::size_t count_percent(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) count += percent_at(text, i) ? 1 : 0;
  return count;
}

std::string without_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = percent_at(text, i);
    out += byte ? *byte : text[i];
    if (byte) i += 2;
  }
  return is_utf8(out) ? out : std::string(text);
}

// "&#110;" or "&#x6e;" at the front: the character and how many bytes stand for it.
struct Entity {
  UChar32 character = 0;
  std::size_t bytes = 0;
};
std::optional<Entity> entity_at(std::string_view text) {
  if (!text.starts_with("&#")) return std::nullopt;
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const unsigned base = hex ? 16 : 10;
  std::size_t at = hex ? 3 : 2;
  const std::size_t first = at;
  UChar32 value = 0;
  for (; at < text.size() && at < first + 7; ++at) {
    const auto digit = digit_of(text[at], base);
    if (!digit) break;
    value = static_cast<UChar32>(static_cast<unsigned>(value) * base + *digit);
  }
  if (at == first || value <= 0 || value > 0x10FFFF) return std::nullopt;
  if (at < text.size() && text[at] == ';') ++at;
  return Entity{value, at};
}

std::string without_entities(std::string_view text, std::size_t& count) {
  std::string out;
  while (!text.empty()) {
    if (const auto entity = entity_at(text)) {
      icu::UnicodeString(entity->character).toUTF8String(out);
      text.remove_prefix(entity->bytes);
      ++count;
      continue;
    }
    out += text.front();
    text.remove_prefix(1);
  }
  return is_utf8(out) ? out : std::string();
}

char32_t utf32(UChar32 c) { return static_cast<char32_t>(c); }

// Beyond ASCII, and neither a letter of Vietnamese nor a mark nor a sign.
bool may_imitate(UChar32 c) {
  if (c < 0x80 || is_known_imitation(utf32(c))) return c >= 0x80;
  return u_isalpha(c) && !is_latin(utf32(c));
}

// Invisible characters between two letters, and letters of two scripts in one word.
struct Disguise {
  std::size_t invisible = 0;
  bool mixed = false;
};

Disguise disguise_of(const icu::UnicodeString& text) {
  Disguise out;
  bool latin = false;
  bool other = false;
  bool after_letter = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (shows_nothing(utf32(c))) {
      const std::int32_t next = text.moveIndex32(i, 1);
      const bool inside = after_letter && next < text.length() && u_isalpha(text.char32At(next));
      out.invisible += inside ? 1 : 0;
      continue;
    }
    const bool mark = u_charType(c) == U_NON_SPACING_MARK;
    after_letter = u_isalpha(c) || mark;
    if (mark) continue;
    if (!u_isalpha(c)) {
      latin = other = false;
      continue;
    }
    latin = latin || is_latin(utf32(c));
    other = other || (may_imitate(c) && plain_letter_of(utf32(c)) != 0);
    out.mixed = out.mixed || (latin && other);
  }
  return out;
}

icu::UnicodeString in_plain_letters(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (shows_nothing(utf32(c))) continue;
    const char plain = may_imitate(c) ? plain_letter_of(utf32(c)) : '\0';
    out.append(plain != 0 ? static_cast<UChar32>(plain) : c);
  }
  return out;
}

}  // namespace

SeenText seen_text(std::string_view text) {
  SeenText out;
  std::size_t entities = 0;
  std::string undone = without_entities(text, entities);
  const bool percent = count_percent(undone) >= percent_codes_min;
  if (percent) undone = without_percent(undone);
  const auto raw = icu::UnicodeString::fromUTF8(undone);
  const Disguise disguise = disguise_of(raw);
  out.hidden =
      entities > 0 || percent || disguise.mixed || disguise.invisible >= invisible_in_words_min;
  std::string plain;
  in_plain_letters(raw).toUTF8String(plain);
  out.lower = casefolded(plain);
  return out;
}

std::vector<SeenWord> seen_words(const std::string& lower) {
  std::vector<SeenWord> out;
  const auto text = icu::UnicodeString::fromUTF8(lower);
  icu::UnicodeString word;
  const auto end_word = [&] {
    if (word.isEmpty()) return;
    std::string bytes;
    word.toUTF8String(bytes);
    out.push_back({fold(bytes), name_key(bytes)});
    word.remove();
  };
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool inside = u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK || c == '@' || c == '$';
    if (inside) {
      word.append(c);
    } else {
      end_word();
    }
  }
  end_word();
  return out;
}

std::string without_digits_for_letters(std::string_view folded) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::none_of(folded.begin(), folded.end(), is_letter)) return std::string(folded);
  std::string out(folded);
  constexpr std::string_view from = "013457@$";
  constexpr std::string_view to = "oieastas";
  for (char& c : out) {
    if (const auto at = from.find(c); at != std::string_view::npos) c = to[at];
  }
  return out;
}

}  // namespace lantoa::viet
