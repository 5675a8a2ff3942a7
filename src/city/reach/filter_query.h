// A filter as the address says it: ?kenh=hop&doi-tuong=chu-chot&ngay=2021-06-15; days also as
// 15/06/2021. What is absent does not filter.
#pragma once

#include <optional>
#include <string>

#include "city/calendar/state.h"
#include "city/reach/state.h"
#include "city/web.h"

namespace lantoa::city::reach {

struct AskedFilter {
  std::optional<Channel> channel;
  bool key_officials = false;
  std::optional<Date> day;  // before today; absent: now

  // Up to the last fact of the day.
  Filter filter(const calendar::State& calendar) const;
  // "?kenh=hop&ngay=2021-06-15", empty when nothing filters.
  std::string query() const;
  bool is_plain() const { return !channel && !key_officials && !day; }
};

// Invalid, naming the field, for a channel, audience or day that is none; a day after today is
// today.
Result<AskedFilter> read_filter(const Visit& visit, const calendar::State& calendar);

}  // namespace lantoa::city::reach
