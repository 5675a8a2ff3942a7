#include "city/identity/state.h"

#include <gtest/gtest.h>

#include "city/identity/testing_world.h"

namespace lantoa::city::identity {
namespace {

using testing_world::World;

template <class Fact>
void expect_same_after_replay(const Fact& fact) {
  const std::string body = encode(fact);
  const auto again = decode<Fact>(body);
  ASSERT_TRUE(again) << body;
  EXPECT_EQ(encode(*again), body);
}

TEST(Facts, ReadBackAsWritten) {
  const Date on{18'000};
  expect_same_after_replay(PersonRegistered{PersonNo{1}, UnitNo{2}, true, false, on});
  expect_same_after_replay(PersonMoved{PersonNo{1}, UnitNo{2}, on});
  expect_same_after_replay(PersonLeft{PersonNo{1}, on});
  expect_same_after_replay(AccountOpened{AccountNo{1}, PersonNo{2}});
  expect_same_after_replay(PasswordSet{AccountNo{1}});
  expect_same_after_replay(PasswordChanged{AccountNo{1}});
  expect_same_after_replay(AccountClosed{AccountNo{1}});
  expect_same_after_replay(RoleProposed{AccountNo{1}, Role::Leader, UnitNo{2}});
  expect_same_after_replay(RoleGranted{AccountNo{1}, Role::Administrator, UnitNo{2}});
  expect_same_after_replay(RoleWithdrawn{AccountNo{1}, Role::UnitOfficer, UnitNo{2}});
  expect_same_after_replay(LinkIssued{PersonNo{1}});
  expect_same_after_replay(
      TokenIssued{TokenNo{1}, AccountNo{2}, {Scope::Read, Scope::Activities}, on});
  expect_same_after_replay(TokenEnded{TokenNo{1}});
  EXPECT_EQ(encode(RoleGranted{AccountNo{1}, Role::Planner, UnitNo{2}}),
            R"({"account":1,"role":"Planner","unit":2})");
}

TEST(State, AtIsExactAndAscending) {
  World world;
  const PersonNo first = world.person_at("1001");
  const PersonNo second = world.person_at("1001");
  const PersonNo third = world.person_at("001");
  EXPECT_EQ(world.state.at(world.unit("1001")), (std::vector{first, second}));
  EXPECT_EQ(world.state.at(world.unit("001")), std::vector{third});
  EXPECT_TRUE(world.state.at(world.unit("01")).empty());
  world.state.fold(PersonMoved{first, world.unit("001"), {}});
  EXPECT_EQ(world.state.at(world.unit("001")), (std::vector{first, third}));
  world.state.fold(PersonLeft{second, {}});
  EXPECT_TRUE(world.state.at(world.unit("1001")).empty());
  world.state.fold(PersonMoved{second, world.unit("001"), {}});
  EXPECT_EQ(world.state.at(world.unit("001")), (std::vector{first, third}));
}

TEST(State, ActorsAreWhatTheirNamesStandForNow) {
  World world;
  const AccountNo account = world.account_with({{Role::Planner, world.unit("01")}}, "1001");
  const PersonNo person = world.state.account(account).person;
  const auto officer = world.state.actor("account/1");
  ASSERT_TRUE(officer);
  EXPECT_EQ(officer->kind, Actor::Kind::Account);
  EXPECT_EQ(officer->person, person);
  EXPECT_EQ(officer->home, world.unit("1001"));
  EXPECT_TRUE(officer->may_somewhere(Right::DraftPlan));
  const auto staff = world.state.actor("person/1");
  ASSERT_TRUE(staff);
  EXPECT_EQ(staff->kind, Actor::Kind::Person);
  EXPECT_TRUE(staff->may_somewhere(Right::StaffSelf));
  EXPECT_FALSE(staff->may_somewhere(Right::Work));
  EXPECT_TRUE(world.state.actor("courier/clock")->is_system());
  world.state.fold(AccountClosed{account}, {});
  EXPECT_EQ(world.state.actor("account/1").error().code, Code::Forbidden);
  EXPECT_TRUE(world.state.actor("person/1"));
  world.state.fold(PersonLeft{person, {}});
  EXPECT_EQ(world.state.actor("person/1").error().code, Code::Forbidden);
  for (const char* unknown : {"", "account/9", "account/0", "account/1x", "person/", "root"}) {
    EXPECT_EQ(world.state.actor(unknown).error().code, Code::NotFound) << unknown;
  }
}

TEST(State, KnowsWhoGaveOutTheLinkThatWasGoodThen) {
  World world = World::with_two_administrators();
  const PersonNo person = world.person_at("1001");
  const auto issue = [&](std::uint64_t seq, const char* actor) {
    world.state.fold(LinkIssued{person}, {seq, {}, actor, subject("person", person)});
  };
  issue(10, "courier/mail");
  issue(20, "account/2");
  issue(30, "courier/mail");
  EXPECT_EQ(world.state.link_issuer(person, 15), PersonNo{});
  EXPECT_EQ(world.state.link_issuer(person, 25), PersonNo{2});
  EXPECT_EQ(world.state.link_issuer(person, 35), PersonNo{});
  EXPECT_EQ(world.state.link_issuer(PersonNo{1}, 35), PersonNo{});
}

TEST(State, SaysFromWhereOnSessionsAreGood) {
  World world;
  State& state = world.state;
  const Grant grant{Role::Leader, world.unit("01")};
  const AccountNo account = world.account_with({grant, grant}, "01");
  const AccountNo other = world.account_with({grant}, "01");
  const auto at = [](std::uint64_t seq) { return ledger::Stamp{seq, {}, "account/2", {}}; };
  EXPECT_EQ(state.sessions_from("account/1"), 0U);
  state.fold(PasswordSet{account}, at(10));
  EXPECT_EQ(state.sessions_from("account/1"), 10U);
  state.fold(PasswordChanged{account}, at(11));
  EXPECT_EQ(state.sessions_from("account/1"), 11U);
  state.fold(RoleProposed{account, Role::Planner, grant.unit}, at(12));
  state.fold(RoleGranted{account, Role::Planner, grant.unit});
  EXPECT_EQ(state.sessions_from("account/1"), 11U);
  state.fold(RoleWithdrawn{account, Role::Planner, grant.unit}, at(13));
  EXPECT_EQ(state.sessions_from("account/1"), 13U);
  state.fold(AccountClosed{account}, at(14));
  EXPECT_EQ(state.sessions_from("account/1"), 14U);
  EXPECT_EQ(state.sessions_from(subject("account", other)), 0U);
  for (const char* unknown : {"", "account/9", "account/0", "person/9", "courier/mail"}) {
    EXPECT_EQ(state.sessions_from(unknown), 0U) << unknown;
  }
}

TEST(State, ANewLinkByHandEndsWhatTheOneBeforeItOpened) {
  World world = World::with_two_administrators();
  const PersonNo person = world.person_at("1001");
  const std::string name = subject("person", person);
  const auto issue = [&](std::uint64_t seq, const char* actor) {
    world.state.fold(LinkIssued{person}, {seq, {}, actor, name});
  };
  issue(10, "courier/mail");
  EXPECT_EQ(world.state.sessions_from(name), 0U);
  issue(20, "account/2");
  issue(30, "courier/mail");
  EXPECT_EQ(world.state.sessions_from(name), 20U);
}

TEST(State, AClosedAccountHoldsNoRole) {
  World world;
  const AccountNo account = world.account_with({{Role::Leader, world.unit("01")}}, "01");
  const PersonNo person = world.state.account(account).person;
  world.state.fold(AccountClosed{account}, {});
  EXPECT_TRUE(world.state.account(account).grants.empty());
  EXPECT_EQ(world.state.account_of(person), AccountNo{});
}

}  // namespace
}  // namespace lantoa::city::identity
