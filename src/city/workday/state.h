// Which days are worked, as far as it is known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "city/due.h"
#include "city/workday/known_days.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::workday {

// A day of which something is said, newest word first.
struct Day {
  Date date;
  Rule rule = Rule::ByWeek;
  Text name;
  std::string basis;
  std::uint64_t recorded = 0;  // seq of the fact; 0: of the days known from the start
};

class State {
 public:
  void fold(const DaySet& fact, const ledger::Stamp& stamp);

  bool is_working(Date date) const;
  // The day by which something is due that must be done within `days` (0 or more) working days
  // after `from`; `from` itself when 0.
  Date after(Date from, std::int32_t days) const;
  // The day of a deadline whose working days begin to count after `from`. None: nothing is said, or
  // more working days than a deadline has.
  std::optional<Date> day_due(const Due& due, Date from) const;
  // What is said of a day; nothing: the week's rule.
  std::optional<Day> find(Date date) const;
  std::vector<Day> days_of(std::int32_t year) const;  // ascending
  // So many days off are known of that year that Tết and the days that make up must be among them.
  bool knows(std::int32_t year) const;

 private:
  std::map<Date, Day> recorded_;
};

}  // namespace lantoa::city::workday
