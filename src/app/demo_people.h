// The demo's people, clearly synthetic, and their accounts. Every unit has an officer, so that all
// simulated work is done by somebody who may do it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/setup.h"

namespace lantoa::app {

constexpr std::string_view demo_password = "lan-toa-mau-2021";

struct DemoOfficer {
  const char* login;
  const char* name;
  const char* unit;  // code
  city::Role role;
  const char* over;  // code
};
const std::vector<DemoOfficer>& demo_officers();

Result<void> register_persons(House& house, std::uint32_t wanted);
// The accounts of demo_officers(), and one named "phobien." and the unit's code for every other
// unit that has people; all of them with demo_password.
Result<void> open_demo_accounts(House& house);
// A personal link for every person of two wards, so that some can be printed.
Result<void> issue_links(House& house);

// The officer's actor name, "account/3", by login.
Result<std::string> actor_of(House& house, std::string_view login);
// Units of the officers a visitor signs in as: their work is left for him to do, and most of their
// people have confirmed nothing.
bool is_left_to_visitors(const States& states, city::UnitNo unit);
// That of the officer of exactly this unit; empty when it has none.
std::string officer_of(const States& states, city::UnitNo unit);

}  // namespace lantoa::app
