// No single account, administrator included, can gain a role alone.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "city/identity/testing_world.h"

namespace lantoa::city::identity {
namespace {

using testing_world::World;

TEST(Roles, TakeTwoPersons) {
  World world = World::with_two_administrators();
  const AccountNo officer = world.account_with({}, "1001");
  const Grant grant{Role::Leader, world.unit("1001")};
  ASSERT_TRUE(world.run(ProposeRole{officer, grant}, "account/1"));
  EXPECT_TRUE(world.state.account(officer).grants.empty());
  EXPECT_EQ(world.decided(ConfirmRole{officer, grant}, "account/1").error().code, Code::Forbidden);
  ASSERT_TRUE(world.run(ConfirmRole{officer, grant}, "account/2"));
  EXPECT_EQ(world.state.account(officer).grants, std::vector{grant});
  EXPECT_TRUE(world.state.account(officer).proposed.empty());
  ASSERT_TRUE(world.run(WithdrawRole{officer, grant}, "account/2"));
  EXPECT_TRUE(world.state.account(officer).grants.empty());
}

TEST(Roles, AnAdministratorCannotBecomeAnApproverAlone) {
  World world = World::with_two_administrators();
  const Grant leader{Role::Leader, world.unit("01")};
  ASSERT_TRUE(world.run(ProposeRole{AccountNo{1}, leader}, "account/1"));
  EXPECT_FALSE(world.decided(ConfirmRole{AccountNo{1}, leader}, "account/1"));
  EXPECT_FALSE(world.decided(GrantRole{AccountNo{1}, leader}, "account/1"));
  // Proposed by somebody else it is still his own role.
  ASSERT_TRUE(world.run(ProposeRole{AccountNo{2}, leader}, "account/1"));
  EXPECT_EQ(world.decided(ConfirmRole{AccountNo{2}, leader}, "account/2").error().code,
            Code::Forbidden);
  EXPECT_TRUE(world.decided(ConfirmRole{AccountNo{1}, leader}, "account/2"));
}

TEST(Roles, ASecondAccountOfTheSamePersonIsNotASecondPerson) {
  World world = World::with_two_administrators();
  const AccountNo twin = world.account_of(PersonNo{1}, {{Role::Administrator, world.unit("01")}});
  const AccountNo officer = world.account_with({}, "1001");
  const Grant grant{Role::Leader, world.unit("1001")};
  ASSERT_TRUE(world.run(ProposeRole{officer, grant}, "account/1"));
  EXPECT_EQ(world.decided(ConfirmRole{officer, grant}, subject("account", twin)).error().code,
            Code::Forbidden);
  ASSERT_TRUE(world.run(ProposeRole{AccountNo{1}, grant}, "account/2"));
  EXPECT_EQ(world.decided(ConfirmRole{AccountNo{1}, grant}, subject("account", twin)).error().code,
            Code::Forbidden);
}

TEST(Roles, TheSystemIsNotAPerson) {
  World world = World::with_two_administrators();
  const AccountNo officer = world.account_with({}, "1001");
  const Grant grant{Role::Leader, world.unit("1001")};
  ASSERT_TRUE(world.run(ProposeRole{officer, grant}, "account/1"));
  for (const char* actor : {"courier/setup", "courier/mail"}) {
    EXPECT_EQ(world.decided(ConfirmRole{officer, grant}, actor).error().code, Code::Forbidden);
  }
  EXPECT_FALSE(world.decided(GrantRole{officer, grant}, "courier/mail"));
  EXPECT_FALSE(
      world.decided(ProposeRole{officer, {Role::Auditor, world.unit("01")}}, "courier/mail"));
  EXPECT_TRUE(world.decided(GrantRole{officer, grant}, "courier/setup"));
}

// What keeps an administrator who knows a password from being two persons.
class FirstPasswords : public ::testing::Test {
 protected:
  FirstPasswords() : world(World::with_two_administrators()) {
    third = world.account_with({{Role::Administrator, world.unit("01")}}, "01");
    leader = {Role::Leader, world.unit("1001")};
  }

  AccountNo opened_by(std::string_view actor) {
    const PersonNo person = world.person_at("1001");
    EXPECT_TRUE(world.run(OpenAccount{person, "mau", "hash"}, actor));
    return world.state.account_of(person);
  }
  void choose(AccountNo account) {
    EXPECT_TRUE(
        world.run(ChangePassword{account, "mau", "own", true}, subject("account", account)));
  }
  Code refused(AccountNo account, std::string_view actor) {
    const auto decision = world.decided(ConfirmRole{account, leader}, actor);
    EXPECT_FALSE(decision);
    return decision.error().code;
  }

