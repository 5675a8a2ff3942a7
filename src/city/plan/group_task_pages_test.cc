// Giving a task to a group on the page of a plan and by programs, and what the group's page hears
// of it.
#include <gmock/gmock.h>

#include "city/plan/plan.h"
#include "city/plan/testing_site.h"
#include "city/testing_programs.h"

namespace lantoa::city::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// account/1 plans over the city, account/2 approves.
class GroupTaskPages : public testing::PlanSite {
 protected:
  GroupTaskPages() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      const bool is_planner = name == "account/1";
      return testing::person_with(name, is_planner ? 1 : 2,
                                  {is_planner ? Role::Planner : Role::Leader, UnitNo{1}});
    };
    planner = node.sign_in("account/1");
    units.fold(organisation::GroupMade{GroupNo{1}, UnitNo{1}, "Quanh hồ", NumberSet{{5, 8}}, {}},
               {});
    units.fold(organisation::GroupMade{GroupNo{2}, UnitNo{4}, "Của quận", NumberSet{{5}}, {}}, {});
    node.tell(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch mẫu", {}, {}, {}, {}});
  }

  http::Response add(const std::string& who) {
    return node.post("/ke-hoach/1/nhiem-vu", "what=Họp dân&due=30/06/2021&code=&units=" + who,
                     planner);
  }

  std::string planner;
};

TEST_F(GroupTaskPages, OfferTheGroupsThatThePlanCanUse) {
  const auto page = node.get("/ke-hoach/1", planner);
  EXPECT_THAT(page.body, HasSubstr("<option value=\"nhom-1\">Nhóm “Quanh hồ” (2 đơn vị)</option>"));
  EXPECT_THAT(page.body, Not(HasSubstr("value=\"nhom-2\""))) << "of a district";
  EXPECT_THAT(node.get("/ke-hoach/1", planner, Language::English).body,
              HasSubstr("Group “Quanh hồ” (units: 2)"));
  units.fold(organisation::GroupEnded{GroupNo{1}, "Thôi", {}}, {});
  EXPECT_THAT(node.get("/ke-hoach/1", planner).body, Not(HasSubstr("nhom-1")));
}

TEST_F(GroupTaskPages, GiveATaskToOneAndSayWhichItIs) {
  ASSERT_EQ(add("nhom-1").status, 303);
  EXPECT_EQ(plans.task(TaskNo{1}).rule, (Rule{{}, UnitNo{1}, GroupNo{1}}));
  const auto page = node.get("/ke-hoach/1", planner);
  EXPECT_THAT(page.body, HasSubstr("<a href=\"/don-vi/nhom/1\">Nhóm “Quanh hồ” (2 đơn vị)</a>"));
  const auto wrong = add("nhom-2");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("href=\"#nhom\""));
  EXPECT_THAT(wrong.body, HasSubstr("Họp dân"));
  EXPECT_EQ(add("nhom-x").status, 422);
}

TEST_F(GroupTaskPages, TellTheGroupWhereItIsUsed) {
  ASSERT_EQ(add("nhom-1").status, 303);
  ASSERT_EQ(add("phuong").status, 303);
  const auto uses = node.app.group_uses(GroupNo{1});
  ASSERT_EQ(uses.size(), 1U);
  EXPECT_EQ(uses[0].what, "Họp dân");
  EXPECT_EQ(uses[0].plan, "Kế hoạch mẫu");
  EXPECT_EQ(uses[0].task_address, "/ke-hoach/1");
  EXPECT_FALSE(uses[0].is_given);
  node.tell(PlanIssued{PlanNo{1}, "06/KH-UBND", *parse_iso_date("2021-05-12")});
  EXPECT_EQ(node.app.group_uses(GroupNo{1})[0].task_address, "/ke-hoach/1/nhiem-vu/1");
  EXPECT_TRUE(node.app.group_uses(GroupNo{2}).empty());
}

TEST_F(GroupTaskPages, TellTheGroupOfAmendmentsThatAreNotIssued) {
  NewTask task{"Phát tờ gấp", {{}, UnitNo{1}, GroupNo{1}}, *parse_iso_date("2021-06-30"), {}, {}};
  node.tell(AmendmentDrafted{AmendmentNo{1}, PlanNo{1}, {"Thêm việc", {}, {}, {task}}, {}});
  const auto uses = node.app.group_uses(GroupNo{1});
  ASSERT_EQ(uses.size(), 1U);
  EXPECT_EQ(uses[0].what, "Phát tờ gấp");
  EXPECT_EQ(uses[0].task_address, "/ke-hoach/1/sua-doi/1");
  EXPECT_FALSE(uses[0].is_given);
  node.tell(AmendmentGivenUp{AmendmentNo{1}, "Thôi", {}});
  EXPECT_TRUE(node.app.group_uses(GroupNo{1}).empty());
}

TEST_F(GroupTaskPages, ProgramsNameTheGroupByItsNumber) {
  city::testing::Programs programs(node);
  const auto sent = [&](const std::string& who) {
    return programs.post("/plans/1/tasks", R"({"what":"Họp","due":"2021-06-30",)" + who + "}",
                         "account/1");
  };
  EXPECT_EQ(sent(R"("group":1)").status, 201);
  const json::Value task = programs.read("/plans/1/tasks/1", "account/2");
  EXPECT_EQ(task.find("task")->find("units")->find("group")->integer, 1U);
  const auto places = [](const http::Response& refusal) {
    return city::testing::Programs::parsed(refusal, 422).find("field")->text;
  };
  EXPECT_EQ(places(sent(R"("group":2)")), "group");
  EXPECT_EQ(places(sent(R"("group":9)")), "group");
  EXPECT_EQ(places(sent(R"("group":1,"code":"5")")), "kinds");
  EXPECT_EQ(places(sent(R"("code":"")")), "kinds");
}

}  // namespace
}  // namespace lantoa::city::plan
