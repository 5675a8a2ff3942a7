// A small city for the tests of decide and state: units 01 > 001 > 1001, 1002, people, accounts;
// what is decided may be folded at once. Included by tests only.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "city/identity/decide.h"
#include "city/identity/erasures.h"

namespace lantoa::city::identity::testing_world {

struct World {
  organisation::State organisation;
  State state;

  World() {
    using organisation::Kind;
    add("01", {}, Kind::City);
    add("001", "01", Kind::UrbanDistrict);
    add("1001", "001", Kind::Ward);
    add("1002", "001", Kind::Ward);
  }

  // Accounts 1 and 2, of persons 1 and 2 at the root, administrators of the whole city.
  static World with_two_administrators() {
    World world;
    for (int i = 0; i < 2; ++i) world.account_with({{Role::Administrator, world.unit("01")}}, "01");
    return world;
  }

  UnitNo unit(std::string_view code) const { return organisation.by_code(code); }

  PersonNo person_at(std::string_view code) {
    const PersonNo person{state.persons() + 1};
    state.fold(PersonRegistered{person, unit(code), false, true, {}});
    return person;
  }

  // Grants are written as facts, not decided.
  AccountNo account_with(const std::vector<Grant>& grants, std::string_view code) {
    return account_of(person_at(code), grants);
  }
  AccountNo account_of(PersonNo person, const std::vector<Grant>& grants) {
    const AccountNo account{state.accounts() + 1};
    state.fold(AccountOpened{account, person});
    for (const Grant& grant : grants) {
      state.fold(RoleGranted{account, grant.role, grant.unit});
    }
    return account;
  }

  template <class Command>
  Result<ledger::Decision> decided(const Command& command, std::string_view actor) const {
    auto who = state.actor(actor);
    EXPECT_TRUE(who) << actor;
    auto decision = decide(state, organisation, command, {Instant{}, Date{18'000}, *who});
    if (decision) {
      EXPECT_EQ(decision->erasures, said_erased(*decision));
    }
    return decision;
  }

  // Decides and folds.
  template <class Command>
  Result<ledger::Decision> run(const Command& command, std::string_view actor) {
    auto decision = decided(command, actor);
    if (decision) apply(*decision, actor);
    return decision;
  }

  void apply(const ledger::Decision& decision, std::string_view actor = setup_actor) {
    for (const ledger::NewFact& fact : decision.facts) {
      const ledger::Stamp stamp{++seq_, {}, std::string(actor), fact.subject};
      const bool known =
          try_fold<PersonRegistered>(fact) || try_fold<PersonsRegistered>(fact) ||
          try_fold<PersonMoved>(fact) || try_fold<PersonLeft>(fact) ||
          try_fold<AccountOpened>(fact) || try_fold<RoleGranted>(fact) ||
          try_fold<AccountClosed>(fact, stamp) || try_fold<RoleWithdrawn>(fact, stamp) ||
          try_fold<RoleProposed>(fact, stamp) || try_fold<LinkIssued>(fact, stamp) ||
          try_fold<PasswordSet>(fact, stamp) || try_fold<PasswordChanged>(fact, stamp) ||
          try_fold<TokenIssued>(fact, stamp) || try_fold<TokenEnded>(fact, stamp) ||
          try_fold<TokenUsed>(fact);
      EXPECT_TRUE(known) << fact.kind;
    }
  }

 private:
  // What a restore will find in the facts of a later ledger.
  static std::vector<std::string> said_erased(const ledger::Decision& decision) {
    std::vector<std::string> out;
    for (const ledger::NewFact& fact : decision.facts) {
      const auto erased = erased_by(fact.kind, fact.body);
      EXPECT_TRUE(erased) << fact.body;
      if (erased) out.insert(out.end(), erased->begin(), erased->end());
    }
    return out;
  }

  void add(std::string code, std::string_view parent, organisation::Kind kind) {
    organisation::UnitOpened fact{
        UnitNo{organisation.size() + 1}, {}, "Đơn vị " + code, code, kind, {}, {}};
    if (!parent.empty()) fact.parent = unit(parent);
    organisation.fold(fact);
  }

  template <class Fact, class... Stamp>
  bool try_fold(const ledger::NewFact& fact, const Stamp&... stamp) {
    if (fact.kind != Fact::kind) return false;
    const auto decoded = lantoa::decode<Fact>(fact.body);
    EXPECT_TRUE(decoded) << fact.body;
    state.fold(*decoded, stamp...);
    return true;
  }

  std::uint64_t seq_ = 0;  // of the last fact that was applied
};

}  // namespace lantoa::city::identity::testing_world
