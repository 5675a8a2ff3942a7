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

std::optional<Date> day_asked(const Visit& visit, const char* name, Faults& faults) {
  const std::string typed = visit.query(name);
  if (typed.empty()) return std::nullopt;
  auto day = parse_date(typed);
  if (!day) day = parse_vietnamese_date(typed);  // its fault says how the field wants it
  if (day) return std::clamp(*day, earliest(), latest());
  faults.add(name, std::move(day).error().text);
  return std::nullopt;
}

void add_to(std::string& query, const char* name, std::string_view value) {
  query.append("&").append(name).append("=").append(value);
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
  if (from) add_to(out, from_field, iso(*from));
  if (to) add_to(out, to_field, iso(*to));
  return out;
}

Result<Days> days_asked(const Visit& visit) {
  Days out;
  if (visit.failure != nullptr) return out;
  Faults faults;
  out.from = day_asked(visit, from_field, faults);
  out.to = day_asked(visit, to_field, faults);
  if (out.first() > out.last()) {
    faults.add(from_field, {"“Từ ngày” không được sau “đến hết ngày”; hãy đổi một trong hai.",
                            "The first day must not be after the last; change one of them."});
  }
  if (!faults.any()) return out;
  Problem wrong = std::move(faults).problem();
  wrong.text = {"Khoảng thời gian cần xem chưa đúng; hãy sửa rồi bấm “Xem”.",
                "The period is not right; correct it and press “Show”."};
  return tl::unexpected(std::move(wrong));
}

std::string days_typed(const Visit& visit) {
  std::string out;
  for (const char* name : {from_field, to_field}) {
    const std::string typed = visit.query(name);
    if (!typed.empty()) add_to(out, name, http::percent_encode(typed));
  }
  return out;
}

Page asks_for_days(Page page) { return asks_again({from_field, to_field}, std::move(page)); }

PeriodPart period_part(const Visit& visit, const std::string& path, UnitNo unit, const Days& days,
                       const std::string& kind) {
  PeriodPart out;
  out.action = path;
  out.of_unit = std::to_string(unit.value);
  if (!kind.empty()) out.of_kind = kind;
  out.from = query_field(visit, from_field, days.from ? vietnamese(*days.from) : "");
  out.to = query_field(visit, to_field, days.to ? vietnamese(*days.to) : "");
  out.is_wrong = visit.failure != nullptr;
  if (days.any() || out.is_wrong) {
    out.any_day = with_unit(path, unit, {}) + (kind.empty() ? "" : "&loai=" + kind);
  }
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
