#include <gtest/gtest.h>

#include "city/oversight/oversight.h"
#include "city/testing.h"

namespace lantoa::city::oversight {
namespace {

// A city of two districts with six wards and one; account/1 plans for the city, account/2 works for
// the first district. The plan gave every ward task 1, a department task 2.
//
//   city 1 ─┬─ district 2 ── wards 3 to 8
//           ├─ district 9 ── ward 10
//           └─ department 11
class ComparePages : public ::testing::Test {
 protected:
  ComparePages() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock, {});
    open(1, 0, "Thành phố mẫu", Kind::City);
    open(2, 1, "Quận Một", Kind::UrbanDistrict);
    for (std::uint32_t no = 3; no <= 8; ++no) {
      open(no, 2, "Phường Mẫu " + std::to_string(no), Kind::Ward);
    }
    open(9, 1, "Quận Hai", Kind::UrbanDistrict);
    open(10, 9, "Phường Xa", Kind::Ward);
    open(11, 1, "=Sở <Mẫu>", Kind::Department);
    calendar.fold({today}, {});
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch <1>", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp dân", {{}, UnitNo{1}}, today - 3});
    plans.fold(plan::TaskAdded{TaskNo{2}, PlanNo{1}, 3, "In sổ", {{}, UnitNo{11}}, today + 3});
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-UBND", today - 30});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{3, 4, 5, 6, 7, 8, 10}},
                                      today - 3});
    plans.fold(plan::AssignmentsGiven{TaskNo{2}, AssignmentNo{8}, NumberSet{{11}}, today + 3});
    for (std::uint32_t no = 1; no <= 6; ++no) {
      plans.fold(plan::AssignmentDone{AssignmentNo{no}, today - 4});
    }
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      const bool is_planner = name == "account/1";
      actor.account = AccountNo{is_planner ? 1U : 2U};
      actor.person = PersonNo{actor.account.value};
      actor.home = UnitNo{is_planner ? 1U : 2U};
      actor.grants = {{is_planner ? Role::Planner : Role::UnitOfficer, actor.home}};
      return actor;
    };
    planner = node.sign_in("account/1");
    district = node.sign_in("account/2");
  }

  void open(std::uint32_t no, std::uint32_t parent, std::string name, organisation::Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), "0" + std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    units.fold(fact);
  }
  static bool says(const http::Response& page, std::string_view words) {
    return page.body.find(words) != std::string::npos;
  }

  testing::Node node;
  const Date today = vietnam_date(node.clock.time);
  State state;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  content::State content;
  reach::State reach{units};
  workday::State workdays;
  std::string planner, district;
};

TEST_F(ComparePages, TheLargestGroupComesWithPlacesMostBehindFirst) {
  for (const Language language : {Language::Vietnamese, Language::English}) {
    const auto page = node.get("/so-sanh/1", planner, language);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "1/7"));
    EXPECT_TRUE(says(page, "2/7"));
    EXPECT_FALSE(says(page, "3/7")) << "six share the second place";
    EXPECT_LT(page.body.find("lang=\"vi\">Phường Xa"), page.body.find("lang=\"vi\">Phường Mẫu 3"));
    EXPECT_TRUE(says(page, "/ke-hoach/1/nhiem-vu?don-vi=10"));
    EXPECT_TRUE(says(page, "Kế hoạch &lt;1&gt;"));
    EXPECT_FALSE(says(page, "=Sở"));
  }
  const auto page = node.get("/so-sanh/1", planner);
  EXPECT_TRUE(says(page, "Nhóm: phường, việc 1"));
  EXPECT_FALSE(says(page, "thuoc=")) << "the whole plan is below the planner";
}

TEST_F(ComparePages, TooFewAreListedWithoutPlaces) {
  const auto page = node.get("/so-sanh/1?nhom=qua-it", planner);
  EXPECT_TRUE(says(page, "quá ít để so sánh, nên không xếp thứ tự"));
  EXPECT_TRUE(says(page, "=Sở &lt;Mẫu&gt;"));
  EXPECT_TRUE(says(page, "sở, ban, ngành, việc 2"));
  EXPECT_FALSE(says(page, "data-label=\"Thứ tự"));
  EXPECT_FALSE(says(page, "Phường Mẫu"));
  EXPECT_FALSE(says(node.get("/so-sanh/1?nhom=1", planner), "Phường Xa"))
      << "the first group is the department's";
  EXPECT_TRUE(says(node.get("/so-sanh/1?nhom=2", planner), "Phường Xa"));
  EXPECT_TRUE(says(node.get("/so-sanh/1?nhom=99", planner), "Phường Xa"));
}

