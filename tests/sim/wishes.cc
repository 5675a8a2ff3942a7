// What people ask of a simulated city, with the orders that the pages make of their forms.
#include "city/identity/identity.h"
#include "city/oversight/oversight.h"
#include "city/plan/plan.h"
#include "city/reach/reach.h"
#include "city/report/report.h"
#include "sim/city.h"

namespace lantoa::sim {
namespace {

city::reach::Needs reach_needs(const app::States& states) {
  return {states.calendar, states.organisation, states.identity, states.plan, states.content};
}

constexpr city::UnitNo district{3};
constexpr city::ItemNo item{1};

}  // namespace

Operation City::confirmation() {
  const city::PersonNo person = beginning_.readers[confirmed_++ % beginning_.readers.size()];
  Operation out;
  out.name = "confirmation";
  out.actor = city::subject("person", person);
  out.confirms = person;
  out.order = [person](app::House& house) {
    const app::States& states = house.states();
    return city::reach::confirm_order(states.reach, reach_needs(states), person,
                                      city::reach::Confirm{item, 1});
  };
  return out;
}

Operation City::draft() {
  Operation out;
  out.name = "draft";
  out.actor = beginning_.planner;
  out.title = "Kế hoạch thử " + std::to_string(operations_.size());
  out.order = [title = out.title](app::House& house) {
    const app::States& states = house.states();
    city::plan::DraftPlan command;
    command.issuer = command.scope = district;
    command.title = title;
    return city::plan::make_order(states.plan, {states.calendar, states.organisation, states.law},
                                  command);
  };
  return out;
}

Operation City::registration() {
  Operation out;
  out.name = "registration";
  out.actor = beginning_.keeper;
  out.order = [](app::House& house) {
    const app::States& states = house.states();
    city::Order order;
    order.decide = [&states](const city::Envelope& envelope) {
      const city::identity::RegisterPersons command{{{1, "Người Mới", "00011", "", ""}},
                                                    envelope.today};
      return city::identity::decide(states.identity, states.organisation, command, envelope);
    };
    return order;
  };
  return out;
}

// An officer enters who was at a meeting; some of them read it on the portal as well.
Operation City::meeting() {
  std::vector<std::uint32_t> present;
  for (int i = 0; i < 3; ++i) {
    present.push_back(beginning_.readers[one_of(beginning_.readers.size())].value);
  }
  Operation out;
  out.name = "meeting";
  out.actor = beginning_.officer;
  out.order = [present](app::House& house) {
    const app::States& states = house.states();
    return city::reach::make_order(
        states.reach, reach_needs(states),
        city::reach::RecordByProxy{item, city::reach::Channel::Meeting, present, {}});
  };
  return out;
}

Operation City::urging() {
  Operation out;
  out.name = "urging";
  out.actor = beginning_.drafter;
  out.order = [](app::House& house) {
    const app::States& states = house.states();
    return city::oversight::make_order(
        states.oversight,
        {states.calendar, states.organisation, states.plan, states.content, states.reach},
        city::oversight::Urge{city::AssignmentNo{1}});
  };
  return out;
}

Operation City::report() {
  Operation out;
  out.name = "report";
  out.actor = beginning_.officer;
  out.order = [](app::House& house) {
    const app::States& states = house.states();
    return city::plan::make_order(
        states.plan, {states.calendar, states.organisation, states.law},
        city::plan::ReportDone{city::AssignmentNo{1}, states.calendar.today()});
  };
  return out;
}

Operation City::frozen_figure() {
  Operation out;
  out.name = "figure";
  out.actor = beginning_.drafter;
  out.order = [](app::House& house) {
    const app::States& states = house.states();
    city::Order order;
    order.decide = [&states](const city::Envelope& envelope) {
      return city::report::decide(
          {states.report, states.calendar, states.organisation, states.reach},
          city::report::FreezeFigure{item, district, {}, false, envelope.today}, envelope);
    };
    return order;
  };
  return out;
}

}  // namespace lantoa::sim
