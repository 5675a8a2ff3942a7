// Units that are closed take nobody and no role; all people of one move together before.
#include "city/identity/testing_pages.h"
#include "city/identity/testing_world.h"

namespace lantoa::city::identity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing_pages::PagesTest;
using testing_world::World;

void close(organisation::State& units, UnitNo unit) {
  units.fold(organisation::UnitClosed{unit, *parse_iso_date("2021-05-10"), "Lý do", {}},
             ledger::Stamp{});
}

Code code_of(const Result<ledger::Decision>& decision) {
  return decision ? Code::Unsupported : decision.error().code;
}

TEST(ClosedUnits, TakeNobodyAndNoRole) {
  World world = World::with_two_administrators();
  const AccountNo account = world.account_with({}, "1002");
  const Grant late{Role::Auditor, world.unit("1001")};
  ASSERT_TRUE(world.run(ProposeRole{account, late}, "account/1"));
  close(world.organisation, UnitNo{3});
  const PersonNo person = world.state.account(account).person;
  const auto moved = world.decided(MovePerson{person, UnitNo{3}, {}}, "account/1");
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().field, "don-vi");
  EXPECT_THAT(moved.error().text.vi, HasSubstr("đã dừng hoạt động từ 11/05/2021"));
  EXPECT_EQ(code_of(world.decided(ProposeRole{account, {Role::Leader, UnitNo{3}}}, "account/1")),
            Code::Invalid);
  EXPECT_EQ(code_of(world.decided(ConfirmRole{account, late}, "account/2")), Code::Invalid)
      << "proposed before it was closed";
  EXPECT_TRUE(world.decided(WithdrawRole{account, late}, "account/1"));
  const auto people =
      read_persons(*sheet::parse_table("name,unit\nA,1001\nB,9999\n"), Date{18'000});
  const auto imported = world.decided(*people, "account/1");
  ASSERT_FALSE(imported);
  ASSERT_EQ(imported.error().details.size(), 2U);
  EXPECT_THAT(imported.error().details[0].text.vi, HasSubstr("đã dừng hoạt động"));
  EXPECT_THAT(imported.error().details[1].text.vi, HasSubstr("không có đơn vị nào mang mã"));
}

TEST(MoveEverybody, MovesEachAsAlone) {
  World world = World::with_two_administrators();
  const PersonNo first = world.person_at("1001");
  const AccountNo account = world.account_with(
      {{Role::UnitOfficer, world.unit("1001")}, {Role::Auditor, world.unit("01")}}, "1001");
  const PersonNo other = world.person_at("1002");
  const auto done =
      world.run(MoveEverybody{world.unit("1001"), world.unit("1002"), {}}, "account/1");
  ASSERT_TRUE(done);
  EXPECT_EQ(done->answer, "/nguoi?don-vi=4&xong=chuyen-het");
  EXPECT_TRUE(world.state.at(world.unit("1001")).empty());
  EXPECT_EQ(world.state.at(world.unit("1002")),
            (std::vector{first, world.state.account(account).person, other}));
  EXPECT_EQ(world.state.account(account).grants,
            (std::vector{Grant{Role::Auditor, world.unit("01")}}));
}

TEST(MoveEverybody, NeedsTheRightOverBothAnOpenUnitAndSomebody) {
  World world = World::with_two_administrators();
  const AccountNo ward = world.account_with({{Role::Administrator, world.unit("1001")}}, "1001");
  const UnitNo from = world.unit("1001"), to = world.unit("1002");
  const auto by = [&](UnitNo a, UnitNo b, const std::string& actor) {
    return code_of(world.decided(MoveEverybody{a, b, {}}, actor));
  };
  EXPECT_EQ(by(from, to, subject("account", ward)), Code::Forbidden);
  EXPECT_EQ(by(from, from, "account/1"), Code::Conflict);
  EXPECT_EQ(by(to, from, "account/1"), Code::Conflict) << "nobody is there";
  EXPECT_EQ(by(UnitNo{99}, to, "account/1"), Code::NotFound);
  close(world.organisation, to);
  EXPECT_EQ(by(from, to, "account/1"), Code::Invalid);
}

TEST_F(PagesTest, EverybodyIsMovedOnAPageThatSaysHowMany) {
  const std::string admin = node.sign_in("account/1");
  EXPECT_THAT(node.get("/nguoi?don-vi=2", admin).body, HasSubstr("/nguoi/chuyen-het?tu=2"));
  const auto page = node.get("/nguoi/chuyen-het?tu=2", admin);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Sẽ chuyển: 1 người; có tài khoản: 0."));
  const auto wrong = node.post("/nguoi/chuyen-het", "tu=2&don-vi=77", admin);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"77\""));
  const auto done = node.post("/nguoi/chuyen-het", "tu=2&don-vi=01", admin);
  EXPECT_EQ(done.header("Location"), "/nguoi?don-vi=1&xong=chuyen-het");
  EXPECT_THAT(node.get("/nguoi/chuyen-het?tu=2", admin).body, HasSubstr("Không còn ai"));
  EXPECT_THAT(node.get("/nguoi/chuyen-het?tu=1", admin, Language::English).body,
              HasSubstr("Move all people of a unit"));
  EXPECT_EQ(node.get("/nguoi/chuyen-het?tu=2", node.sign_in("person/3")).status, 403);
}

TEST_F(PagesTest, PeopleKeepAUnitFromBeingClosed) {
  std::vector<UnitTie> ties;
  for (const auto& add : node.app.unit_ties) add(UnitNo{2}, ties);
  ASSERT_EQ(ties.size(), 2U);
  EXPECT_EQ(ties[0].count, 1U);
  EXPECT_TRUE(ties[0].blocks);
  EXPECT_EQ(ties[0].address, "/nguoi?don-vi=2");
  EXPECT_THAT(ties[0].then.vi, HasSubstr("Trong đó 0 người có tài khoản"));
  EXPECT_FALSE(ties[1].blocks) << "a role over it is no person of it";
}

TEST_F(PagesTest, AClosedUnitIsMarkedAndItsCodeSaidToBeClosed) {
  const std::string admin = node.sign_in("account/1");
  close(units, UnitNo{2});
  EXPECT_THAT(node.get("/nguoi?don-vi=2", admin).body, HasSubstr("Dừng hoạt động từ 11/05/2021"));
  const auto refused = node.post("/nguoi/1/chuyen", "don-vi=1001", admin);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Phường Mẫu đã dừng hoạt động từ 11/05/2021"));
}

}  // namespace
}  // namespace lantoa::city::identity
