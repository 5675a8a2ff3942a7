// What people ask of every simulated city, with the orders that the pages make of their forms.
#include "sim/wishes.h"

#include "sim/city.h"

namespace lantoa::sim {

Operation City::confirmation() {
  const city::PersonNo person = beginning_.readers[confirmed_++ % beginning_.readers.size()];
  Operation out;
  out.name = "confirmation";
  out.actor = city::subject("person", person);
  out.confirms = person;
  out.order = [person](app::House& house) {
    const app::States& states = house.states();
    const city::reach::Needs needs{states.calendar, states.organisation, states.identity,
                                   states.plan,     states.content,      states.activity};
    return city::reach::confirm_order(states.reach, needs, person, city::reach::Confirm{item, 1});
  };
  return out;
}

Operation City::draft() {
  city::plan::DraftPlan command;
  command.issuer = command.scope = district;
  command.title = "Kế hoạch thử " + std::to_string(operations_.size());
  Operation out = operation_of("draft", beginning_.planner, known_plans, command);
  out.title = command.title;
  return out;
}

Operation City::registration() {
  Operation out;
  out.name = "registration";
  out.actor = beginning_.keeper;
  out.order = [](app::House& house) {
    city::Order order;
    order.decide = [&states = house.states()](const city::Envelope& envelope) {
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
  city::reach::RecordByProxy command{item, city::reach::Channel::Meeting, {}, {}};
  for (int i = 0; i < 3; ++i) {
    command.persons.push_back(beginning_.readers[one_of(beginning_.readers.size())].value);
  }
  return operation_of("meeting", beginning_.officer, known_reach, command);
}

Operation City::urging() {
  return operation_of("urging", beginning_.drafter, known_oversight,
                      city::oversight::Urge{late_soon});
}

// On the day that its node knows. Half of them end what mails are about.
Operation City::report() {
  const city::AssignmentNo no{1 + static_cast<std::uint32_t>(one_of(2))};
  Operation out;
  out.name = "report";
  out.actor = beginning_.officer;
  out.order = [no](app::House& house) {
    return city::order_of(city::plan::ReportDone{no, house.states().calendar.today()},
                          known_plans(house.states()));
  };
  return out;
}

Operation City::frozen_figure() {
  Operation out;
  out.name = "figure";
  out.actor = beginning_.drafter;
  out.order = [](app::House& house) {
    city::Order order;
    order.decide = [&states = house.states()](const city::Envelope& envelope) {
      return city::report::decide(
          known_figures(states),
          city::report::FreezeFigure{item, district, {}, false, envelope.today}, envelope);
    };
    return order;
  };
  return out;
}

}  // namespace lantoa::sim
