#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_site.h"
#include "city/testing.h"

namespace lantoa::city::plan {
namespace {

// The council's plan asks a ward for one thing by 11/06/2021. account/1 plans over the city,
// account/2 works for the ward, account/3 leads over the city, account/4 works for another ward.
class ExtensionPages : public testing::PlanSite {
 protected:
  ExtensionPages() {
    plans.fold(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp <dân>", {{}, UnitNo{5}}, today + 30, {}});
    plans.fold(PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 5});
    plans.fold(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{5}}, today + 30});
    node.app.find_actor = [](std::string_view name) { return Result<Actor>(actor(name)); };
    planner = node.sign_in("account/1");
    officer = node.sign_in("account/2");
    leader = node.sign_in("account/3");
  }

  static Actor actor(std::string_view name) {
    const auto no = static_cast<std::uint32_t>(name.back() - '0');
    return testing::person_with(name, no,
                                no == 1   ? Grant{Role::Planner, UnitNo{1}}
                                : no == 2 ? Grant{Role::UnitOfficer, UnitNo{5}}
                                : no == 3 ? Grant{Role::Leader, UnitNo{1}}
                                          : Grant{Role::UnitOfficer, UnitNo{8}});
  }
  std::vector<App::Duty> duties_of(std::string_view name) const {
    Visit visit;
    visit.actor = actor(name);
    std::vector<App::Duty> out;
    for (const auto& of_slice : node.app.duties) of_slice(visit, out);
    return out;
  }
  static bool says(const http::Response& response, std::string_view what) {
    return response.body.find(what) != std::string::npos;
  }
  void ask() {
    ASSERT_EQ(
        node.post("/nhiem-vu/1/gia-han", "den-ngay=30/06/2021&ly-do=Mất <điện>", officer).status,
        303);
  }

  std::string planner, officer, leader;
};

TEST_F(ExtensionPages, ARequestGoesFromTheUnitToWhoDecidesAndBack) {
  const auto page = node.get("/nhiem-vu/1", officer);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "Họp &lt;dân&gt;"));
  EXPECT_TRUE(says(page, "Ngày/tháng/năm, từ 12/06/2021 đến 12/06/2022"));
  ask();
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", officer), "Chờ quyết định"));
  EXPECT_FALSE(says(node.get("/nhiem-vu/1", officer), "Gửi đề nghị gia hạn"));
  EXPECT_TRUE(says(node.get("/nhiem-vu", officer), "Đang xin gia hạn đến 30/06/2021"));

  ASSERT_EQ(duties_of("account/1").size(), 1U);
  EXPECT_EQ(duties_of("account/1")[0].address, "/nhiem-vu/1");
  EXPECT_TRUE(duties_of("account/2").empty());
  EXPECT_TRUE(says(node.get("/gia-han", planner), "Mất &lt;điện&gt;"));
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), "1 đề nghị gia hạn chờ quyết định"));
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", planner), "Lần đầu đơn vị xin gia hạn"));
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", planner), "từ 12/06/2021 đến 12/06/2022"));

  const auto decided =
      node.post("/nhiem-vu/1/gia-han/1",
                "quyet-dinh=ngay-khac&han-moi=25/06/2021&ly-do-quyet-dinh=Cần sớm hơn", planner);
  EXPECT_EQ(decided.status, 303) << decided.body;
  const auto after = node.get("/nhiem-vu/1", officer);
  EXPECT_TRUE(says(after, "Gia hạn đến 25/06/2021"));
  EXPECT_TRUE(says(after, "Cần sớm hơn"));
  EXPECT_TRUE(says(after, "hạn ban đầu 11/06/2021"));
  EXPECT_TRUE(says(after, "từ 26/06/2021")) << "and may ask again, from there";
  EXPECT_TRUE(
      says(node.get("/nhiem-vu", officer), "Được gia hạn đến 25/06/2021 (hạn ban đầu 11/06/2021)"));
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), "1 đơn vị được gia hạn"));
  EXPECT_TRUE(duties_of("account/1").empty());
  EXPECT_TRUE(says(node.get("/gia-han", planner), "Không có đề nghị nào đang chờ"));
}

