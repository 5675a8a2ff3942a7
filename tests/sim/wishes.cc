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
  return {states.calendar, states.organisation, states.identity,
          states.plan,     states.content,      states.activity};
}

city::plan::Needs plan_needs(const app::States& states) {
  return {states.calendar, states.organisation, states.law};
}

Operation operation(std::string name, std::string actor,
                    std::function<city::Order(app::House&)> order) {
  Operation out;
  out.name = std::move(name);
  out.actor = std::move(actor);
  out.order = std::move(order);
  return out;
}

constexpr city::UnitNo district{3};
constexpr city::ItemNo item{1};

}  // namespace

Operation City::confirmation() {
  const city::PersonNo person = beginning_.readers[confirmed_++ % beginning_.readers.size()];
  Operation out =
      operation("confirmation", city::subject("person", person), [person](app::House& house) {
        const app::States& states = house.states();
        return city::reach::confirm_order(states.reach, reach_needs(states), person,
                                          city::reach::Confirm{item, 1});
      });
  out.confirms = person;
  return out;
}

Operation City::draft() {
  city::plan::DraftPlan command;
  command.issuer = command.scope = district;
  command.title = "Kế hoạch thử " + std::to_string(operations_.size());
  Operation out = operation("draft", beginning_.planner, [command](app::House& house) {
    const app::States& states = house.states();
    return city::plan::make_order(states.plan, plan_needs(states), command);
  });
  out.title = command.title;
  return out;
}

Operation City::registration() {
  return operation("registration", beginning_.keeper, [](app::House& house) {
    city::Order order;
    order.decide = [&states = house.states()](const city::Envelope& envelope) {
      const city::identity::RegisterPersons command{{{1, "Người Mới", "00011", "", ""}},
                                                    envelope.today};
      return city::identity::decide(states.identity, states.organisation, command, envelope);
    };
    return order;
  });
}

// An officer enters who was at a meeting; some of them read it on the portal as well.
Operation City::meeting() {
  std::vector<std::uint32_t> present;
  for (int i = 0; i < 3; ++i) {
    present.push_back(beginning_.readers[one_of(beginning_.readers.size())].value);
  }
  return operation("meeting", beginning_.officer, [present](app::House& house) {
    const app::States& states = house.states();
    return city::reach::make_order(
        states.reach, reach_needs(states),
        city::reach::RecordByProxy{item, city::reach::Channel::Meeting, present, {}});
  });
}

Operation City::urging() {
  return operation("urging", beginning_.drafter, [](app::House& house) {
    const app::States& states = house.states();
    return city::oversight::make_order(
        states.oversight,
        {states.calendar, states.organisation, states.plan, states.content, states.reach},
        city::oversight::Urge{city::AssignmentNo{1}});
  });
}

Operation City::report() {
  return operation("report", beginning_.officer, [](app::House& house) {
    const app::States& states = house.states();
    return city::plan::make_order(
        states.plan, plan_needs(states),
        city::plan::ReportDone{city::AssignmentNo{1}, states.calendar.today()});
  });
}

Operation City::frozen_figure() {
  return operation("figure", beginning_.drafter, [](app::House& house) {
    city::Order order;
    order.decide = [&states = house.states()](const city::Envelope& envelope) {
      return city::report::decide(
          {states.report, states.calendar, states.organisation, states.reach},
          city::report::FreezeFigure{item, district, {}, false, envelope.today}, envelope);
    };
    return order;
  });
}

}  // namespace lantoa::sim
