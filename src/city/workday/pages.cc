// The calendar of a year: which days are off, which Saturdays are worked, and by what.
#include <algorithm>
#include <array>

#include "city/workday/decide.h"
#include "city/workday/workday.h"

namespace lantoa::city::workday {
namespace {

// For keepers: the form, filled with the day.
struct ChangeLink {
  std::string address;
  std::string date;
};
BOOST_DESCRIBE_STRUCT(ChangeLink, (), (address, date))

struct Row {
  std::string iso;
  std::string date;
  Text weekday;
  std::string mark;
  Text rule;
  Text name;
  bool recorded = false;  // its name is in Vietnamese then
  std::string basis;
  std::optional<ChangeLink> change;
};
BOOST_DESCRIBE_STRUCT(Row, (), (iso, date, weekday, mark, rule, name, recorded, basis, change))

struct YearLink {
  std::string address;
  std::string year;
};
BOOST_DESCRIBE_STRUCT(YearLink, (), (address, year))

struct YearView {
  static constexpr std::string_view tpl = "src/city/workday/workdays.tpl";
  std::string year;
  bool known = false;
  bool has_rows = false;
  std::vector<Row> rows;
  std::uint32_t off = 0;  // days of Monday to Friday that are off
  std::optional<YearLink> before, after;
  bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(YearView, (), (year, known, has_rows, rows, off, before, after, may_change))

Text weekday(Date date) {
  static const std::array<Text, 7> names{Text{"thứ Hai", "Monday"},   Text{"thứ Ba", "Tuesday"},
                                         Text{"thứ Tư", "Wednesday"}, Text{"thứ Năm", "Thursday"},
                                         Text{"thứ Sáu", "Friday"},   Text{"thứ Bảy", "Saturday"},
                                         Text{"Chủ nhật", "Sunday"}};
  constexpr std::int32_t of_1970_01_01 = 3;  // a Thursday
  return names[static_cast<std::size_t>(((date.days + of_1970_01_01) % 7 + 7) % 7)];
}

Text title(Rule rule) {
  switch (rule) {
    case Rule::Off:
      return {"Nghỉ", "Off"};
    case Rule::Worked:
      return {"Làm việc", "Worked"};
    case Rule::ByWeek:
      return {"Theo tuần", "By the week"};
  }
  return {};
}

std::optional<YearLink> link(std::int32_t year, std::int32_t last) {
  if (year < year_first || year > last) return std::nullopt;
  return YearLink{address_of(year), std::to_string(year)};
}

YearView look_at(const State& state, const Needs& needs, const Visit& visit) {
  const std::int32_t this_year = to_civil(needs.calendar.today()).year;
  const std::int32_t last = std::max(this_year, year_first) + years_ahead_max;
  const std::string asked = visit.query("nam");
  std::int32_t year = this_year;
  if (asked.size() == 4 && asked.find_first_not_of("0123456789") == std::string::npos) {
    year = std::stoi(asked);
  }
  year = std::clamp(year, year_first, last);
  YearView view;
  view.year = std::to_string(year);
  view.known = state.knows(year);
  view.before = link(year - 1, last);
  view.after = link(year + 1, last);
  view.may_change =
      needs.organisation.allows(visit.actor, Right::KeepWorkdays, needs.organisation.root());
  for (const Day& day : state.days_of(year)) {
    if (day.rule == Rule::Off && !is_weekend(day.date)) ++view.off;
    Row row{iso(day.date),
            vietnamese(day.date),
            weekday(day.date),
            day.rule == Rule::Worked ? "state-risk" : "state-idle",
            title(day.rule),
            day.name,
            day.recorded != 0,
            day.basis,
            {}};
    if (view.may_change) {
      row.change = ChangeLink{"/lich-lam-viec/ghi?ngay=" + row.iso, row.date};
    }
    view.rows.push_back(std::move(row));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

}  // namespace

void install_pages(App& app, const State& state, Needs needs) {
  app.routes.get(
      "/lich-lam-viec", Right::Public,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        const YearView view = app.engine.read([&] { return look_at(state, needs, visit); });
        return app.show(visit, {"Ngày làm việc năm " + view.year, "Working days " + view.year},
                        view, below_home(visit.language));
      });
}

}  // namespace lantoa::city::workday
