#include "viet/look_alike.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <map>
#include <span>
#include <vector>

#include "viet/plain_letter.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr UChar32 braille_blank = 0x2800;

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK; }

// The capital of ð looks like that of đ; the tables know that of the capitals only.
UChar32 with_stroke(UChar32 c) { return c == 0x00F0 || c == 0x0256 ? 0x0111 : c; }

// Letters, signs and marks one by one, no mark twice on one letter.
icu::UnicodeString parts_of(std::string_view name) {
  const auto whole = icu::UnicodeString::fromUTF8(nfkd(without_hidden(name)));
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
  const auto plain = icu::UnicodeString::fromUTF8(nfkd(utf8_of(icu::UnicodeString(c))));
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(plain.char32At(0), &status);
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
  std::size_t word = 0;  // letters of one word have the same
  UScriptCode script = USCRIPT_COMMON;
};
using Letters = std::span<const FoundLetter>;

bool goes_on_with_word(UChar32 c) {
  return u_isalnum(c) || u_charType(c) == U_COMBINING_SPACING_MARK;
}

// The letters of a text that belong to an alphabet.
std::vector<FoundLetter> letters_of(std::string_view name) {
  const auto text = icu::UnicodeString::fromUTF8(name);
  std::vector<FoundLetter> out;
  std::size_t place = 0;
  std::size_t word = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (is_mark(c)) continue;
    ++place;
    if (!goes_on_with_word(c)) ++word;
    if (!u_isalpha(c)) continue;
    const UScriptCode script = script_of(c);
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    out.push_back({c, place, word, script});
  }
  return out;
}

std::vector<Letters> by_word(const std::vector<FoundLetter>& letters) {
  std::vector<Letters> out;
  for (std::size_t begin = 0, end = 0; begin < letters.size(); begin = end) {
    while (end < letters.size() && letters[end].word == letters[begin].word) ++end;
    out.push_back(Letters(letters).subspan(begin, end - begin));
  }
  return out;
}

StrayLetter stray(const FoundLetter& found, UScriptCode wanted) {
  return {utf8_of(icu::UnicodeString(found.character)), found.place, alphabet_of(found.script),
          alphabet_of(wanted)};
}

// The script of most letters, Latin where it is one of those.
UScriptCode main_script(Letters letters) {
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

// The first that is of another alphabet than most of them.
std::optional<StrayLetter> first_of_another(Letters letters) {
  const UScriptCode wanted = main_script(letters);
  for (const FoundLetter& one : letters) {
    const bool fits = one.script == wanted || (go_with_latin(one.script) && go_with_latin(wanted));
    if (!fits) return stray(one, wanted);
  }
  return std::nullopt;
}

// Of another alphabet, and none of them tells so.
bool only_look_latin(Letters letters) {
  if (letters.empty() || main_script(letters) == USCRIPT_LATIN) return false;
  for (const FoundLetter& one : letters) {
    if (same_letter_of(static_cast<char32_t>(one.character)) == 0) return false;
  }
  return true;
}

std::optional<StrayLetter> stray_in_words(const std::vector<FoundLetter>& letters) {
  std::optional<StrayLetter> disguised;
  bool is_beside_latin = false;
  for (const Letters word : by_word(letters)) {
    if (auto found = first_of_another(word)) return found;
    is_beside_latin = is_beside_latin || main_script(word) == USCRIPT_LATIN;
    if (!disguised && only_look_latin(word)) disguised = stray(word.front(), USCRIPT_LATIN);
  }
  return is_beside_latin ? disguised : std::nullopt;
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
  const auto raw = icu::UnicodeString::fromUTF8(text);
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
  switch (allowed) {
    case Alphabets::Latin:
      for (const FoundLetter& one : letters) {
        if (one.script != USCRIPT_LATIN) return stray(one, USCRIPT_LATIN);
      }
      return std::nullopt;
    case Alphabets::OneOnly:
      if (auto found = first_of_another(letters)) return found;
      if (only_look_latin(letters)) return stray(letters.front(), USCRIPT_LATIN);
      return std::nullopt;
    case Alphabets::OneAWord:
      return stray_in_words(letters);
  }
  return std::nullopt;
}

}  // namespace lantoa::viet
