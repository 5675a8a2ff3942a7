// The pages that close a unit and open it again: what they say before, what is typed is kept, and
// how a closed unit looks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/organisation/organisation.h"
#include "city/testing.h"
#include "city/testing_programs.h"

namespace lantoa::city::organisation {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// account/1 manages the city, account/2 district 2; account/3 plans and manages nothing.
struct ClosingPages : ::testing::Test {
  ClosingPages() {
    install(node.app, state, {calendar});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      const auto no = static_cast<std::uint32_t>(name.back() - '0');
      actor.account = AccountNo{no};
      actor.person = PersonNo{no};
      actor.grants = {no == 3 ? Grant{Role::Planner, UnitNo{1}}
                              : Grant{Role::Administrator, UnitNo{no}}};
      return actor;
    };
    node.app.unit_ties.emplace_back([this](UnitNo, std::vector<UnitTie>& out) {
      out.push_back({{"Người thuộc đơn vị", "People of the unit"},
                     people,
                     "/nguoi?don-vi=3",
                     {"Hãy chuyển họ.", "Move them."},
                     true});
      out.push_back({{"Việc chưa xong", "Open tasks"}, 4, {}, {"Vẫn phải làm.", "They stay."}});
    });
    const Date opened = *parse_iso_date("2021-01-01");
    node.tell(UnitOpened{UnitNo{1}, {}, "Thành phố Mẫu", "01", Kind::City, {}, opened});
    node.tell(UnitOpened{UnitNo{2}, UnitNo{1}, "Quận Mẫu", "001", Kind::UrbanDistrict, {}, opened});
    node.tell(UnitOpened{UnitNo{3}, UnitNo{2}, "Phường Một", "0011", Kind::Ward, {}, opened});
    node.tell(UnitOpened{UnitNo{4}, UnitNo{2}, "Phường Hai", "0012", Kind::Ward, {}, opened});
    city = node.sign_in("account/1");
    district = node.sign_in("account/2");
    planner = node.sign_in("account/3");
  }

  http::Response close(const std::string& form, const std::string& by) {
    return node.post("/don-vi/3/dong", form, by);
  }
  void close_ward() {
    const auto done = close("ngay=10/05/2021&ly-do=Sap+nhap&khoa=mot", city);
    ASSERT_EQ(done.status, 303) << done.body;
    ASSERT_EQ(done.header("Location"), "/don-vi/3?xong=dong-don-vi");
  }

  testing::Node node;
  calendar::State calendar;
  State state;
  std::uint32_t people = 0;
  std::string city, district, planner;
};

TEST_F(ClosingPages, SaysWhatHangsOnTheUnitBeforeAnythingIsSent) {
  people = 12;
  const auto blocked = node.get("/don-vi/3/dong", city);
  EXPECT_EQ(blocked.status, 200);
  EXPECT_THAT(blocked.body, HasSubstr("<a href=\"/nguoi?don-vi=3\">Người thuộc đơn vị</a>"));
  EXPECT_THAT(blocked.body, HasSubstr("Người thuộc đơn vị: còn 12. Hãy chuyển họ."));
  EXPECT_THAT(blocked.body, HasSubstr("Việc chưa xong"));
  EXPECT_THAT(blocked.body, Not(HasSubstr("name=\"ngay\""))) << "nothing to send";
  EXPECT_EQ(close("ngay=10/05/2021&ly-do=x", city).status, 409) << "nor by a form from before";
  people = 0;
  const auto free = node.get("/don-vi/3/dong", city);
  EXPECT_THAT(free.body, HasSubstr("name=\"ngay\""));
  EXPECT_THAT(free.body, Not(HasSubstr("Người thuộc đơn vị")));
  EXPECT_THAT(node.get("/don-vi/2/dong", city).body,
              HasSubstr("Còn 2 đơn vị trực thuộc đang hoạt động"));
}

TEST_F(ClosingPages, KeepsWhatWasTypedAndNamesEachField) {
  const auto wrong = close("ngay=32/13/2021&ly-do=", city);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"32/13/2021\""));
  EXPECT_THAT(wrong.body, HasSubstr("id=\"ngay-loi\""));
  EXPECT_THAT(wrong.body, HasSubstr("id=\"ly-do-loi\""));
  EXPECT_TRUE(state.is_open(UnitNo{3}));
}

