// A deadline as somebody writes it: a day ("30/06/2021"), or so many working days ("15 ngày làm
// việc") after a day that begins them: that of issue, today, the present deadline.
//
// The day that begins them is not one of them; the first is the next working day. So the civil code
// counts a term that is given in days: from the day after the one that sets it off (Bộ luật Dân sự
// 91/2015/QH13, khoản 2 Điều 147), for of that day only a part is left. The last day counts whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::city {

constexpr std::uint32_t working_days_max = 250;  // those of a year, about

struct Due {
  std::optional<Date> day;
  std::uint32_t working_days = 0;  // 1 to working_days_max in place of a day; 0: it is one

  Due() = default;
  Due(Date on) : day(on) {}
  Due(std::optional<Date> on) : day(on) {}
  static Due within(std::uint32_t working_days);

  // Of working days their number; none: it is a day, or nothing.
  std::optional<std::uint32_t> days_said() const {
    return working_days != 0 ? std::optional(working_days) : std::nullopt;
  }
  explicit operator bool() const { return day || working_days != 0; }  // anything is said
  bool operator==(const Due&) const = default;
};

// Which words may stand behind a number of working days: "kể từ ngày ban hành" only where they
// count from the day of issue.
enum class CountedFrom { Issue, AnotherDay };

// Nothing typed says nothing. Invalid tells what to write, also of days of the calendar.
Result<Due> parse_due(std::string_view typed, CountedFrom from);
// As parse_due() reads it: "30/06/2021", "15 ngày làm việc", "15 working days".
std::string write_due(const Due& due, Language language);

Text in_working_days(std::uint32_t count);  // "15 ngày làm việc"
// A deadline that is counted, both as it was said and as the day it came to: "10 ngày làm việc, tức
// đến hết ngày 15/06/2021". Without working days the day alone.
Text due_said(Date day, std::optional<std::uint32_t> working_days);
// Why a deadline is refused, behind what its working days come to; `day`: none where that is
// unknown.
Text due_refused(const Due& due, std::optional<Date> day, const Text& why);
// Why this is no number of working days for a deadline; nullopt: it is one.
std::optional<Text> wrong_working_days(std::uint32_t count);

// What stands with the field where they count from the day of issue: what may be typed, and how.
Text due_hint();

// Of a program's body: exactly one of the two members. Invalid at the name that is wrong, `day`
// where both or none is given.
Result<Due> due_of_body(std::optional<Date> day, std::optional<std::uint32_t> working_days,
                        std::string_view day_name);

}  // namespace lantoa::city
