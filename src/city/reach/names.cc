// Who has not been reached, by name, for the officer of that very unit; each look is recorded
// first.
#include <boost/describe.hpp>
#include <charconv>

#include "city/field.h"
#include "city/reach/reach.h"
#include "viet/unicode.h"

namespace lantoa::city::reach {
namespace {

struct MissingRow {
  std::string number;
  std::string name;
  bool has_mail = false;
};
BOOST_DESCRIBE_STRUCT(MissingRow, (), (number, name, has_mail))

struct NamesView {
  static constexpr std::string_view tpl = "src/city/reach/names.tpl";
  FormKeys keys;
  std::string title;
  std::string unit;
  std::string action;  // where the form goes
  std::uint32_t count = 0;
  bool has_rows = false;
  std::vector<MissingRow> rows;
  std::string day;
};
BOOST_DESCRIBE_STRUCT(NamesView, (), (keys, title, unit, action, count, has_rows, rows, day))

// The numbers of the checkboxes p<number>=1.
std::vector<std::uint32_t> chosen(const Visit& visit) {
  std::vector<std::uint32_t> out;
  for (const auto& [name, value] : visit.form.fields) {
    if (name.size() < 2 || name[0] != 'p' || value != "1") continue;
    std::uint32_t number = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + 1, end, number);
    if (read.ec == std::errc{} && read.ptr == end) out.push_back(number);
  }
  return out;
}

Result<http::Response> show_names(App& app, const State& state, const Needs& needs,
                                  const Visit& visit) {
  TRY_ASSIGN(const ItemNo item_no, visit.number<ItemNo>("item"));
  TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
  Order look = make_order(state, needs, ViewNames{item_no, unit});
  look.actor = visit.actor.name;
  TRY(app.execute(std::move(look)));
  NamesView view;
  std::vector<PersonNo> missing;
  std::vector<App::Crumb> path;
  app.engine.read([&] {
    const Item& item = state.item(item_no);
    missing = state.unreached(item, unit);
    view.title = title_of(item, needs.content);
    view.unit = needs.organisation.unit(unit).name;
    view.day = vietnamese(needs.calendar.today());
    path = crumbs(needs.organisation, item_no, unit, visit.language);
    for (const PersonNo person : missing) {
      view.rows.push_back(
          {std::to_string(person.value), {}, needs.identity.person(person).has_mail});
    }
  });
  for (std::size_t i = 0; i < missing.size(); ++i) {
    view.rows[i].name = app.name_of(missing[i], visit.language);
  }
  std::stable_sort(view.rows.begin(), view.rows.end(),
                   [](const MissingRow& a, const MissingRow& b) {
                     return viet::person_sort_key(a.name) < viet::person_sort_key(b.name);
                   });
  view.keys = form_keys(visit);
  view.action = address(item_no, unit) + "/ghi-thay";
  view.count = static_cast<std::uint32_t>(missing.size());
  view.has_rows = view.count != 0;
  path.back().path = address(item_no, unit);
  path.push_back({Text{"Chưa tới", "Not reached"}.in(visit.language), {}});
  return app.show(visit, {"Chưa xác nhận: " + view.unit, "Not confirmed: " + view.unit}, view,
                  std::move(path));
}

}  // namespace

void install_names(App& app, const State& state, Needs needs) {
  const Page names = [&app, &state, needs](const Visit& visit) {
    return show_names(app, state, needs, visit);
  };
  app.routes.get("/do-phu/{item}/{unit}/chua-doc", Right::SeeNames, names);
  app.routes.post(
      "/do-phu/{item}/{unit}/ghi-thay", Right::RecordByProxy,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ItemNo item, visit.number<ItemNo>("item"));
        RecordByProxy command{item, Channel::Meeting, chosen(visit), {}};
        TRY_ASSIGN(command.on, typed_date(visit, "on"));
        return make_order(state, needs, std::move(command));
      },
      names);
}

}  // namespace lantoa::city::reach
