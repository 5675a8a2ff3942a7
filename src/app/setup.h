// The first facts of an empty ledger: the tree of units and one administrator.
#pragma once

#include <string>

#include "app/house.h"
#include "city/organisation/decide.h"

namespace lantoa::app {

// Runs `decide` as the setup actor on this thread.
Result<ledger::Done> as_setup(
    House& house, std::function<Result<ledger::Decision>(const city::Envelope&)> decide);

// A person at the unit of this code with an account and one role over `over`.
struct Officer {
  std::string name;
  std::string unit;  // code
  std::string login;
  std::string password;
  city::Role role = city::Role::Administrator;
  std::string over;        // code of the unit the role is for
  bool first_use = false;  // the password is good for choosing another one only
};
Result<city::AccountNo> open_officer(House& house, const Officer& officer);

struct FirstAdministrator {
  std::string login;
  std::string name;
};

// Imports the units and makes administrators of the whole tree. Their passwords, fresh and random,
// in the same order.
Result<std::vector<std::string>> set_up(House& house, const city::organisation::ImportUnits& units,
                                        const std::vector<FirstAdministrator>& administrators);

}  // namespace lantoa::app