TEST_F(ComparePages, APartOfTheTreeKeepsThePlacesOfTheWholeGroup) {
  EXPECT_TRUE(says(node.get("/so-sanh/1", district), "/so-sanh/1?thuoc=02"));
  const auto page = node.get("/so-sanh/1?thuoc=02", district);
  EXPECT_TRUE(says(page, "2/7"));
  EXPECT_FALSE(says(page, "1/7"));
  EXPECT_FALSE(says(page, "Phường Xa"));
  EXPECT_FALSE(says(page, "=Sở"));
  EXPECT_TRUE(says(node.get("/so-sanh/1?thuoc=011", district), "=Sở"));
  EXPECT_TRUE(says(node.get("/so-sanh/1?nhom=2&thuoc=011", district), "Không có đơn vị nào"));
  EXPECT_EQ(node.get("/so-sanh/1?thuoc=khong-co", district).status, 404);
}

TEST_F(ComparePages, TheFileHasEveryUnitAndNoFormulas) {
  const auto file = node.get("/so-sanh/1?dang=csv", planner);
  EXPECT_EQ(file.status, 200);
  EXPECT_TRUE(says(file, "\r\n2,phường,việc 1,010,Phường Xa,1,7,1,0,0,1,3\r\n")) << file.body;
  EXPECT_TRUE(says(file, "'=Sở <Mẫu>,,1,1,0,0,0,0")) << file.body;
  const auto part = node.get("/so-sanh/1?thuoc=09&dang=csv", planner);
  EXPECT_TRUE(says(part, "Phường Xa"));
  EXPECT_FALSE(says(part, "Phường Mẫu 3"));
}

TEST_F(ComparePages, BeforeItIsIssuedThereIsNothingToCompare) {
  plans.fold(plan::PlanDrafted{PlanNo{2}, UnitNo{1}, UnitNo{1}, "Dự thảo", {}, {}, {}, {}});
  const auto page = node.get("/so-sanh/2", planner);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "Chưa có gì để so sánh"));
  EXPECT_EQ(node.get("/so-sanh/3", planner).status, 404);
}

TEST_F(ComparePages, WhenAllAreEqualThatIsSaid) {
  plans.fold(plan::AssignmentDone{AssignmentNo{7}, today - 3});
  const auto page = node.get("/so-sanh/1", planner);
  EXPECT_TRUE(says(page, "tất cả cùng một thứ tự"));
  EXPECT_TRUE(says(page, "1/7"));
  EXPECT_FALSE(says(page, "2/7"));
}

TEST_F(ComparePages, ProgramsGetTheSame) {
  node.app.token_is_good = [](TokenNo, Date) { return true; };
  node.app.find_token = [](std::string_view) -> Result<App::TokenHolder> {
    return App::TokenHolder{TokenNo{1}, "account/1", {Scope::Read}};
  };
  node.engine.start();
  const auto ask = [&](const std::string& query) {
    auto request = testing::make_request(http::Method::Get, "/api/v1/plans/1/standing" + query);
    request.headers.emplace_back("authorization", "Bearer mau");
    return testing::answer(node.site, std::move(request));
  };
  const auto part = ask("?unit=9");
  EXPECT_EQ(part.status, 200);
  EXPECT_TRUE(
      says(part, R"("groups":[{"id":2,"kind":"Ward","tasks":[1],"units":7,"ranked":true}])"))
      << part.body;
  EXPECT_TRUE(says(part, R"("units":[{"unit":10,"group":2,"place":1,"assignments":1,"done":0,)"
                         R"("done_late":0,"late":1,"late_days":3}])"))
      << part.body;
  const auto small = ask("?group=1");
  EXPECT_TRUE(says(small, R"({"unit":11,"group":1,"assignments":1,)")) << "without a place";
  EXPECT_TRUE(says(small, R"("ranked":false)"));
  EXPECT_TRUE(says(ask(""), R"("rows":8)"));
  EXPECT_EQ(ask("?unit=99").status, 404);
}

TEST_F(ComparePages, TheUrgingPageLeadsToPlansThatHaveSomethingLate) {
  EXPECT_TRUE(says(node.get("/don-doc", planner), "href=\"/so-sanh/1\""));
  plans.fold(plan::AssignmentDone{AssignmentNo{7}, today - 3});
  EXPECT_FALSE(says(node.get("/don-doc", planner), "/so-sanh/"));
}

}  // namespace
}  // namespace lantoa::city::oversight