TEST_F(ClosingPages, AreForThoseWhoOpenUnitsAboveIt) {
  EXPECT_EQ(node.get("/don-vi/3/dong", district).status, 200);
  EXPECT_EQ(node.get("/don-vi/2/dong", district).status, 403) << "its own unit";
  EXPECT_EQ(node.get("/don-vi/3/dong", planner).status, 403);
  EXPECT_EQ(close("ngay=10/05/2021&ly-do=x", planner).status, 403);
  EXPECT_THAT(node.get("/don-vi/3", city).body, HasSubstr("href=\"/don-vi/3/dong\""));
  EXPECT_THAT(node.get("/don-vi/3", planner).body, Not(HasSubstr("/don-vi/3/dong")));
  EXPECT_THAT(node.get("/don-vi", city).body, Not(HasSubstr("/don-vi/1/dong"))) << "the root stays";
}

TEST_F(ClosingPages, AClosedUnitIsShownAsClosedAndCountsNoMore) {
  close_ward();
  const auto seen = node.get("/don-vi/3?xong=dong-don-vi", planner);
  EXPECT_THAT(seen.body, HasSubstr("Đã ghi đơn vị dừng hoạt động"));
  EXPECT_THAT(seen.body, HasSubstr("dừng hoạt động từ 11/05/2021"));
  EXPECT_THAT(seen.body, HasSubstr("ngày cuối cùng 10/05/2021"));
  EXPECT_THAT(seen.body, HasSubstr("Sap nhap"));
  const auto above = node.get("/don-vi/2", planner).body;
  EXPECT_THAT(above, HasSubstr("Đơn vị trực thuộc đang hoạt động: 1"));
  EXPECT_LT(above.find("Phường Hai"), above.find("Phường Một")) << "open ones first";
  EXPECT_THAT(node.get("/don-vi/3", planner, Language::English).body,
              HasSubstr("closed since 11/05/2021"));
  EXPECT_THAT(node.get("/don-vi/3/dong", city, Language::English).body,
              HasSubstr("Not possible now."));
}

TEST_F(ClosingPages, AMistakeIsTakenBackAndBothStayToBeSeen) {
  EXPECT_THAT(node.get("/don-vi/3/mo-lai", city).body, HasSubstr("Đơn vị này đang hoạt động."));
  close_ward();
  EXPECT_THAT(node.get("/don-vi/3", city).body, HasSubstr("href=\"/don-vi/3/mo-lai\""));
  EXPECT_EQ(node.post("/don-vi/3/mo-lai", "ly-do=", city).status, 422);
  EXPECT_EQ(node.post("/don-vi/3/mo-lai", "ly-do=Nham", planner).status, 403);
  const auto done = node.post("/don-vi/3/mo-lai", "ly-do=Nham&khoa=hai", city);
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_TRUE(state.is_open(UnitNo{3}));
  const auto seen = node.get("/don-vi/3?xong=mo-lai-don-vi", city).body;
  EXPECT_THAT(seen, HasSubstr("Đã mở lại đơn vị"));
  EXPECT_THAT(seen, HasSubstr("Sap nhap"));
  EXPECT_THAT(seen, HasSubstr("Nham"));
  EXPECT_THAT(seen, Not(HasSubstr("Ghi nhầm? Mở lại đơn vị")));
}

TEST_F(ClosingPages, ProgramsSeeTheLastDayAndFindTheOpenUnitOfACode) {
  testing::Programs programs{node};
  close_ward();
  EXPECT_EQ(programs.read("/units/3", "account/3").find("closed")->text, "2021-05-10");
  EXPECT_EQ(programs.read("/units/4", "account/3").find("closed"), nullptr);
  EXPECT_EQ(programs.read("/units/2", "account/3").find("children")->integer, 1U);
  EXPECT_EQ(programs.read("/units?code=0011", "account/3").find("units")->list.size(), 1U);
  node.tell(UnitOpened{UnitNo{5}, UnitNo{2}, "Phường Mới", "0011", Kind::Ward, {}, {}});
  const auto found = programs.read("/units?code=0011", "account/3");
  ASSERT_EQ(found.find("units")->list.size(), 1U);
  EXPECT_EQ(found.find("units")->list[0].find("id")->integer, 5U);
}

}  // namespace
}  // namespace lantoa::city::organisation
