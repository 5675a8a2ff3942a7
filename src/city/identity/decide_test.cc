#include "city/identity/decide.h"

#include <gtest/gtest.h>

#include "city/file_columns.h"
#include "city/identity/credentials.h"
#include "city/identity/testing_world.h"
#include "platform/crypto/crypto.h"

namespace lantoa::city::identity {
namespace {

using testing_world::World;

RegisterPersons people(std::string_view csv) {
  const auto table = sheet::parse_table(csv);
  EXPECT_TRUE(table) << table.error().text.en;
  return *read_persons(*table, Date{18'000});
}

TEST(RegisterPersons, WritesNumbersAsFactsAndNamesAsSecrets) {
  World world;
  const auto decision = world.decided(
      people("name,unit,mail,key\nNguyễn Thị Mẫu,1001,mau@example.vn,x\nTrần Văn Thử,1001,,\n"),
      setup_actor);
  ASSERT_TRUE(decision);
  ASSERT_EQ(decision->facts.size(), 1U);
  for (const auto& fact : decision->facts) {
    EXPECT_EQ(fact.body.find("Mẫu"), std::string::npos);
    EXPECT_EQ(fact.body.find("example"), std::string::npos);
  }
  ASSERT_EQ(decision->secrets.size(), 2U);
  EXPECT_EQ(decision->secrets[0].id, "person/1");
  EXPECT_EQ(decode<PersonRecord>(decision->secrets[0].text)->name, "Nguyễn Thị Mẫu");
  world.apply(*decision);
  EXPECT_TRUE(world.state.person(PersonNo{1}).key_official);
  EXPECT_TRUE(world.state.person(PersonNo{1}).has_mail);
  EXPECT_FALSE(world.state.person(PersonNo{2}).has_mail);
  EXPECT_EQ(world.state.at(world.unit("1001")), (std::vector{PersonNo{1}, PersonNo{2}}));
}

TEST(RegisterPersons, AFileInAnyOrderIsOneFactAUnit) {
  World world;
  const auto decision = world.run(people("name,unit,mail,key\nMột,1002,,x\nHai,1001,hai@example.vn,"
                                         "\nBa,1002,ba@example.vn,\n"),
                                  setup_actor);
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->facts.size(), 2U);
  EXPECT_EQ(world.state.at(world.unit("1001")), (std::vector{PersonNo{1}}));
  EXPECT_EQ(world.state.at(world.unit("1002")), (std::vector{PersonNo{2}, PersonNo{3}}));
  EXPECT_TRUE(world.state.person(PersonNo{2}).key_official);
  EXPECT_FALSE(world.state.person(PersonNo{2}).has_mail);
  EXPECT_TRUE(world.state.person(PersonNo{3}).has_mail);
  ASSERT_EQ(decision->secrets.size(), 3U);
  EXPECT_EQ(decode<PersonRecord>(decision->secrets[1].text)->name, "Một");
}

struct BadFile {
  std::string what;
  std::string csv;
  std::vector<std::pair<std::uint32_t, std::string>> faults;
};

TEST(RegisterPersons, EveryBadRowIsNamedAndNothingIsWritten) {
  const World world;
  const std::string head = "name,unit,mail,key\n";
  const std::vector<BadFile> files{
      {"unknown unit", "A,9,,\nB,1001,,\nC,,,\n", {{2, "unit"}, {4, "unit"}}},
      {"no name", ",1001,,\n", {{2, "name"}}},
      {"long name", std::string(name_bytes_max + 1, 'a') + ",1001,,\n", {{2, "name"}}},
      {"bad mail", "A,1001,a b@c,\n", {{2, "mail"}}},
      {"repeated mail", "A,1001,a@x.vn,\nB,1002,A@X.vn,\n", {{3, "mail"}}},
      {"odd key", "A,1001,,yes\n", {{2, "key"}}},
  };
  for (const BadFile& file : files) {
    const auto decision = world.decided(people(head + file.csv), setup_actor);
    ASSERT_FALSE(decision) << file.what;
    std::vector<std::pair<std::uint32_t, std::string>> seen;
    for (const Detail& detail : decision.error().details) {
      seen.emplace_back(detail.row, detail.field);
    }
    EXPECT_EQ(seen, file.faults) << file.what;
  }
}

TEST(RegisterPersons, ANameHasOneAlphabetAndNothingThatDoesNotShow) {
  const World world;
  const auto mixed = world.decided(people("name,unit\nNguyễn Văn N\u0430m,1001\n"), setup_actor);
  ASSERT_FALSE(mixed);
  EXPECT_EQ(mixed.error().details.at(0).field, "name");
  EXPECT_EQ(mixed.error().details.at(0).text.vi,
            "họ tên có chữ “\u0430” của bảng chữ cái Kirin ở vị trí 13: hãy gõ lại bằng chữ "
            "La-tinh");
  EXPECT_FALSE(world.decided(people("name,unit\n\u200B,1001\n"), setup_actor)) << "nothing shows";
  const auto kept = world.decided(
      people("name,unit\nĐo\u0302\u0303\u200B Mẫu\u202E,10\u200B01\nИванов,1001\n"), setup_actor);
  ASSERT_TRUE(kept) << kept.error().details.at(0).text.en;
  EXPECT_EQ(decode<PersonRecord>(kept->secrets.at(0).text)->name, "Đỗ Mẫu");
  EXPECT_EQ(decode<PersonRecord>(kept->secrets.at(1).text)->name, "Иванов");
}

TEST(RegisterPersons, PeopleMayShareAName) {
  const World world;
  EXPECT_TRUE(world.decided(people("name,unit\nNguyễn Mẫu,1001\nNguyễn Mẫu,1001\n"), setup_actor));
}

TEST(RegisterPersons, SomebodyRegisteredAlreadyIsAFault) {
  const World world;
  auto command = people("name,unit\nA,1001\n");
  command.rows[0].already = PersonNo{7};
  EXPECT_EQ(world.decided(command, setup_actor).error().details.at(0).field, "name");
}

TEST(RegisterPersons, ManyFaultsAreCountedNotAllListed) {
  const World world;
  std::string csv = "name,unit\n";
  for (std::size_t i = 0; i < file_faults_listed_max + 5; ++i) csv += "A,9\n";
  const auto decision = world.decided(people(csv), setup_actor);
  ASSERT_FALSE(decision);
  EXPECT_EQ(decision.error().details.size(), file_faults_listed_max + 1);
  EXPECT_EQ(decision.error().details.back().text.en, "and 5 more faults");
}

TEST(RegisterPersons, OnlyInUnitsThatOneManages) {
  World world = World::with_two_administrators();
  const AccountNo ward = world.account_with({{Role::Administrator, world.unit("1001")}}, "1001");
  const auto inside = people("name,unit\nA,1001\n");
  EXPECT_TRUE(world.decided(inside, subject("account", ward)));
  const auto outside = world.decided(people("name,unit\nA,1002\n"), subject("account", ward));
  EXPECT_EQ(outside.error().details.at(0).field, "unit");
  EXPECT_EQ(world.decided(inside, "courier/mail").error().details.at(0).field, "unit");
  EXPECT_EQ(world.decided(inside, "person/1").error().code, Code::Forbidden);
}

TEST(MovePerson, ChangesTheHomeAndEndsRolesOfTheOldOne) {
  World world = World::with_two_administrators();
  const AccountNo account = world.account_with(
      {{Role::UnitOfficer, world.unit("1001")}, {Role::Auditor, world.unit("01")}}, "1001");
  const PersonNo person = world.state.account(account).person;
  ASSERT_TRUE(world.run(MovePerson{person, world.unit("1002"), {}}, "account/1"));
  EXPECT_EQ(world.state.person(person).home, world.unit("1002"));
  EXPECT_TRUE(world.state.at(world.unit("1001")).empty());
  EXPECT_EQ(world.state.at(world.unit("1002")), std::vector{person});
  EXPECT_EQ(world.state.account(account).grants,
            (std::vector{Grant{Role::Auditor, world.unit("01")}}));
}

TEST(MovePerson, NeedsTheRightOverBothUnits) {
  World world = World::with_two_administrators();
  const AccountNo ward = world.account_with({{Role::Administrator, world.unit("1001")}}, "1001");
  const PersonNo person = world.state.account(ward).person;
  const std::string actor = subject("account", ward);
  EXPECT_EQ(world.decided(MovePerson{person, world.unit("1002"), {}}, actor).error().code,
            Code::Forbidden);
  EXPECT_EQ(world.decided(MovePerson{PersonNo{1}, world.unit("1001"), {}}, actor).error().code,
            Code::Forbidden);
  EXPECT_EQ(world.decided(MovePerson{person, UnitNo{99}, {}}, "account/1").error().code,
            Code::NotFound);
  EXPECT_EQ(world.decided(MovePerson{person, world.unit("1001"), {}}, "account/1").error().code,
            Code::Conflict);
}

TEST(LeavePerson, EndsAccountAndLink) {
  World world = World::with_two_administrators();
  const AccountNo account = world.account_with({}, "1001");
  const PersonNo person = world.state.account(account).person;
  ASSERT_TRUE(world.run(IssueLinks{{{person, std::string(43, 'a')}}}, "account/1"));
  const auto decision = world.run(LeavePerson{person, {}}, "account/1");
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->erasures,
            (std::vector{subject("link", person), subject("account", account),
                         subject("import/account", account), subject("import/activities", account),
                         subject("import/tasks", account), subject("import/units", account)}));
  EXPECT_FALSE(world.state.account(account).open);
  EXPECT_TRUE(world.state.at(world.unit("1001")).empty());
  EXPECT_EQ(world.state.actor(subject("person", person)).error().code, Code::Forbidden);
  EXPECT_EQ(world.state.actor(subject("account", account)).error().code, Code::Forbidden);
  EXPECT_EQ(world.decided(LeavePerson{person, {}}, "account/1").error().code, Code::Conflict);
  EXPECT_EQ(world.decided(OpenAccount{person, "x", "y"}, "account/1").error().code, Code::Conflict);
}

TEST(OpenAccount, KeepsTheLoginOutOfTheFacts) {
  World world = World::with_two_administrators();
  const PersonNo person = world.person_at("1001");
  const auto decision = world.run(OpenAccount{person, "mau.thi", "hash"}, "account/1");
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->facts.at(0).body.find("mau"), std::string::npos);
  EXPECT_EQ(decision->secrets.at(0).find_by, "login:mau.thi");
  EXPECT_TRUE(world.state.account(world.state.account_of(person)).grants.empty());
  EXPECT_EQ(world.decided(OpenAccount{person, "again", "hash"}, "account/1").error().code,
            Code::Conflict);
  const AccountNo officer = world.account_with({{Role::Planner, world.unit("01")}}, "01");
  EXPECT_EQ(
      world.decided(OpenAccount{world.person_at("1001"), "b", "h"}, subject("account", officer))
          .error()
          .code,
      Code::Forbidden);
}

TEST(Credentials, OneLoginForEverySpelling) {
  EXPECT_EQ(login_index("Hoà.Mẫu"), login_index("ho\xCC\x80"
                                                "a.mẫu"));
  EXPECT_EQ(normal_password("mật khẩu"), normal_password("m\x61\xCC\xA3\xCC\x82t kh\x61\xCC\x82"
                                                         "\xCC\x89u"));
}

TEST(Credentials, NoLoginLooksLikeAnother) {
  EXPECT_EQ(login_index("quan.tri"), login_index("quan\xE2\x80\x8B.tri"));  // zero width
  EXPECT_TRUE(prepare_account(PersonNo{1}, "Đỗ.Quỳnh_2", "mười hai ký tự"));
  for (const char* strange : {"qu\xD0\xB0n.tri", "\xCE\xBFng.ba", "quan.tri\xE2\x9C\x93"}) {
    EXPECT_EQ(prepare_account(PersonNo{1}, strange, "mười hai ký tự").error().field, "login");
  }
}

TEST(Credentials, TheRuleForPasswordsCountsCharacters) {
  EXPECT_EQ(prepare_account(PersonNo{1}, "mau", "mười một ký").error().field, "password");
  EXPECT_EQ(prepare_account(PersonNo{1}, "abcdefghijkl", "ABCDEFGHIJKL").error().field, "password");
  EXPECT_EQ(prepare_account(PersonNo{1}, "m", "mười hai ký tự").error().field, "login");
  EXPECT_EQ(prepare_account(PersonNo{1}, "a b c", "mười hai ký tự").error().field, "login");
  const auto ready = prepare_account(PersonNo{1}, "mau", "mười hai ký t");
  ASSERT_TRUE(ready);
  EXPECT_TRUE(crypto::check_password(normal_password("mười hai ký t"), ready->password_hash));
}

TEST(IssueLinks, ReplacesAndKeepsTheTokenSecret) {
  World world = World::with_two_administrators();
  const PersonNo person = world.person_at("1001");
  const std::string token(43, 'k');
  const auto decision = world.run(IssueLinks{{{person, token}, {person, token}}}, "account/1");
  ASSERT_TRUE(decision);
  ASSERT_EQ(decision->facts.size(), 1U);
  EXPECT_EQ(decision->facts[0].body.find(token), std::string::npos);
  EXPECT_EQ(decision->answer.find(token), std::string::npos);
  EXPECT_EQ(decision->secrets.at(0),
            (ledger::Secret{"link/" + std::to_string(person.value), token, "link:" + token}));
  EXPECT_EQ(world.state.person(person).link_by, AccountNo{1});
  ASSERT_TRUE(world.run(IssueLinks{{{person, token}}}, "courier/mail"));
  EXPECT_EQ(world.state.person(person).link_by, AccountNo{});
  EXPECT_EQ(world.decided(IssueLinks{{{person, token}}}, subject("person", person)).error().code,
            Code::Forbidden);
}

}  // namespace
}  // namespace lantoa::city::identity
