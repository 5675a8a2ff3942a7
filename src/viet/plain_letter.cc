#include "viet/plain_letter.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <map>
#include <memory>

#include "kernel/assert.h"

namespace lantoa::viet {

namespace {

// What letters look like that ICU's tables do not turn into a plain one.
char looks_like(char32_t c) {
  static const std::map<char32_t, char> table = {
      {0x043D, 'h'}, {0x043A, 'k'}, {0x0442, 't'}, {0x043C, 'm'}, {0x0432, 'b'}, {0x0438, 'u'},
      {0x0433, 'r'}, {0x0456, 'i'}, {0x0455, 's'}, {0x0458, 'j'}, {0x04BB, 'h'}, {0x051B, 'q'},
      {0x029C, 'h'}, {0x1D00, 'a'}, {0x1D04, 'c'}, {0x1D05, 'd'}, {0x1D07, 'e'}, {0x0262, 'g'},
      {0x026A, 'i'}, {0x1D0B, 'k'}, {0x029F, 'l'}, {0x1D0D, 'm'}, {0x0274, 'n'}, {0x1D0F, 'o'},
      {0x1D18, 'p'}, {0x0280, 'r'}, {0x1D1B, 't'}, {0x1D1C, 'u'}, {0x1D20, 'v'}, {0x028F, 'y'},
      {0x03B7, 'n'}, {0x03BA, 'k'}, {0x03C4, 't'}, {0x03C5, 'u'}, {0x03BC, 'u'}, {0x03B5, 'e'},
      {0x0299, 'b'}, {0xA730, 'f'}, {0x03BF, 'o'}, {0x0435, 'e'}};
  const auto small = [c](char32_t first) { return static_cast<char>('a' + (c - first)); };
  if (c >= 0x1F150 && c <= 0x1F169) return small(0x1F150);  // white on black circles
  if (c >= 0x1F170 && c <= 0x1F189) return small(0x1F170);
  if (c >= 0x1F130 && c <= 0x1F149) return small(0x1F130);
  const auto found = table.find(c);
  return found == table.end() ? '\0' : found->second;
}

const USpoofChecker* spoof_checker() {
  static const std::unique_ptr<USpoofChecker, void (*)(USpoofChecker*)> checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    USpoofChecker* made = uspoof_open(&status);
    ASSERT(U_SUCCESS(status));
    return std::unique_ptr<USpoofChecker, void (*)(USpoofChecker*)>(made, uspoof_close);
  }();
  return checker.get();
}

icu::UnicodeString drawn_as(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  uspoof_getSkeletonUnicodeString(spoof_checker(), 0, text, out, &status);
  ASSERT(U_SUCCESS(status));
  return out;
}

bool is_plain_letter(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_known_imitation(char32_t c) { return looks_like(c) != 0; }

char same_letter_of(char32_t c) {
  const icu::UnicodeString skeleton = drawn_as(icu::UnicodeString(static_cast<UChar32>(c)));
  const bool plain = skeleton.countChar32() == 1 && is_plain_letter(skeleton.char32At(0));
  return plain ? static_cast<char>(skeleton.char32At(0)) : '\0';
}

char plain_letter_of(char32_t c) {
  if (const char known = looks_like(c)) return known;
  if (const char same = same_letter_of(c)) return same;
  return looks_like(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
}

std::u16string skeleton_of(std::u16string_view text) {
  const icu::UnicodeString drawn =
      drawn_as(icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size())));
  return {drawn.getBuffer(), static_cast<std::size_t>(drawn.length())};
}

bool is_latin(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_LATIN;
}

bool shows_nothing(char32_t c) {
  if (c >= 0xFFF9 && c <= 0xFFFB) return true;  // around notes between the lines
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace lantoa::viet
