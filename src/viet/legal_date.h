// Dates in running Vietnamese text: "27/11/2019", "12-5-2021", "ngày 29 tháng 3 năm 2021", and
// "ngày 12/5" whose year is the one that brings it nearest to a reference date (the day the text
// was published). Fractions, "24/7" and document numbers are not dates.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "kernel/time.h"

namespace lantoa::viet {

struct DateMention {
  std::size_t offset = 0, length = 0;  // bytes of "12/5" or "29 tháng 3 năm 2021", without "ngày"
  Date date;
  bool year_stated = true;

  bool operator==(const DateMention&) const = default;
};

// In the order of the text. Without a reference, dates without a year are left out.
std::vector<DateMention> find_dates(std::string_view text, std::optional<Date> reference);

// The year that brings this day nearest to the reference; nothing when no such day exists then.
std::optional<Date> nearest_year(int day, int month, Date reference);

}  // namespace lantoa::viet