TEST_F(ExtensionPages, WhatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays) {
  const auto empty = node.post("/nhiem-vu/1/gia-han", "den-ngay=&ly-do=", officer);
  EXPECT_EQ(empty.status, 422);
  for (const char* field : {"den-ngay", "ly-do"}) {
    EXPECT_TRUE(says(empty, std::string("id=\"") + field + "-loi\"")) << field;
  }
  const auto wrong = node.post("/nhiem-vu/1/gia-han", "den-ngay=32/5/2021&ly-do=Mất điện", officer);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "value=\"32/5/2021\""));
  EXPECT_TRUE(says(wrong, ">Mất điện</textarea>"));
  EXPECT_EQ(plans.extensions(), 0U);
  ask();
  const auto undecided = node.post("/nhiem-vu/1/gia-han/1", "ly-do-quyet-dinh=Xem", leader);
  EXPECT_EQ(undecided.status, 422);
  EXPECT_TRUE(says(undecided, "id=\"quyet-dinh-loi\""));
  EXPECT_TRUE(says(undecided, ">Xem</textarea>"));
  const auto bare = node.post("/nhiem-vu/1/gia-han/1", "quyet-dinh=ngay-khac", leader);
  EXPECT_EQ(bare.status, 422);
  for (const char* field : {"han-moi", "ly-do-quyet-dinh"}) {
    EXPECT_TRUE(says(bare, std::string("id=\"") + field + "-loi\"")) << field;
  }
  EXPECT_TRUE(says(bare, "value=\"ngay-khac\" checked"));
}

TEST_F(ExtensionPages, DecidedOnceAndByNobodyWhoMayNot) {
  ask();
  EXPECT_EQ(node.post("/nhiem-vu/1/gia-han/1", "quyet-dinh=dong-y", officer).status, 403);
  EXPECT_EQ(node.post("/nhiem-vu/1/gia-han/2", "quyet-dinh=dong-y", leader).status, 404);
  EXPECT_EQ(node.post("/nhiem-vu/1/gia-han/1", "quyet-dinh=dong-y", leader).status, 303);
  const auto again =
      node.post("/nhiem-vu/1/gia-han/1", "quyet-dinh=tu-choi&ly-do-quyet-dinh=Không", planner);
  EXPECT_EQ(again.status, 409);
  EXPECT_TRUE(says(again, "gia hạn đến 30/06/2021"));
  const std::string stranger = node.sign_in("account/4");
  EXPECT_EQ(node.get("/nhiem-vu/1", stranger).status, 403);
  EXPECT_EQ(node.get("/gia-han", stranger).status, 403);
  EXPECT_EQ(node.post("/nhiem-vu/1/gia-han", "den-ngay=30/07/2021&ly-do=x", stranger).status, 403);
  EXPECT_EQ(node.get("/nhiem-vu/9", officer).status, 404);
}

TEST_F(ExtensionPages, WhoAskedForAnotherUnitIsToldThatSomebodyElseDecides) {
  ASSERT_EQ(node.post("/nhiem-vu/1/gia-han", "den-ngay=30/06/2021&ly-do=x", planner).status, 303);
  EXPECT_TRUE(duties_of("account/1").empty());
  EXPECT_EQ(duties_of("account/3").size(), 1U);
  const auto page = node.get("/nhiem-vu/1", planner);
  EXPECT_TRUE(says(page, "một người khác phải quyết định"));
  EXPECT_FALSE(says(page, "Ghi quyết định"));
  const auto waiting = node.get("/gia-han", planner);
  EXPECT_TRUE(says(waiting, "Bạn đã xin"));
  EXPECT_FALSE(says(waiting, "Xem và quyết định")) << "he only sees it";
}

TEST_F(ExtensionPages, SeveralAreOneDuty) {
  plans.fold(AssignmentsGiven{TaskNo{1}, AssignmentNo{2}, NumberSet{{8}}, today + 30});
  ask();
  plans.fold(ExtensionAsked{ExtensionNo{2}, AssignmentNo{2}, today + 40, "Mưa", PersonNo{4}},
             ledger::Stamp{9, start_of_day(today), {}, {}});
  const auto duties = duties_of("account/3");
  ASSERT_EQ(duties.size(), 1U);
  EXPECT_EQ(duties[0].title, "2 đề nghị gia hạn chờ quyết định");
  EXPECT_EQ(duties[0].address, "/gia-han");
}

TEST_F(ExtensionPages, WhatIsTooLateToAskForIsSaidInPlaceOfTheForm) {
  calendar.fold({today + 30 + extension_days_max + 1}, {});
  const auto page = node.get("/nhiem-vu/1", officer);
  EXPECT_TRUE(says(page, "đã qua hơn 366 ngày"));
  EXPECT_FALSE(says(page, "Gửi đề nghị gia hạn"));
}

TEST_F(ExtensionPages, EveryPageInBothLanguages) {
  ask();
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const char* path : {"/gia-han", "/nhiem-vu/1", "/ke-hoach/1", "/ke-hoach/1/nhiem-vu/1"}) {
      EXPECT_EQ(node.get(path, leader, language).status, 200) << path;
    }
  }
}

}  // namespace
}  // namespace lantoa::city::plan
