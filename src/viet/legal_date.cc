#include "viet/legal_date.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "viet/source_text.h"

namespace lantoa::viet {

namespace {

constexpr int year_min = 1900;
constexpr int year_max = 2199;

struct Found {
  std::size_t end = 0;
  int day = 0, month = 0, year = 0;  // year 0: not stated
};

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) { return is_digit_byte(c) || (c >= 'a' && c <= 'z') || c == '\x01'; }

// Reads 1 to digits_max digits; 0 when there are none or more.
int read_number(const std::string& text, std::size_t& at, int digits_max) {
  int value = 0;
  int digits = 0;
  while (at < text.size() && is_digit_byte(text[at]) && digits <= digits_max) {
    value = value * 10 + (text[at] - '0');
    ++at;
    ++digits;
  }
  return digits > digits_max ? 0 : value;
}

bool read_year(const std::string& text, std::size_t& at, Found& found) {
  const std::size_t begin = at;
  const int year = read_number(text, at, 4);
  if (at - begin != 4 || year < year_min || year > year_max) return false;
  found.year = year;
  return true;
}

// A word that makes "12/5" a date: "ngày", "sáng" ...; "ngay" (at once) and "hằng ngày 24/7" do
// not.
bool after_date_word(const SourceText& source, std::size_t at) {
  static constexpr std::array words{"ngay ", "sang ", "trua ", "chieu ", "toi ", "hom "};
  for (const std::string_view word : words) {
    if (!source.ends(at, word)) continue;
    if (word != words[0]) return true;
    const char32_t vowel = source.at(at - 3);
    const std::size_t before = at - 5;
    return (vowel == 0xE0 || vowel == 0xC0) && !source.ends(before, "hang ") &&
           !source.ends(before, "moi ") && !source.ends(before, "ca ");
  }
  return false;
}

// "29 tháng 3 năm 2021" from its first digit; the year may be absent.
std::optional<Found> in_words(const SourceText& source, std::size_t begin) {
  const std::string& text = source.folded();
  Found found;
  std::size_t at = begin;
  found.day = read_number(text, at, 2);
  if (text.compare(at, 7, " thang ") != 0) return std::nullopt;
  at += 7;
  found.month = read_number(text, at, 2);
  if (at < text.size() && (is_word_byte(text[at]) || text[at] == '/')) return std::nullopt;
  found.end = at;
  if (text.compare(at, 5, " nam ") != 0) return found;
  at += 5;
  if (read_year(text, at, found)) found.end = at;
  return found;
}

// "27/11/2019" or "27/11" from its first digit.
std::optional<Found> in_digits(const SourceText& source, std::size_t begin) {
  const std::string& text = source.folded();
  Found found;
  std::size_t at = begin;
  found.day = read_number(text, at, 2);
  if (at >= text.size()) return std::nullopt;
  const char separator = text[at];
  if (separator != '/' && separator != '-' && separator != '.') return std::nullopt;
  ++at;
  found.month = read_number(text, at, 2);
  found.end = at;
  const auto ends_here = [&](std::size_t i) {
    if (i >= text.size()) return true;
    if (is_word_byte(text[i])) return false;
    return text[i] != '/' || i + 1 >= text.size() || !is_word_byte(text[i + 1]);
  };
  if (at < text.size() && text[at] == separator) {
    ++at;
    if (read_year(text, at, found)) {
      found.end = at;
      return ends_here(at) ? std::optional(found) : std::nullopt;
    }
  }
  return separator == '/' && ends_here(found.end) ? std::optional(found) : std::nullopt;
}

std::optional<Found> date_at(const SourceText& source, std::size_t begin) {
  const bool named = after_date_word(source, begin);
  if (source.ends(begin, "ngay ") || source.ends(begin, "mung ")) {
    if (auto found = in_words(source, begin)) return found;
  }
  auto found = in_digits(source, begin);
  if (found && found->year == 0 && !named) return std::nullopt;
  return found;
}

}  // namespace

std::optional<Date> nearest_year(int day, int month, Date reference) {
  std::optional<Date> best;
  const int year = to_civil(reference).year;
  for (const int candidate : {year - 1, year, year + 1}) {
    const CivilDate civil{candidate, month, day};
    if (!is_valid(civil)) continue;
    const Date date = to_date(civil);
    if (!best || std::abs(date - reference) < std::abs(*best - reference)) best = date;
  }
  return best;
}

std::vector<DateMention> find_dates(std::string_view text, std::optional<Date> reference) {
  std::vector<DateMention> out;
  const SourceText source(text);
  const std::string& folded = source.folded();
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (!is_digit_byte(folded[i])) continue;
    const bool inside = i > 0 && (is_word_byte(folded[i - 1]) || folded[i - 1] == '/' ||
                                  folded[i - 1] == '.' || folded[i - 1] == ',');
    const auto found = inside ? std::nullopt : date_at(source, i);
    std::optional<Date> date;
    if (found && found->year != 0) {
      const CivilDate civil{found->year, found->month, found->day};
      if (is_valid(civil)) date = to_date(civil);
    } else if (found && reference) {
      date = nearest_year(found->day, found->month, *reference);
    }
    if (date) {
      const std::size_t offset = source.begin_byte(i);
      out.push_back({offset, source.end_byte(found->end) - offset, *date, found->year != 0});
      i = found->end;
    }
    while (i + 1 < folded.size() && is_digit_byte(folded[i]) && is_digit_byte(folded[i + 1])) ++i;
  }
  return out;
}

}  // namespace lantoa::viet
