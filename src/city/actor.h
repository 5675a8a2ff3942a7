// Actor: who does something, as decide sees him; Envelope: when and by whom a command is decided.
#pragma once

#include <string>
#include <vector>

#include "city/numbers.h"
#include "city/right.h"
#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::city {

struct Grant {
  Role role = Role::Auditor;
  UnitNo unit;  // and everything below it

  bool operator==(const Grant&) const = default;
};

constexpr std::string_view anybody_name = "anybody";  // as it stands in facts

struct Actor {
  enum class Kind { Nobody, System, Account, Person };

  Kind kind = Kind::Nobody;
  std::string name;  // as it stands in facts: "account/3", "person/1044", "courier/clock"
  AccountNo account;
  PersonNo person;  // also of an account: the two-person rule counts persons, not accounts
  UnitNo home;      // the person's unit
  std::vector<Grant> grants;
  bool must_choose_password = false;  // signed in with one that somebody else set; has no grants

  static Actor anybody();  // of forms that are open to everybody; names nobody and may nothing
  static Actor system(std::string_view part);  // "courier/<part>": couriers and the demo's loader
  bool is_system() const { return kind == Kind::System; }

  // Has the right over some unit. Whether over this one is asked of organisation::State.
  bool may_somewhere(Right right) const;
};

struct Envelope {
  Instant at;
  Date today;  // Vietnam's date at `at`
  Actor actor;
  std::uint64_t position = 0;  // seq of the last fact in the state it is decided against
};

Problem not_allowed(Right right);  // Forbidden, naming what is missing

}  // namespace lantoa::city
