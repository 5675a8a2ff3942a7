#include "viet/source_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::viet {

namespace {

constexpr char32_t replacement = 0xFFFD;

const icu::Normalizer2& normalizer(bool compose) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found =
      compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  ASSERT(U_SUCCESS(status));
  return *found;
}

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63; }

bool is_invisible(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_space(char32_t c) {
  return c == U'*' || (c < 0x80 ? c == U' ' || (c >= 0x09 && c <= 0x0D)
                                : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0);
}

bool is_mark(char32_t c) {
  return c >= 0x300 && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

// Marks come in any order: ô with a dot below is ộ too. A mark that fits nothing is dropped.
char32_t composed(const icu::Normalizer2& composer, char32_t base, char32_t mark) {
  icu::UnicodeString pair;
  pair.append(static_cast<UChar32>(base)).append(static_cast<UChar32>(mark));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString whole = composer.normalize(pair, status);
  const bool one = U_SUCCESS(status) && whole.countChar32() == 1;
  return one ? static_cast<char32_t>(whole.char32At(0)) : base;
}

char fold_character(char32_t c, const icu::Normalizer2& decomposer) {
  if (c >= 0x80) {
    if (c == 0x0110 || c == 0x0111) return 'd';
    if (c == 0x2026) return '.';
    if (c == 0x201C || c == 0x201D) return '"';
    icu::UnicodeString parts;
    if (!decomposer.getDecomposition(static_cast<UChar32>(c), parts)) return '\x01';
    c = static_cast<char32_t>(parts.char32At(0));
    if (c >= 0x80) return '\x01';
  }
  if (c >= U'A' && c <= U'Z') c += 32;
  return c == 0 ? '\x01' : static_cast<char>(c);
}

// Whether a backslash before this byte is Markdown's: an escape, or a hard line break.
bool escapes(char c) { return c == '\n' || c == '\r' || is_ascii_mark(c); }

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\x01';
}

}  // namespace

bool is_letter(char32_t c) {
  return c < 0x80 ? (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')
                  : u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_ascii_mark(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

SourceText::SourceText(std::string_view source) {
  ASSERT(source.size() <= source_bytes_max);
  const icu::Normalizer2& composer = normalizer(true);
  const icu::Normalizer2& decomposer = normalizer(false);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(source.data());
  const auto length = static_cast<std::int32_t>(source.size());
  characters_.reserve(source.size());
  int newlines = 0;  // in the white space being read
  for (std::int32_t i = 0; i < length;) {
    const auto begin = static_cast<std::uint32_t>(i);
    UChar32 raw = 0;
    U8_NEXT(bytes, i, length, raw);
    const auto end = static_cast<std::uint32_t>(i);
    if (raw == '\\' && (i == length || escapes(static_cast<char>(bytes[i])))) continue;
    char32_t c = raw < 0 ? replacement : static_cast<char32_t>(raw);
    if (c >= 0x80 && is_invisible(c)) continue;
    if (is_space(c)) {
      newlines += c == U'\n' ? 1 : 0;
      const char32_t space = newlines > 1 ? U'\n' : U' ';
      if (!characters_.empty() && (at(size() - 1) == U' ' || at(size() - 1) == U'\n')) {
        characters_.back() = {space, characters_.back().begin, end};
      } else {
        characters_.push_back({space, begin, end});
      }
      continue;
    }
    newlines = 0;
    if (is_mark(c) && !characters_.empty()) {
      characters_.back().value = composed(composer, characters_.back().value, c);
      characters_.back().end = end;
      continue;
    }
    if (is_dash(c)) c = U'-';
    if (c == 0x00D0) c = 0x0110;
    if (c == 0x00F0) c = 0x0111;
    characters_.push_back({c, begin, end});
  }
  folded_.reserve(size());
  for (const Character& character : characters_) {
    folded_ += fold_character(character.value, decomposer);
  }
}

std::size_t SourceText::begin_byte(std::size_t i) const {
  return i < size() ? characters_[i].begin : (size() == 0 ? 0 : characters_.back().end);
}

std::size_t SourceText::end_byte(std::size_t i) const {
  ASSERT(i > 0 && i <= size());
  return characters_[i - 1].end;
}

std::size_t SourceText::index_of(std::size_t byte) const {
  const auto found =
      std::lower_bound(characters_.begin(), characters_.end(), byte,
                       [](const Character& c, std::size_t wanted) { return c.begin < wanted; });
  return static_cast<std::size_t>(found - characters_.begin());
}

bool SourceText::starts(std::size_t i, std::string_view pattern) const {
  if (i > size() || folded_.compare(i, pattern.size(), pattern) != 0) return false;
  const std::size_t end = i + pattern.size();
  const bool left = i == 0 || !is_word_byte(folded_[i - 1]) || !is_word_byte(pattern.front());
  const bool right = end >= size() || !is_word_byte(folded_[end]) || !is_word_byte(pattern.back());
  return left && right;
}

bool SourceText::ends(std::size_t i, std::string_view pattern) const {
  return i >= pattern.size() && starts(i - pattern.size(), pattern);
}

std::string SourceText::text(std::size_t begin, std::size_t end) const {
  icu::UnicodeString out;
  for (std::size_t i = begin; i < std::min(end, size()); ++i) {
    out.append(static_cast<UChar32>(at(i) == U'\n' ? U' ' : at(i)));
  }
  out.trim();
  std::string utf8;
  return out.toUTF8String(utf8);
}

void Capitals::add(const SourceText& source, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && !small_; ++i) {
    if (!is_letter(source.at(i))) continue;
    small_ = !is_upper(source.at(i));
    ++letters_;
  }
}

bool all_capitals(const SourceText& source, std::size_t begin, std::size_t end) {
  Capitals capitals;
  capitals.add(source, begin, end);
  return capitals.all();
}

}  // namespace lantoa::viet
