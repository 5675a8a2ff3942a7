#include "viet/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

#include "kernel/assert.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t bytes_max = std::numeric_limits<std::int32_t>::max() / 4;

constexpr std::int32_t marks_on_a_letter_max = 30;

constexpr UChar32 small_d_stroke = 0x0111;
constexpr UChar32 small_eth = 0x00F0;

icu::UnicodeString from_utf8(std::string_view text) {
  ASSERT(text.size() <= bytes_max);
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

using Form = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2* nfc_form(UErrorCode& status) {
  return icu::Normalizer2::getNFCInstance(status);
}
const icu::Normalizer2* nfd_form(UErrorCode& status) {
  return icu::Normalizer2::getNFDInstance(status);
}
const icu::Normalizer2* nfkd_form(UErrorCode& status) {
  return icu::Normalizer2::getNFKDInstance(status);
}
const icu::Normalizer2* casefold_form(UErrorCode& status) {
  return icu::Normalizer2::getNFKCCasefoldInstance(status);
}

// Without what stands behind so many marks on one letter. Marks are sorted into their whole run, so
// that a run as long as a file would take hours; no letter of any language has as many (UAX #15,
// Stream-Safe Text Format).
icu::UnicodeString without_long_runs(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  std::int32_t kept = 0;  // up to where it is copied; nothing is as long as no run is too long
  std::int32_t run = 0;
  for (std::int32_t i = 0; i < text.length();) {
    const std::int32_t next = text.moveIndex32(i, 1);
    run = u_getCombiningClass(text.char32At(i)) == 0 ? 0 : run + 1;
    if (run > marks_on_a_letter_max) {
      out.append(text, kept, i - kept);
      kept = next;
    }
    i = next;
  }
  if (kept == 0) return text;
  return out.append(text, kept, text.length() - kept);
}

icu::UnicodeString normalized(const icu::UnicodeString& text, Form form) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = form(status);
  ASSERT(U_SUCCESS(status));
  icu::UnicodeString out = normalizer->normalize(without_long_runs(text), status);
  ASSERT(U_SUCCESS(status));
  return out;
}

// Files of many short lines ask for these forms line by line; plain ASCII needs no tables for them.
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_ascii(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

bool is_tone(UChar32 c) {
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

// Case folded, decomposed, đ for ð; calls keep(c) for every character and space() for every run of
// white space inside the text.
template <class Keep, class Space>
void each_folded(std::string_view text, Keep keep, Space space) {
  const auto folded = normalized(normalized(from_utf8(text), casefold_form), nfd_form);
  bool pending_space = false;
  bool any = false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_isUWhiteSpace(c)) {
      pending_space = any;
      continue;
    }
    if (pending_space) space();
    pending_space = false;
    any = true;
    keep(c == small_eth ? small_d_stroke : c);
  }
}

const icu::Collator& vietnamese_collator() {
  static const std::unique_ptr<const icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
    ASSERT(U_SUCCESS(status));
    made->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
    ASSERT(U_SUCCESS(status));
    return made;
  }();
  return *collator;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) out.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return to_utf8(normalized(from_utf8(text), nfc_form));
}

std::string nfkd(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return to_utf8(normalized(from_utf8(text), nfkd_form));
}

std::string casefolded(std::string_view text) {
  return to_utf8(normalized(from_utf8(text), casefold_form));
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  icu::UnicodeString out;
  each_folded(
      text,
      [&](UChar32 c) {
        if (u_charType(c) == U_NON_SPACING_MARK) return;
        out.append(c == small_d_stroke ? static_cast<UChar32>('d') : c);
      },
      [&] { out.append(static_cast<UChar32>(' ')); });
  return to_utf8(out);
}

std::string name_key(std::string_view text) {
  icu::UnicodeString out;
  icu::UnicodeString tones;  // of the syllable being read; written at its end
  const auto end_syllable = [&] {
    out.append(tones);
    tones.remove();
  };
  each_folded(
      text,
      [&](UChar32 c) {
        if (is_tone(c)) {
          tones.append(c);
          return;
        }
        const bool letter = u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK;
        if (!letter) end_syllable();
        out.append(c);
      },
      [&] {
        end_syllable();
        out.append(static_cast<UChar32>(' '));
      });
  end_syllable();
  return to_utf8(out);
}

bool same_name(std::string_view a, std::string_view b) { return name_key(a) == name_key(b); }

std::string sort_key(std::string_view text) {
  icu::UnicodeString source = from_utf8(text);
  source.findAndReplace(icu::UnicodeString(UChar32{0x00D0}), icu::UnicodeString(UChar32{0x0110}));
  source.findAndReplace(icu::UnicodeString(small_eth), icu::UnicodeString(small_d_stroke));
  const icu::Collator& collator = vietnamese_collator();
  const std::int32_t size = collator.getSortKey(source, nullptr, 0);
  std::string key(static_cast<std::size_t>(size), '\0');
  collator.getSortKey(source, reinterpret_cast<std::uint8_t*>(key.data()), size);
  while (!key.empty() && key.back() == '\0') key.pop_back();
  return key;
}

std::string person_sort_key(std::string_view full_name) {
  icu::UnicodeString spaced = from_utf8(full_name);
  for (std::int32_t i = 0; i < spaced.length(); ++i) {
    if (u_isUWhiteSpace(spaced.charAt(i))) spaced.setCharAt(i, u' ');
  }
  const std::string name = to_utf8(spaced);
  const auto parts = words(name);
  if (parts.empty()) return {};
  // A sort key holds no zero byte, so one between the parts makes an earlier part decide first.
  std::string key = sort_key(parts.back());
  if (parts.size() == 1) return key;
  key += '\0';
  key += sort_key(parts.front());
  key += '\0';
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) key += sort_key(parts[i]) + '\0';
  return key;
}

}  // namespace lantoa::viet
