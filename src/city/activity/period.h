// Which unit and which days a page of activities is about, as its address says it: ?don-vi=7 and
// ?tu-ngay=2021-05-01&den-ngay=2021-05-31. For the pages of this folder only.
#pragma once

#include <optional>
#include <string>

#include "city/organisation/state.h"
#include "city/query_form.h"

namespace lantoa::city::activity {

// The unit that was asked for, else one's own. NotFound; Forbidden to who does not see its plans.
Result<UnitNo> unit_asked(const organisation::State& organisation, const Visit& visit);

struct Days {
  std::optional<Date> from, to;  // both included; none: open

  bool any() const { return from || to; }
  Date first() const;  // a day before all others where it is open
  Date last() const;
  std::string query() const;  // "&tu-ngay=2021-05-01&den-ngay=2021-05-31"; without those left open
};
// Invalid for what is no day, and for a period that ends before it begins; of asks_for_days(), all
// days where visit.failure says so.
Result<Days> days_asked(const Visit& visit);
std::string days_typed(const Visit& visit);  // as Days::query(), whatever they are
// What is wrong with the days of this page is said beside them, over what was on all days.
Page asks_for_days(Page page);

// The form that chooses the days, of a page of this unit. Part {{>period}}.
struct PeriodPart {
  static constexpr std::string_view tpl = "src/city/activity/period.tpl";
  std::string action;
  std::string of_unit;
  std::optional<std::string> of_kind;
  Field from, to;
  bool is_wrong = false;
  std::optional<std::string> any_day;  // address without them
};
BOOST_DESCRIBE_STRUCT(PeriodPart, (), (action, of_unit, of_kind, from, to, is_wrong, any_day))
PeriodPart period_part(const Visit& visit, const std::string& path, UnitNo unit, const Days& days,
                       const std::string& kind = {});

std::string log_address(UnitNo unit, const Days& days);      // the list of activities
std::string entries_address(UnitNo unit, const Days& days);  // "/hoat-dong/tu-ghi?don-vi=7…"
std::string figure_address(const std::string& code, UnitNo unit, const Days& days);

}  // namespace lantoa::city::activity
