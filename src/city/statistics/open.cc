// Asking for a round: the days, which of them are only estimated, and a form that is in force then.
#include <algorithm>

#include "city/due_field.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

// One of the submissions that each year asks of every unit; a link that fills the days in.
struct QuickPeriod {
  std::string code;  // ?ky=
  Text title;
  Date from, to;
  std::optional<Date> counted_to;
};

struct QuickLink {
  std::string address;
  Text title;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(QuickLink, (), (address, title, current))

struct FormChoice {
  std::string code;
  Text title;
  Text origin;
  std::uint32_t columns = 0;
  bool chosen = false;
  std::optional<Text> limits;        // "Dùng cho kỳ có ngày cuối từ 01/01/2020."
  std::optional<Text> not_in_force;  // in the days that are asked about
};
BOOST_DESCRIBE_STRUCT(FormChoice, (), (code, title, origin, columns, chosen, limits, not_in_force))

struct OpenView {
  static constexpr std::string_view tpl = "src/city/statistics/open.tpl";
  FormKeys keys;
  std::string scope, scope_name;
  std::vector<QuickLink> quick;
  std::string quick_code;
  std::optional<std::string> form_error;
  std::vector<FormChoice> choices;
  Field from, to, counted_to, due;
};
BOOST_DESCRIBE_STRUCT(OpenView, (),
                      (keys, scope, scope_name, quick, quick_code, form_error, choices, from, to,
                       counted_to, due))

// Of several units that he may ask, the first of his grants.
UnitNo scope_to_ask(const Actor& actor) {
  for (const Grant& grant : actor.grants) {
    if (city::has(grant.role, Right::Urge)) return grant.unit;
  }
  return {};
}

// The official figures of a year are handed in during the year after it.
std::vector<QuickPeriod> quick_periods(Date today) {
  const int year = to_civil(today).year;
  const std::string now = std::to_string(year);
  const std::string last = std::to_string(year - 1);
  const Date first = to_date({year, 1, 1});
  const Date end = to_date({year, 12, 31});
  return {
      {"6-thang-dau-nam",
       {"6 tháng đầu năm " + now + " (thực tế đến 31/5, ước tháng 6)",
        "First half of " + now + " (actual to 31 May, June estimated)"},
       first,
       to_date({year, 6, 30}),
       to_date({year, 5, 31})},
      {"nam",
       {"Năm " + now + " (thực tế đến 30/11, ước tháng 12)",
        "Year " + now + " (actual to 30 November, December estimated)"},
       first,
       end,
       to_date({year, 11, 30})},
      {"nam-den-thang-10",
       {"Năm " + now + " (thực tế đến 31/10, ước tháng 11 và tháng 12)",
        "Year " + now + " (actual to 31 October, November and December estimated)"},
       first,
       end,
       to_date({year, 10, 31})},
      {"nam-chinh-thuc",
       {"Năm " + last + ", chính thức", "Year " + last + ", official"},
       to_date({year - 1, 1, 1}),
       to_date({year - 1, 12, 31}),
       {}},
  };
}

// The days of which forms are judged: those that were typed, those of the link, else today.
struct AskedDays {
  Date from, to;
  bool is_period = false;
};
AskedDays asked_days(const Visit& visit, const QuickPeriod* quick, Date today) {
  if (visit.request.method == http::Method::Post) {
    Faults unread;
    const auto to = typed_date(visit, fields::to, unread);
    const auto from = typed_date(visit, fields::from, unread);
    if (to) return {from.value_or(*to), *to, true};
  } else if (quick != nullptr) {
    return {quick->from, quick->to, true};
  }
  return {today, today, false};
}

std::optional<Text> mark_of(const Form& form, const AskedDays& days) {
  if (form.is_in_force(days.to)) return std::nullopt;
  if (!days.is_period) return Text{"Không có hiệu lực hôm nay", "Not in force today"};
  if (!is_in_force_somewhere(form, days.from, days.to)) {
    return Text{"Không có hiệu lực ngày nào trong kỳ", "Not in force on any day of the period"};
  }
  return Text{"Không có hiệu lực vào ngày cuối kỳ", "Not in force on the last day of the period"};
}

FormChoice choice_of(const Form& form, const AskedDays& days, std::string_view chosen) {
  FormChoice out;
  out.code = form.code;
  out.title = form.title.text();
  out.origin = form.origin.text();
  out.columns = static_cast<std::uint32_t>(form.columns.size());
  out.chosen = form.code == chosen;
  const Text limits = asked_when(form);
  if (!limits.vi.empty()) out.limits = limits;
  out.not_in_force = mark_of(form, days);
  return out;
}

std::string day_in_words(std::optional<Date> day) { return day ? vietnamese(*day) : ""; }

Result<OpenView> open_view(const Needs& needs, const Visit& visit) {
  const UnitNo scope = scope_to_ask(visit.actor);
  TRY(needs.organisation.require(visit.actor, Right::Urge, scope));
  const Date today = needs.calendar.today();
  const std::vector<QuickPeriod> periods = quick_periods(today);
  const std::string typed(visit.typed("ky"));
  const std::string code = typed.empty() ? visit.query("ky") : typed;
  const auto found = std::find_if(periods.begin(), periods.end(),
                                  [&](const QuickPeriod& one) { return one.code == code; });
  const QuickPeriod* quick = found == periods.end() ? nullptr : &*found;
  OpenView view;
  view.keys = form_keys(visit);
  view.scope = std::to_string(scope.value);
  view.scope_name = needs.organisation.unit(scope).name;
  for (const QuickPeriod& one : periods) {
    view.quick.push_back({"/bao-cao/mo?ky=" + one.code, one.title, &one == quick});
  }
  if (quick != nullptr) view.quick_code = quick->code;
  const AskedDays days = asked_days(visit, quick, today);
  for (const Form& form : forms()) {
    view.choices.push_back(choice_of(form, days, visit.typed(fields::form)));
  }
  view.form_error = field(visit, fields::form).error;
  const auto prefilled = [&](const char* name, std::optional<Date> day) {
    return field(visit, name, day_in_words(day));
  };
  using Day = std::optional<Date>;
  view.from = prefilled(fields::from, quick == nullptr ? Day() : Day(quick->from));
  view.to = prefilled(fields::to, quick == nullptr ? Day() : Day(quick->to));
  view.counted_to = prefilled(fields::counted_to, quick == nullptr ? Day() : quick->counted_to);
  view.due = field(visit, fields::due);
  return view;
}

Result<Order> order_open(const State& state, const Needs& needs, const Visit& visit) {
  Faults faults;
  const auto day = [&](const char* name) {
    const auto typed = typed_date(visit, name, faults);
    if (!typed && visit.typed(name).empty()) {
      faults.add(name,
                 {"Hãy ghi ngày, ví dụ 30/06/2021.", "Write the day, for example 30/06/2021."});
    }
    return typed.value_or(Date{});
  };
  OpenRound command{std::string(visit.typed(fields::form)),
                    UnitNo{visit.typed_number("pham-vi")},
                    day(fields::from),
                    day(fields::to),
                    {}};
  if (auto due = typed_due(visit, fields::due, CountedFrom::AnotherDay)) {
    command.due = *due;
  } else {
    faults.add(fields::due, std::move(due).error().text);
  }
  command.counted_to = typed_date(visit, fields::counted_to, faults);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return make_order(state, needs, std::move(command));
}

}  // namespace

void install_open(App& app, const State& state, Needs needs) {
  const Page form = [&app, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const OpenView view, app.engine.read([&] { return open_view(needs, visit); }));
    const Text reports{"Báo cáo", "Reports"};
    const Text heading{"Mở kỳ báo cáo", "Ask for reports"};
    return app.show(visit, heading, view,
                    {{reports.in(visit.language), "/bao-cao"}, {heading.in(visit.language), {}}});
  };
  app.routes.get("/bao-cao/mo", Right::Urge, form);
  app.routes.post(
      "/bao-cao/mo", Right::Urge,
      [&state, needs](const Visit& visit) { return order_open(state, needs, visit); }, form);
}

}  // namespace lantoa::city::statistics
