#include "city/activity/period.h"

#include <algorithm>

#include "city/activity/decide.h"
#include "city/own_units.h"

namespace lantoa::city::activity {
namespace {

constexpr const char* from_field = "tu-ngay";
constexpr const char* to_field = "den-ngay";

// Days beyond these could not be counted on from.
Date earliest() { return to_date({1, 1, 2}); }
Date latest() { return to_date({9999, 12, 30}); }

Result<std::optional<Date>> day_asked(const Visit& visit, const char* name) {
  const std::string typed = visit.query(name);
  if (typed.empty()) return std::optional<Date>();
  auto day = parse_date(typed);
  if (!day) return problem(Code::Invalid, day.error().text, name);
  return std::optional(std::clamp(*day, earliest(), latest()));
}

std::string with_unit(std::string path, UnitNo unit, const Days& days) {
  return std::move(path) + "?don-vi=" + std::to_string(unit.value) + days.query();
}

}  // namespace

Result<UnitNo> unit_asked(const organisation::State& organisation, const Visit& visit) {
  UnitNo unit = own_unit(visit.actor);
  if (!visit.query("don-vi").empty()) unit = UnitNo{visit.query_number("don-vi")};
  TRY(organisation.find(unit));
  TRY(organisation.require(visit.actor, Right::SeePlans, unit));
  return unit;
}

Date Days::first() const { return from.value_or(earliest()); }
Date Days::last() const { return to.value_or(latest()); }

std::string Days::query() const {
  std::string out;
  if (from) out += std::string("&") + from_field + "=" + iso(*from);
  if (to) out += std::string("&") + to_field + "=" + iso(*to);
  return out;
}

Result<Days> days_asked(const Visit& visit) {
  Days out;
  TRY_ASSIGN(out.from, day_asked(visit, from_field));
  TRY_ASSIGN(out.to, day_asked(visit, to_field));
  if (out.first() <= out.last()) return out;
  return problem(Code::Invalid,
                 {"“Từ ngày” không được sau “đến hết ngày”; hãy đổi một trong hai.",
                  "The first day must not be after the last; change one of them."},
                 from_field);
}

PeriodPart period_part(const std::string& path, UnitNo unit, const Days& days,
                       const std::string& kind) {
  PeriodPart out;
  out.action = path;
  out.of_unit = std::to_string(unit.value);
  if (!kind.empty()) out.of_kind = kind;
  if (days.from) out.from = vietnamese(*days.from);
  if (days.to) out.to = vietnamese(*days.to);
  if (days.any()) out.any_day = with_unit(path, unit, {}) + (kind.empty() ? "" : "&loai=" + kind);
  return out;
}

std::string log_address(UnitNo unit, const Days& days) {
  return with_unit("/hoat-dong", unit, days);
}

std::string entries_address(UnitNo unit, const Days& days) {
  return with_unit("/hoat-dong/tu-ghi", unit, days);
}

std::string figure_address(const std::string& code, UnitNo unit, const Days& days) {
  return with_unit("/hoat-dong/tu-ghi/" + code, unit, days);
}

}  // namespace lantoa::city::activity
