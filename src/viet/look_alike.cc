#include "viet/look_alike.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <vector>

#include "kernel/assert.h"
#include "viet/plain_letter.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr UChar32 braille_blank = 0x2800;

icu::UnicodeString utf16_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

icu::UnicodeString in_form(const icu::UnicodeString& text,
                           const icu::Normalizer2* (*form)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = form(status);
  ASSERT(U_SUCCESS(status));
  icu::UnicodeString out = normalizer->normalize(text, status);
  ASSERT(U_SUCCESS(status));
  return out;
}

const icu::Normalizer2* decomposed_form(UErrorCode& status) {
  return icu::Normalizer2::getNFDInstance(status);
}
const icu::Normalizer2* compatible_form(UErrorCode& status) {
  return icu::Normalizer2::getNFKCInstance(status);
}

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK; }

// The capital of ð looks like that of đ; the tables know that of the capitals only.
UChar32 with_stroke(UChar32 c) { return c == 0x00F0 || c == 0x0256 ? 0x0111 : c; }

// Letters, signs and marks one by one, no mark twice on one letter.
icu::UnicodeString parts_of(std::string_view name) {
  const auto whole =
      in_form(in_form(utf16_of(without_hidden(name)), compatible_form), decomposed_form);
  icu::UnicodeString out;
  UChar32 before = 0;
  for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
    const UChar32 c = with_stroke(whole.char32At(i));
    if (!is_mark(c) || c != before) out.append(c);
    before = c;
  }
  return out;
}

icu::UnicodeString drawn(const icu::UnicodeString& text) {
  const std::u16string skeleton =
      skeleton_of({text.getBuffer(), static_cast<std::size_t>(text.length())});
  return icu::UnicodeString(skeleton.data(), static_cast<std::int32_t>(skeleton.size()));
}

// With the plain letter for every one that is mistaken for it; plain ones stay what they are.
std::string letters_key(const icu::UnicodeString& parts) {
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (c < 0x80 || is_mark(c)) {
      out.append(c);
    } else if (const char plain = plain_letter_of(static_cast<char32_t>(c))) {
      out.append(static_cast<UChar32>(plain));
    } else {
      out.append(drawn(icu::UnicodeString(c)));
    }
  }
  return name_key(utf8_of(out));
}

// An l in the skeleton is an upright stroke; as such it is no small L, whose capital is another.
std::string shape_key(const icu::UnicodeString& parts) {
  icu::UnicodeString out = drawn(parts);
  out.findAndReplace(icu::UnicodeString(UChar32{'l'}), icu::UnicodeString(UChar32{'|'}));
  return name_key(utf8_of(out));
}

UScriptCode script_of(UChar32 c) {
  // Of what it stands for: Greek letters made for formulas belong to no script themselves.
  const auto plain = in_form(icu::UnicodeString(c), compatible_form);
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(plain.isEmpty() ? c : plain.char32At(0), &status);
}

// Nobody takes their letters for Latin ones, so they may stand beside them.
bool go_with_latin(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
}

Text alphabet_of(UScriptCode script) {
  static const std::map<UScriptCode, Text> names{{USCRIPT_LATIN, {"La-tinh", "Latin"}},
                                                 {USCRIPT_CYRILLIC, {"Kirin", "Cyrillic"}},
                                                 {USCRIPT_GREEK, {"Hy Lạp", "Greek"}},
                                                 {USCRIPT_HAN, {"Hán", "Chinese"}},
                                                 {USCRIPT_HANGUL, {"Hàn Quốc", "Korean"}},
                                                 {USCRIPT_HIRAGANA, {"Nhật Bản", "Japanese"}},
                                                 {USCRIPT_KATAKANA, {"Nhật Bản", "Japanese"}},
                                                 {USCRIPT_THAI, {"Thái", "Thai"}},
                                                 {USCRIPT_LAO, {"Lào", "Lao"}},
                                                 {USCRIPT_KHMER, {"Khơ-me", "Khmer"}},
                                                 {USCRIPT_ARABIC, {"Ả Rập", "Arabic"}},
                                                 {USCRIPT_HEBREW, {"Do Thái", "Hebrew"}}};
  const auto found = names.find(script);
  if (found != names.end()) return found->second;
  const char* name = uscript_getName(script);
  const std::string known = name == nullptr ? "?" : name;
  return {known, known};
}

struct FoundLetter {
  UChar32 character = 0;
  std::size_t place = 0;
  UScriptCode script = USCRIPT_COMMON;
};

// The letters of a text that belong to an alphabet.
std::vector<FoundLetter> letters_of(std::string_view name) {
  const icu::UnicodeString text = utf16_of(name);
  std::vector<FoundLetter> out;
  std::size_t place = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (is_mark(c)) continue;
    ++place;
    if (!u_isalpha(c)) continue;
    const UScriptCode script = script_of(c);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) out.push_back({c, place, script});
  }
  return out;
}

StrayLetter stray(const FoundLetter& found, UScriptCode wanted) {
  return {utf8_of(icu::UnicodeString(found.character)), found.place, alphabet_of(found.script),
          alphabet_of(wanted)};
}

// The script of most letters, Latin where it is one of those.
UScriptCode main_script(const std::vector<FoundLetter>& letters) {
  std::map<UScriptCode, std::size_t> counts;
  for (const FoundLetter& one : letters) ++counts[one.script];
  UScriptCode out = USCRIPT_LATIN;
  std::size_t most = counts[USCRIPT_LATIN];
  for (const auto& [script, count] : counts) {
    if (count <= most) continue;
    most = count;
    out = script;
  }
  return out;
}

}  // namespace

LookKeys look_keys(std::string_view name) {
  const icu::UnicodeString parts = parts_of(name);
  return {letters_key(parts), shape_key(parts)};
}

bool look_alike(std::string_view a, std::string_view b) {
  const LookKeys one = look_keys(a);
  const LookKeys two = look_keys(b);
  return one.letters == two.letters || one.shape == two.shape;
}

std::string without_hidden(std::string_view text) {
  const icu::UnicodeString raw = utf16_of(text);
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < raw.length(); i = raw.moveIndex32(i, 1)) {
    const UChar32 c = raw.char32At(i);
    if (u_isUWhiteSpace(c) || c == braille_blank) {
      out.append(static_cast<UChar32>(' '));
    } else if (u_charType(c) != U_CONTROL_CHAR && !shows_nothing(static_cast<char32_t>(c))) {
      out.append(c);
    }
  }
  return nfc(utf8_of(out));
}

std::optional<StrayLetter> stray_letter(std::string_view name, Alphabets allowed) {
  const std::vector<FoundLetter> letters = letters_of(name);
  const bool only_latin = allowed == Alphabets::Latin;
  const UScriptCode wanted = only_latin ? USCRIPT_LATIN : main_script(letters);
  bool is_true_to_itself = wanted == USCRIPT_LATIN || letters.empty();
  for (const FoundLetter& one : letters) {
    const bool fits =
        one.script == wanted || (!only_latin && go_with_latin(one.script) && go_with_latin(wanted));
    if (!fits) return stray(one, wanted);
    is_true_to_itself =
        is_true_to_itself || same_letter_of(static_cast<char32_t>(one.character)) == 0;
  }
  if (is_true_to_itself) return std::nullopt;
  return stray(letters.front(), USCRIPT_LATIN);
}

}  // namespace lantoa::viet
