// Time as the product knows it: an Instant is a UTC moment in milliseconds, a Date is a calendar
// day in Vietnam (UTC+7, no summer time). Nothing here reads a clock.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa {

struct Instant {
  std::int64_t ms = 0;  // since 1970-01-01T00:00:00Z

  auto operator<=>(const Instant&) const = default;
};

struct Date {
  std::int32_t days = 0;  // since 1970-01-01

  auto operator<=>(const Date&) const = default;
  Date operator+(std::int32_t n) const { return {days + n}; }
  Date operator-(std::int32_t n) const { return {days - n}; }
  std::int32_t operator-(Date other) const { return days - other.days; }
};

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1-12
  int day = 1;    // 1-31
};

struct CivilTime {
  CivilDate date;
  int hour = 0, minute = 0, second = 0, millisecond = 0;
};

constexpr std::int64_t vietnam_offset_ms = 7 * 3600 * 1000;
constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

bool is_valid(CivilDate civil);  // a day that exists, year 1..9999
Date to_date(CivilDate civil);   // needs a valid one
CivilDate to_civil(Date date);
CivilTime vietnam_time(Instant at);
Instant from_vietnam_time(CivilTime civil);
Date vietnam_date(Instant at);
Instant start_of_day(Date date);  // 00:00 in Vietnam
bool is_weekend(Date date);       // Saturday or Sunday

Result<Date> parse_iso_date(std::string_view text);  // 2021-05-12
// 12/5/2021, 12-05-2021, 12.5.2021, 12052021
Result<Date> parse_vietnamese_date(std::string_view text);
Result<Date> parse_date(std::string_view text);            // either: addresses, command lines
Result<Instant> parse_iso_instant(std::string_view text);  // 2021-05-13T10:32[:00[.000]](Z|+07:00)

std::string iso(Date date);                  // 2021-05-12
std::string iso(Instant at);                 // 2021-05-13T03:32:00.000Z
std::string iso_minute_vietnam(Instant at);  // 2021-05-13T10:32+07:00
std::string vietnamese(Date date);           // 12/05/2021
std::string vietnamese(Instant at);          // 10:32 13/05/2021

// Where "now" comes from; the real one is made in the composition root, tests bring their own.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

}  // namespace lantoa
