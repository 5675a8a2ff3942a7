// What can happen to the calendar of working days.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::workday {

// ByWeek: worked from Monday to Friday, whatever was said of this day before.
enum class Rule { Off, Worked, ByWeek };
BOOST_DESCRIBE_ENUM(Rule, Off, Worked, ByWeek)

struct DaySet {
  static constexpr std::string_view kind = "workday.day_set";
  Date date;
  Rule rule = Rule::ByWeek;
  std::string name;   // "Nghỉ bù Giỗ Tổ Hùng Vương"
  std::string basis;  // the announcement or article it rests on
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(DaySet, (), (date, rule, name, basis, by))

}  // namespace lantoa::city::workday
