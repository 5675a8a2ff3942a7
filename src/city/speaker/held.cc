#include "city/speaker/held.h"

#include <algorithm>

namespace lantoa::city::speaker {
namespace {

// The same day a year before; 29/02 becomes 28/02.
Date year_before(Date day) {
  CivilDate civil = to_civil(day);
  --civil.year;
  if (!is_valid(civil)) --civil.day;
  return to_date(civil);
}

}  // namespace

Held held_by(const Speaker& speaker, const activity::State& activities, Date today) {
  Held out;
  const int year = to_civil(today).year;
  for (const ActivityNo no : speaker.sessions) {
    const activity::Activity& one = activities.activity(no);
    if (one.annulled) continue;
    ++out.all;
    if (to_civil(one.record.on).year == year) ++out.this_year;
    out.last = std::max(out.last.value_or(one.record.on), one.record.on);
  }
  return out;
}

bool is_idle(const Speaker& speaker, const activity::State& activities, Date today) {
  const Date since = year_before(today);
  if (!speaker.serves_on(today) || speaker.on >= since) return false;
  return std::none_of(speaker.sessions.rbegin(), speaker.sessions.rend(), [&](ActivityNo no) {
    const activity::Activity& one = activities.activity(no);
    return !one.annulled && one.record.on >= since;
  });
}

}  // namespace lantoa::city::speaker