  World world;
  AccountNo third;
  Grant leader;
};

TEST_F(FirstPasswords, OpenNothingButTheChoiceOfAnOwnOne) {
  const AccountNo account = opened_by("account/1");
  EXPECT_TRUE(world.state.actor(subject("account", account))->must_choose_password);
  choose(account);
  EXPECT_FALSE(world.state.actor(subject("account", account))->must_choose_password);
  const AccountNo sample = world.state.account_of(PersonNo{1});
  EXPECT_FALSE(world.state.actor(subject("account", sample))->must_choose_password);
  const PersonNo person = world.person_at("1001");
  ASSERT_TRUE(world.run(OpenAccount{person, "lam", "hash", false}, "account/1"));
  EXPECT_TRUE(world.state.account(world.state.account_of(person)).must_choose) << "setup's only";
}

TEST_F(FirstPasswords, GiveNoRoleBeforeTheOwnerHasHisOwn) {
  const AccountNo account = opened_by("account/1");
  ASSERT_TRUE(world.run(ProposeRole{account, leader}, "account/1"));
  EXPECT_EQ(refused(account, "account/2"), Code::Conflict);
  choose(account);
  EXPECT_TRUE(world.decided(ConfirmRole{account, leader}, "account/2"));
}

TEST_F(FirstPasswords, WhoSetOneConfirmsNoRoleWhoeverProposedIt) {
  const AccountNo account = opened_by("account/1");
  choose(account);
  ASSERT_TRUE(world.run(ProposeRole{account, leader}, "account/2"));
  EXPECT_EQ(refused(account, "account/1"), Code::Forbidden);
  EXPECT_TRUE(world.decided(ConfirmRole{account, leader}, subject("account", third)));
}

TEST_F(FirstPasswords, ResettingOnePutsEveryRoleBack) {
  const AccountNo account = world.account_with({leader}, "1001");
  ASSERT_TRUE(world.run(ResetPassword{account, "mau", "hash"}, "account/1"));
  EXPECT_TRUE(world.state.account(account).grants.empty());
  EXPECT_TRUE(world.state.actor(subject("account", account))->grants.empty());
  EXPECT_EQ(world.state.account(account).proposed.size(), 1U);
  EXPECT_EQ(refused(account, "account/2"), Code::Conflict);
  choose(account);
  EXPECT_EQ(refused(account, "account/1"), Code::Forbidden);
  ASSERT_TRUE(world.run(ConfirmRole{account, leader}, "account/2"));
  EXPECT_EQ(world.state.actor(subject("account", account))->grants, std::vector{leader});
}

TEST_F(FirstPasswords, AreSetByManagersForOthersAndChangedByOwners) {
  const AccountNo account = world.account_with({leader}, "1001");
  const std::string own = subject("account", account);
  EXPECT_EQ(world.decided(ResetPassword{account, "mau", "hash"}, own).error().code,
            Code::Forbidden);
  EXPECT_EQ(world.decided(ResetPassword{AccountNo{1}, "mau", "hash"}, "account/1").error().code,
            Code::Forbidden)
      << "one's own is changed, not reset";
  EXPECT_EQ(world.decided(ChangePassword{account, "mau", "own", false}, "account/1").error().code,
            Code::Forbidden);
  EXPECT_EQ(world.decided(ChangePassword{account, "mau", "own", true}, own).error().code,
            Code::Conflict)
      << "nobody else's password is in use";
  const auto changed = world.run(ChangePassword{account, "mau", "own", false}, own);
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->secrets.at(0).id, own);
  EXPECT_EQ(world.state.account(account).grants, std::vector{leader});
  ASSERT_TRUE(world.run(ResetPassword{account, "mau", "hash"}, "account/1"));
  EXPECT_EQ(world.decided(ChangePassword{account, "mau", "own", false}, own).error().code,
            Code::Conflict)
      << "reset meanwhile";
  ASSERT_TRUE(world.run(CloseAccount{account}, "account/1"));
  EXPECT_EQ(world.decided(ResetPassword{account, "mau", "hash"}, "account/1").error().code,
            Code::Conflict);
}

TEST(Roles, AreGivenOnlyOverWhatOneManages) {
  World world = World::with_two_administrators();
  const Grant ward{Role::Administrator, world.unit("1001")};
  const AccountNo first = world.account_with({ward}, "1001");
  const AccountNo second = world.account_with({ward}, "1001");
  const AccountNo officer = world.account_with({}, "1001");
  const Grant above{Role::Leader, world.unit("001")};
  EXPECT_EQ(world.decided(ProposeRole{officer, above}, subject("account", first)).error().code,
            Code::Forbidden);
  ASSERT_TRUE(world.run(ProposeRole{officer, above}, "account/1"));
  EXPECT_EQ(world.decided(ConfirmRole{officer, above}, subject("account", second)).error().code,
            Code::Forbidden);
  EXPECT_EQ(world.decided(WithdrawRole{officer, above}, subject("account", second)).error().code,
            Code::Forbidden);
}

TEST(Roles, WhatIsGoneCannotBeConfirmed) {
  World world = World::with_two_administrators();
  const AccountNo officer = world.account_with({}, "1001");
  const Grant grant{Role::Leader, world.unit("1001")};
  ASSERT_TRUE(world.run(ProposeRole{officer, grant}, "account/1"));
  EXPECT_EQ(world.decided(ProposeRole{officer, grant}, "account/2").error().code, Code::Conflict);
  ASSERT_TRUE(world.run(WithdrawRole{officer, grant}, "account/1"));
  EXPECT_EQ(world.decided(ConfirmRole{officer, grant}, "account/2").error().code, Code::Conflict);
  ASSERT_TRUE(world.run(ProposeRole{officer, grant}, "account/1"));
  ASSERT_TRUE(world.run(CloseAccount{officer}, "account/1"));
  EXPECT_EQ(world.decided(ConfirmRole{officer, grant}, "account/2").error().code, Code::Conflict);
}

// One administrator tries at random everything he can do, with his own and every account that he
// opens: no account ever holds a role that it did not have before.
TEST(Roles, NoSequenceOfOnePersonsActsGainsARole) {
  ASSERT_TRUE(rc::check([] {
    World world = World::with_two_administrators();
    world.account_of(PersonNo{1}, {{Role::Administrator, world.unit("01")}});  // a second account
    const auto roles_held = [&] {
      std::size_t count = 0;
      for (std::uint32_t i = 1; i <= world.state.accounts(); ++i) {
        count += world.state.account(AccountNo{i}).grants.size();
      }
      return count;
    };
    const int steps = *rc::gen::inRange(1, 30);
    for (int i = 0; i < steps; ++i) {
      const std::size_t before = roles_held();
      AccountNo by{*rc::gen::inRange(1U, world.state.accounts() + 1)};
      if (by == AccountNo{2}) by = AccountNo{1};  // the other administrator does nothing
      const auto actor = world.state.actor(subject("account", by));
      if (!actor) continue;
      const AccountNo account{*rc::gen::inRange(1U, world.state.accounts() + 1)};
      const PersonNo person{*rc::gen::inRange(1U, world.state.persons() + 1)};
      const Grant grant{*rc::gen::element(Role::Administrator, Role::Leader),
                        UnitNo{*rc::gen::inRange(1U, 4U)}};
      switch (*rc::gen::inRange(0, 8)) {
        case 0:
          (void)world.run(ProposeRole{account, grant}, actor->name);
          break;
        case 1:
          (void)world.run(ConfirmRole{account, grant}, actor->name);
          break;
        case 2:
          (void)world.run(GrantRole{account, grant}, actor->name);
          break;
        case 3:
          (void)world.run(OpenAccount{person, "l" + std::to_string(i), "h"}, actor->name);
          break;
        case 4:
          (void)world.run(MovePerson{person, grant.unit, {}}, actor->name);
          break;
        case 5:
          (void)world.run(RegisterPersons{{{1, "Mẫu", "1001", "", ""}}, {}}, actor->name);
          break;
        case 6:
          (void)world.run(WithdrawRole{account, grant}, actor->name);
          break;
        case 7:
          if (account != AccountNo{2}) (void)world.run(CloseAccount{account}, actor->name);
          break;
      }
      RC_ASSERT(roles_held() <= before);
    }
  }));
}

}  // namespace
}  // namespace lantoa::city::identity
