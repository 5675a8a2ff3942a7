// What can happen to time.
#pragma once

#include <boost/describe.hpp>
#include <string_view>

#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::calendar {

// A day began in Vietnam. After a stop only the newest day is written: what is due is compared with
// it, never counted in turns.
struct DayTurned {
  static constexpr std::string_view kind = "calendar.day_turned";
  Date date;
};
BOOST_DESCRIBE_STRUCT(DayTurned, (), (date))

}  // namespace lantoa::city::calendar
