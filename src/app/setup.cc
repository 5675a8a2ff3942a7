#include "app/setup.h"

#include "city/calendar/decide.h"
#include "city/identity/credentials.h"

namespace lantoa::app {

Result<ledger::Done> as_setup(
    House& house, std::function<Result<ledger::Decision>(const city::Envelope&)> decide) {
  city::Order order;
  order.actor = city::identity::setup_actor;
  order.decide = std::move(decide);
  return house.app().execute(std::move(order));
}

Result<city::AccountNo> open_officer(House& house, const Officer& officer) {
  const States& states = house.states();
  const auto run = [&](const auto& command) {
    return as_setup(house, [&](const city::Envelope& envelope) {
      return city::identity::decide(states.identity, states.organisation, command, envelope);
    });
  };
  TRY(run(city::identity::RegisterPersons{{{1, officer.name, officer.unit, "", ""}},
                                          states.calendar.today()}));
  const city::PersonNo person{states.identity.persons()};
  TRY_ASSIGN(auto account,
             city::identity::prepare_account(person, officer.login, officer.password));
  account.first_use = officer.first_use;
  TRY(run(account));
  const city::AccountNo no = states.identity.account_of(person);
  TRY(run(
      city::identity::GrantRole{no, {officer.role, states.organisation.by_code(officer.over)}}));
  return no;
}

Result<std::vector<std::string>> set_up(House& house, const city::organisation::ImportUnits& units,
                                        const std::vector<FirstAdministrator>& administrators) {
  const States& states = house.states();
  // Two programs may have found one database empty at once.
  TRY(as_setup(house, [&](const city::Envelope& envelope) -> Result<ledger::Decision> {
    if (envelope.position == 0) return city::calendar::turn_day(states.calendar, envelope);
    return problem(Code::Conflict,
                   {"Một tiến trình khác vừa tạo sổ cái ở đây; chưa ghi gì thêm.",
                    "Another process has just made a ledger here; nothing was added to it."});
  }));
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::organisation::decide(states.organisation, units, envelope);
  }));
  const std::string root = states.organisation.unit(states.organisation.root()).code;
  std::vector<std::string> passwords;
  for (const FirstAdministrator& one : administrators) {
    passwords.push_back(crypto::base64url(crypto::SystemRandom().bytes(15)));
    TRY(open_officer(house, {one.name, root, one.login, passwords.back(), city::Role::Administrator,
                             root, true}));
  }
  return passwords;
}

}  // namespace lantoa::app
