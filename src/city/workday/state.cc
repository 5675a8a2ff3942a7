#include "city/workday/state.h"

#include <algorithm>

namespace lantoa::city::workday {
namespace {

// By law there are eleven; some may stand in another year's calendar by exchange.
constexpr std::ptrdiff_t days_off_a_year_min = 9;

Day day_of(const KnownDay& known) {
  return {known.date, known.rule, title(known.cause), std::string(basis_of(known.cause)), 0};
}

}  // namespace

void State::fold(const DaySet& fact, const ledger::Stamp& stamp) {
  recorded_[fact.date] = {fact.date, fact.rule, {fact.name, fact.name}, fact.basis, stamp.seq};
}

std::optional<Day> State::find(Date date) const {
  if (const auto found = recorded_.find(date); found != recorded_.end()) return found->second;
  const auto& known = known_days();
  const auto found = std::lower_bound(known.begin(), known.end(), date,
                                      [](const KnownDay& a, Date b) { return a.date < b; });
  if (found != known.end() && found->date == date) return day_of(*found);
  for (const KnownDay& fixed : fixed_days(to_civil(date).year)) {
    if (fixed.date == date) return day_of(fixed);
  }
  return std::nullopt;
}

bool State::is_working(Date date) const {
  const auto day = find(date);
  if (day && day->rule != Rule::ByWeek) return day->rule == Rule::Worked;
  return !is_weekend(date);
}

Date State::after(Date from, std::int32_t days) const {
  Date day = from;
  while (days > 0) {
    day = day + 1;
    if (is_working(day)) --days;
  }
  return day;
}

std::optional<Date> State::day_due(const Due& due, Date from) const {
  if (due.working_days == 0) return due.day;
  if (due.working_days > working_days_max) return std::nullopt;
  return after(from, static_cast<std::int32_t>(due.working_days));
}

std::vector<Day> State::days_of(std::int32_t year) const {
  std::map<Date, Day> out;
  for (const KnownDay& known : known_days()) {
    if (to_civil(known.date).year == year) out[known.date] = day_of(known);
  }
  for (const KnownDay& fixed : fixed_days(year)) out[fixed.date] = day_of(fixed);
  for (const auto& [date, day] : recorded_) {
    if (to_civil(date).year == year) out[date] = day;
  }
  std::vector<Day> days;
  for (auto& [date, day] : out) days.push_back(std::move(day));
  return days;
}

bool State::knows(std::int32_t year) const {
  if (year <= known_year_last) return true;
  const auto days = days_of(year);
  return std::count_if(days.begin(), days.end(), [](const Day& day) {
           return day.rule == Rule::Off && !is_weekend(day.date);
         }) >= days_off_a_year_min;
}

}  // namespace lantoa::city::workday
