#include "viet/damage.h"

#include <algorithm>
#include <array>
#include <optional>

#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// What one word shows. Weak signs count only when a line has two words with them.
enum class Sign { None, Replaced, QuestionMark, Utf8AsLatin1, Tcvn3AsLatin1 };

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) >= 0x80);
}

// "b?o": a question mark between letters, in a word that is no web address.
bool has_inner_question_mark(std::string_view word) {
  if (word.find_first_of("/=&@") != std::string_view::npos) return false;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (word[i] == '?' && is_letter_byte(word[i - 1]) && is_letter_byte(word[i + 1])) return true;
  }
  return false;
}

// The UTF-8 of a Vietnamese letter read as Latin-1 or Windows-1252 begins with á» áº Ä Æ Ã and goes
// on with what is no letter there.
bool has_utf8_as_latin1(std::string_view word) {
  for (const std::string_view lead : {"á»", "áº"}) {
    const auto at = word.find(lead);
    if (at != std::string_view::npos && at + lead.size() < word.size()) return true;
  }
  for (const std::string_view pair :
       {"Ä‘", "Ä\xC2\x91", "Ä\xC2\x90", "Æ°", "Æ¡", "Ã¡", "Ã¢", "Ã£", "Ã¨", "Ã©", "Ãª", "Ã²", "Ã³",
        "Ã´", "Ãµ", "Ã¹", "Ãº", "Ã½", "Äƒ"}) {
    if (word.find(pair) != std::string_view::npos) return true;
  }
  return false;
}

// "§Êt", "®ai": signs that stood for Đ and đ (and ¬ ¨ ª « © for vowels), next to letters.
bool has_tcvn3_as_latin1(std::string_view word) {
  for (const std::string_view sign : {"§", "®", "¬", "¨", "ª", "©", "«"}) {
    const auto at = word.find(sign);
    if (at == std::string_view::npos) continue;
    const std::size_t after = at + sign.size();
    const bool letter_after = after < word.size() && is_letter_byte(word[after]);
    const bool letter_before = at > 0 && is_letter_byte(word[at - 1]);
    if (sign == "«" ? letter_before && letter_after : letter_after || letter_before) return true;
  }
  return false;
}

Sign sign_of(std::string_view word) {
  if (word.find(replacement) != std::string_view::npos) return Sign::Replaced;
  if (has_inner_question_mark(word)) return Sign::QuestionMark;
  if (has_utf8_as_latin1(word)) return Sign::Utf8AsLatin1;
  if (has_tcvn3_as_latin1(word)) return Sign::Tcvn3AsLatin1;
  return Sign::None;
}

Text sentence(Sign sign) {
  switch (sign) {
    case Sign::Replaced:
      return {
          "Có ký tự không đọc được (�): chữ đã mất khi chuyển mã. Hãy gõ lại từ bản gốc.",
          "Unreadable characters (�): letters were lost in a conversion. Type them again from the "
          "original."};
    case Sign::QuestionMark:
      return {"Có chữ bị thay bằng dấu hỏi: chữ đã mất khi chuyển mã. Hãy gõ lại từ bản gốc.",
              "Letters have become question marks: they were lost in a conversion. Type them again "
              "from the original."};
    case Sign::Utf8AsLatin1:
      return {"Chữ Unicode (UTF-8) đã bị đọc nhầm bảng mã. Hãy mở lại bản gốc ở dạng UTF-8.",
              "Unicode (UTF-8) text was read in a wrong encoding. Open the original as UTF-8."};
    case Sign::Tcvn3AsLatin1:
      return {"Chữ TCVN3 (ABC) chưa được chuyển sang Unicode. Hãy chuyển mã rồi gửi lại.",
              "TCVN3 (ABC) text was not converted to Unicode. Convert it and send it again."};
    case Sign::None:
      break;
  }
  return {};
}

std::optional<DamagedLine> check_line(std::string_view line) {
  const auto telling = [](char c) { return c == '?' || static_cast<unsigned char>(c) >= 0x80; };
  if (std::none_of(line.begin(), line.end(), telling)) return std::nullopt;
  std::array<int, 5> counts{};
  std::size_t first = line.size();
  std::size_t last = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
    const Sign sign = sign_of(line.substr(begin, end - begin));
    if (sign != Sign::None) {
      ++counts[static_cast<std::size_t>(sign)];
      first = std::min(first, begin);
      last = end;
    }
    begin = end + 1;
  }
  Sign worst = Sign::None;
  for (const Sign sign :
       {Sign::Replaced, Sign::Utf8AsLatin1, Sign::QuestionMark, Sign::Tcvn3AsLatin1}) {
    const int needed = sign == Sign::Replaced ? 1 : 2;
    if (worst == Sign::None && counts[static_cast<std::size_t>(sign)] >= needed) worst = sign;
  }
  if (worst == Sign::None) return std::nullopt;
  return DamagedLine{0, first, nfc(line.substr(first, last - first)), sentence(worst)};
}

}  // namespace

std::vector<DamagedLine> find_damage(std::string_view text) {
  std::vector<DamagedLine> out;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size() && out.size() < damaged_lines_max;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    ++number;
    if (auto damaged = check_line(text.substr(begin, end - begin))) {
      damaged->line = number;
      damaged->offset += begin;
      out.push_back(*std::move(damaged));
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace lantoa::viet
