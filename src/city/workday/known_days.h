// The days off and the Saturdays worked of the years whose calendar was known when this version was
// made: those of public servants, who do not work on Saturdays and Sundays.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "city/workday/facts.h"
#include "kernel/text.h"

namespace lantoa::city::workday {

constexpr std::int32_t known_year_first = 2021;
constexpr std::int32_t known_year_last = 2026;

// Why a day is not as the week has it.
enum class Cause {
  NewYear,
  Tet,
  HungKings,
  Reunification,
  Labour,
  National,
  MakesUp,  // a day off for a holiday that fell on a Saturday or Sunday
  Swapped,  // off or worked in exchange for another day
};

struct KnownDay {
  Date date;
  Rule rule = Rule::Off;
  Cause cause = Cause::NewYear;
};

Text title(Cause cause);
// The article of the Labour Code that gives the day.
std::string_view basis_of(Cause cause);

// Ascending, with holidays on a Saturday or Sunday, too.
const std::vector<KnownDay>& known_days();
// Of a year behind known_year_last: the four days that have the same date each year.
std::vector<KnownDay> fixed_days(std::int32_t year);

}  // namespace lantoa::city::workday
