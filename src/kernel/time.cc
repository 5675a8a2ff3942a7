#include "kernel/time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

namespace lantoa {
namespace {

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

std::chrono::year_month_day to_chrono(CivilDate civil) {
  return std::chrono::year{civil.year} / std::chrono::month{static_cast<unsigned>(civil.month)} /
         std::chrono::day{static_cast<unsigned>(civil.day)};
}

// Takes between `least` and `most` digits from the front of `rest`.
std::optional<int> take_number(std::string_view& rest, std::size_t least, std::size_t most) {
  std::size_t n = 0;
  while (n < rest.size() && n < most && rest[n] >= '0' && rest[n] <= '9') ++n;
  if (n < least) return std::nullopt;
  int value = 0;
  std::from_chars(rest.data(), rest.data() + n, value);
  rest.remove_prefix(n);
  return value;
}

bool take(std::string_view& rest, char wanted) {
  if (rest.empty() || rest.front() != wanted) return false;
  rest.remove_prefix(1);
  return true;
}

template <class... Args>
std::string print(const char* format, Args... args) {
  std::array<char, 64> buffer{};
  const int n = std::snprintf(buffer.data(), buffer.size(), format, args...);
  return {buffer.data(), static_cast<std::size_t>(n)};
}

// What was typed, short enough to stand in a sentence and cut between characters.
std::string shown(std::string_view text) {
  std::size_t end = std::min<std::size_t>(text.size(), 40);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return "“" + std::string(text.substr(0, end)) + (end < text.size() ? "…”" : "”");
}

tl::unexpected<Problem> bad_date(std::string_view text, const std::string& example) {
  return problem(Code::Invalid,
                 {shown(text) + " không phải là ngày có thật; viết như " + example + ".",
                  shown(text) + " is not a real date; write it like " + example + "."});
}

std::optional<CivilDate> take_iso_date(std::string_view& rest) {
  const auto year = take_number(rest, 4, 4);
  if (!year || !take(rest, '-')) return std::nullopt;
  const auto month = take_number(rest, 2, 2);
  if (!month || !take(rest, '-')) return std::nullopt;
  const auto day = take_number(rest, 2, 2);
  if (!day) return std::nullopt;
  const CivilDate civil{*year, *month, *day};
  return is_valid(civil) ? std::optional(civil) : std::nullopt;
}

// Z, or +hh:mm / -hh:mm, as milliseconds east of UTC.
std::optional<std::int64_t> take_offset(std::string_view& rest) {
  if (take(rest, 'Z')) return 0;
  const std::int64_t sign = take(rest, '+') ? 1 : (take(rest, '-') ? -1 : 0);
  if (sign == 0) return std::nullopt;
  const auto hours = take_number(rest, 2, 2);
  if (!hours || !take(rest, ':')) return std::nullopt;
  const auto minutes = take_number(rest, 2, 2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return sign * (*hours * 60 + *minutes) * 60'000;
}

std::optional<CivilTime> take_iso_time(std::string_view& rest) {
  const auto date = take_iso_date(rest);
  if (!date || !take(rest, 'T')) return std::nullopt;
  CivilTime civil{.date = *date};
  const auto hour = take_number(rest, 2, 2);
  if (!hour || !take(rest, ':')) return std::nullopt;
  const auto minute = take_number(rest, 2, 2);
  if (!minute) return std::nullopt;
  civil.hour = *hour;
  civil.minute = *minute;
  if (take(rest, ':')) {
    const auto second = take_number(rest, 2, 2);
    if (!second) return std::nullopt;
    civil.second = *second;
    if (take(rest, '.')) {
      const auto ms = take_number(rest, 3, 3);
      if (!ms) return std::nullopt;
      civil.millisecond = *ms;
    }
  }
  if (civil.hour > 23 || civil.minute > 59 || civil.second > 59) return std::nullopt;
  return civil;
}

}  // namespace

bool is_valid(CivilDate civil) {
  return civil.year >= 1 && civil.year <= 9999 && civil.month >= 1 && civil.month <= 12 &&
         civil.day >= 1 && to_chrono(civil).ok();
}

Date to_date(CivilDate civil) {
  return {static_cast<std::int32_t>(
      std::chrono::sys_days{to_chrono(civil)}.time_since_epoch().count())};
}

CivilDate to_civil(Date date) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{date.days}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

CivilTime vietnam_time(Instant at) {
  const std::int64_t local = at.ms + vietnam_offset_ms;
  const std::int64_t days = floor_div(local, day_ms);
  const int rest = static_cast<int>(local - days * day_ms);
  return {to_civil(Date{static_cast<std::int32_t>(days)}), rest / 3'600'000, rest / 60'000 % 60,
          rest / 1000 % 60, rest % 1000};
}

Instant from_vietnam_time(CivilTime civil) {
  const std::int64_t of_day =
      ((civil.hour * 60LL + civil.minute) * 60 + civil.second) * 1000 + civil.millisecond;
  return {to_date(civil.date).days * day_ms + of_day - vietnam_offset_ms};
}

Date vietnam_date(Instant at) {
  return {static_cast<std::int32_t>(floor_div(at.ms + vietnam_offset_ms, day_ms))};
}

Instant start_of_day(Date date) { return {date.days * day_ms - vietnam_offset_ms}; }

// 1970-01-01 was a Thursday: the fourth day of a week that begins on Monday.
bool is_weekend(Date date) { return ((date.days % 7 + 7) % 7 + 3) % 7 >= 5; }

Result<Date> parse_iso_date(std::string_view text) {
  std::string_view rest = text;
  const auto civil = take_iso_date(rest);
  if (!civil || !rest.empty()) return bad_date(text, "2021-05-12");
  return to_date(*civil);
}

Result<Date> parse_vietnamese_date(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
  // Telephones show a keypad of digits alone.
  if (rest.size() == 8 && rest.find_first_not_of("0123456789") == rest.npos) {
    const std::string parted = std::string(rest.substr(0, 2)) + "/" +
                               std::string(rest.substr(2, 2)) + "/" + std::string(rest.substr(4));
    return parse_vietnamese_date(parted);
  }
  const auto day = take_number(rest, 1, 2);
  const char separator = rest.empty() ? '\0' : rest.front();
  if (!day || (separator != '/' && separator != '-' && separator != '.'))
    return bad_date(text, "12/05/2021");
  rest.remove_prefix(1);
  const auto month = take_number(rest, 1, 2);
  if (!month || !take(rest, separator)) return bad_date(text, "12/05/2021");
  const auto year = take_number(rest, 4, 4);
  if (!year || !rest.empty()) return bad_date(text, "12/05/2021");
  const CivilDate civil{*year, *month, *day};
  if (!is_valid(civil)) return bad_date(text, "12/05/2021");
  return to_date(civil);
}

Result<Date> parse_date(std::string_view text) {
  const bool is_iso = text.find('-') == 4;  // not 12-5-2021
  return is_iso ? parse_iso_date(text) : parse_vietnamese_date(text);
}

Result<Instant> parse_iso_instant(std::string_view text) {
  std::string_view rest = text;
  const auto civil = take_iso_time(rest);
  const auto offset = civil ? take_offset(rest) : std::nullopt;
  if (!offset || !rest.empty()) {
    return problem(Code::Invalid, {shown(text) + " không phải là thời điểm ISO 8601.",
                                   shown(text) + " is not an ISO 8601 moment."});
  }
  return Instant{from_vietnam_time(*civil).ms + vietnam_offset_ms - *offset};
}

std::string iso(Date date) {
  const CivilDate c = to_civil(date);
  return print("%04d-%02d-%02d", c.year, c.month, c.day);
}

std::string iso(Instant at) {
  const CivilTime c = vietnam_time({at.ms - vietnam_offset_ms});
  return print("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", c.date.year, c.date.month, c.date.day, c.hour,
               c.minute, c.second, c.millisecond);
}

std::string iso_minute_vietnam(Instant at) {
  const CivilTime c = vietnam_time(at);
  return print("%04d-%02d-%02dT%02d:%02d+07:00", c.date.year, c.date.month, c.date.day, c.hour,
               c.minute);
}

std::string vietnamese(Date date) {
  const CivilDate c = to_civil(date);
  return print("%02d/%02d/%04d", c.day, c.month, c.year);
}

std::string vietnamese(Instant at) {
  const CivilTime c = vietnam_time(at);
  return print("%02d:%02d ", c.hour, c.minute) + vietnamese(to_date(c.date));
}

}  // namespace lantoa
