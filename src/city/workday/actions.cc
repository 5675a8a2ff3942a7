// Recording days: one, or several in a row.
#include "city/field.h"
#include "city/workday/decide.h"
#include "city/workday/workday.h"

namespace lantoa::city::workday {
namespace {

struct FormView {
  static constexpr std::string_view tpl = "src/city/workday/day_form.tpl";
  FormKeys keys;
  Field first, last, name, basis;
  std::optional<std::string> rule_error;
  std::vector<Option> rules;
  std::string back;
};
BOOST_DESCRIBE_STRUCT(FormView, (), (keys, first, last, name, basis, rule_error, rules, back))

std::optional<Rule> rule_of(std::string_view typed) {
  if (typed == "nghi") return Rule::Off;
  if (typed == "lam") return Rule::Worked;
  if (typed == "tuan") return Rule::ByWeek;
  return std::nullopt;
}

std::vector<Option> rule_options(std::optional<Rule> chosen, Language language) {
  const Text off{"Nghỉ: ngày lễ, nghỉ bù hoặc hoán đổi", "Off: a holiday, or in place of one"};
  const Text worked{"Làm việc: thứ Bảy hoặc Chủ nhật làm bù", "Worked: a Saturday in exchange"};
  const Text week{"Theo tuần: bỏ điều đã ghi của ngày này", "By the week: take back what was said"};
  return {{"nghi", off.in(language), chosen == Rule::Off},
          {"lam", worked.in(language), chosen == Rule::Worked},
          {"tuan", week.in(language), chosen == Rule::ByWeek}};
}

// ?ngay=2021-05-03: the form for a day of which something is said.
FormView form_view(const State& state, const Visit& visit) {
  FormView view;
  view.keys = form_keys(visit);
  std::optional<Day> day;
  const auto asked = parse_iso_date(visit.query("ngay"));
  if (asked) day = state.find(*asked);
  view.first = field(visit, fields::first, asked ? vietnamese(*asked) : "");
  view.last = field(visit, fields::last);
  view.name = field(visit, fields::name, day ? day->name.vi : "");
  view.basis = field(visit, fields::basis, day ? day->basis : "");
  view.rule_error = field(visit, fields::rule).error;
  std::optional<Rule> chosen = rule_of(visit.typed(fields::rule));
  if (!chosen && day) chosen = day->rule;
  view.rules = rule_options(chosen, visit.language);
  view.back = asked ? address_of(to_civil(*asked).year) : "/lich-lam-viec";
  return view;
}

Result<SetDays> read_days(const Visit& visit) {
  Faults faults;
  SetDays command;
  command.first = typed_date(visit, fields::first, faults);
  command.last = typed_date(visit, fields::last, faults);
  command.rule = rule_of(visit.typed(fields::rule));
  command.name = visit.typed(fields::name);
  command.basis = visit.typed(fields::basis);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return command;
}

}  // namespace

void install_actions(App& app, const State& state, Needs needs) {
  const Page form = [&app, &state](const Visit& visit) -> Result<http::Response> {
    const FormView view = app.engine.read([&] { return form_view(state, visit); });
    const Text year{"Ngày làm việc", "Working days"};
    return app.show(visit, {"Ghi ngày nghỉ, ngày làm bù", "Record days off and days worked"}, view,
                    {{year.in(visit.language), view.back},
                     {Text{"Ghi ngày", "Record"}.in(visit.language), {}}});
  };
  app.routes.get("/lich-lam-viec/ghi", Right::KeepWorkdays, form);
  app.routes.post(
      "/lich-lam-viec/ghi", Right::KeepWorkdays,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(SetDays command, read_days(visit));
        Order order;
        order.decide = [&state, needs, command](const Envelope& envelope) {
          return decide(state, needs.organisation, command, envelope);
        };
        return order;
      },
      form);
}

}  // namespace lantoa::city::workday
