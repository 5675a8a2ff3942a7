// Who has not been reached, by name, for the officer of that very unit; each look is recorded
// first.
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/reach/people_choice.h"
#include "city/reach/reach.h"

namespace lantoa::city::reach {
namespace {

struct NamesView {
  static constexpr std::string_view tpl = "src/city/reach/names.tpl";
  FormKeys keys;
  std::string title;
  std::string unit;
  std::string action;  // where the form goes
  std::uint32_t count = 0;
  bool has_people = false;
  PeopleChoice people;
  Field on;
};
BOOST_DESCRIBE_STRUCT(NamesView, (), (keys, title, unit, action, count, has_people, people, on))

Result<http::Response> show_names(App& app, const State& state, const Needs& needs,
                                  const Visit& visit) {
  TRY_ASSIGN(const ItemNo item_no, visit.number<ItemNo>("item"));
  TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
  Order look = make_order(state, needs, ViewNames{item_no, unit});
  look.actor = visit.actor.name;
  TRY(app.execute(std::move(look)));
  NamesView view;
  std::vector<Candidate> missing;
  std::vector<App::Crumb> path;
  std::string today;
  app.engine.read([&] {
    const Item& item = state.item(item_no);
    const Text yes{"Có", "Yes"}, no{"Không", "No"};
    for (const PersonNo person : state.unreached(item, unit)) {
      const bool has_mail = needs.identity.person(person).has_mail;
      missing.push_back({person, (has_mail ? yes : no).in(visit.language)});
    }
    view.title = title_of(item, needs.content);
    view.unit = needs.organisation.unit(unit).name;
    today = vietnamese(needs.calendar.today());
    path = crumbs(needs.organisation, item_no, unit, visit.language);
  });
  view.people = choose_people(app, visit, missing);
  view.people.caption = {"Chưa xác nhận", "Not confirmed"};
  view.people.note_title = {"Thư điện tử", "E-mail"};
  view.people.day = today;
  view.people.browse = address(item_no, unit) + "/chua-doc/xem";
  view.keys = form_keys(visit);
  view.action = address(item_no, unit) + "/ghi-thay";
  view.count = static_cast<std::uint32_t>(missing.size());
  view.has_people = view.count != 0;
  view.on = field(visit, "on", today);
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
  // The search and the pages of the same list, with what is ticked.
  app.routes.raw_post("/do-phu/{item}/{unit}/chua-doc/xem", Right::SeeNames, names);
  app.routes.post(
      "/do-phu/{item}/{unit}/ghi-thay", Right::RecordByProxy,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ItemNo item, visit.number<ItemNo>("item"));
        RecordByProxy command{item, Channel::Meeting, ticked(visit, "p"), {}};
        TRY_ASSIGN(command.on, typed_date(visit, "on"));
        return make_order(state, needs, std::move(command));
      },
      names);
}

}  // namespace lantoa::city::reach
