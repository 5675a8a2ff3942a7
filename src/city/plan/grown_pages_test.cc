#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_site.h"
#include "city/testing.h"

namespace lantoa::city::plan {
namespace {

// The council's plan asks a district for one thing by 11/06/2021. account/1 plans over the city,
// account/2 over the district, account/3 works for one of its wards.
class GrownPages : public testing::PlanSite {
 protected:
  GrownPages() {
    PlanDrafted drafted;
    drafted.plan = PlanNo{1};
    drafted.issuer = UnitNo{2};
    drafted.scope = UnitNo{1};
    drafted.title = "Kế hoạch";
    drafted.grounds = {{"97/2019/QH14", "Nghị quyết", "Quốc hội", {}}};
    plans.fold(drafted);
    plans.fold(TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp <dân>", {{}, UnitNo{4}}, today + 30, {}});
    plans.fold(PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 5});
    plans.fold(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{4}}, today + 30});
    node.app.find_actor = [](std::string_view name) { return Result<Actor>(actor(name)); };
    city = node.sign_in("account/1");
    district = node.sign_in("account/2");
    ward = node.sign_in("account/3");
  }

  static Actor actor(std::string_view name) {
    const auto no = static_cast<std::uint32_t>(name.back() - '0');
    return testing::person_with(name, no,
                                no == 1   ? Grant{Role::Planner, UnitNo{1}}
                                : no == 2 ? Grant{Role::Planner, UnitNo{4}}
                                          : Grant{Role::UnitOfficer, UnitNo{5}});
  }
  static bool says(const http::Response& response, std::string_view what) {
    return response.body.find(what) != std::string::npos;
  }
  void draft() {
    const auto sent = node.post("/ke-hoach/moi",
                                "tu-viec=1&issuer=4&title=Quận <làm>&grounds=Kế hoạch số "
                                "06/KH-HĐPHPBGDPL ngày 07/05/2021",
                                district);
    ASSERT_EQ(sent.status, 303) << sent.body;
  }

  std::string city, district, ward;
};

TEST_F(GrownPages, TheFormBeginsWithWhatIsKnown) {
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", district), "href=\"/ke-hoach/moi?tu-viec=1\""));
  const auto form = node.get("/ke-hoach/moi?tu-viec=1", district);
  EXPECT_EQ(form.status, 200);
  EXPECT_TRUE(says(form, "Triển khai Kế hoạch số 06/KH-HĐPHPBGDPL: Họp &lt;dân&gt;"));
  EXPECT_TRUE(says(form, "Nghị quyết số 97/2019/QH14 của Quốc hội\n"));
  EXPECT_TRUE(says(form, "Kế hoạch số 06/KH-HĐPHPBGDPL ngày 07/05/2021 của Hội đồng Phối hợp"));
  EXPECT_TRUE(says(form, "name=\"tu-viec\" value=\"1\""));
  EXPECT_TRUE(says(form, "<option value=\"4\""));
  EXPECT_FALSE(says(form, "<option value=\"2\"")) << "who gave it out";
  EXPECT_EQ(node.get("/ke-hoach/moi?tu-viec=9", district).status, 404);
  EXPECT_EQ(node.get("/ke-hoach/moi?tu-viec=1", ward).status, 403);
}

TEST_F(GrownPages, EachLeadsToTheOther) {
  draft();
  ASSERT_EQ(plans.plans(), 2U);
  EXPECT_EQ(plans.plan(PlanNo{2}).parent, AssignmentNo{1});
  EXPECT_EQ(plans.plan(PlanNo{2}).grounds.at(0).number, "06/KH-HĐPHPBGDPL");
  const auto plan = node.get("/ke-hoach/2", district);
  EXPECT_TRUE(says(plan, "Để thực hiện việc <a href=\"/nhiem-vu/1\""));
  const auto task = node.get("/nhiem-vu/1", district);
  EXPECT_TRUE(says(task, "Kế hoạch lập từ việc này"));
  EXPECT_TRUE(says(task, "<a href=\"/ke-hoach/2\" lang=\"vi\">Quận &lt;làm&gt;</a>"));
  EXPECT_TRUE(says(task, "chưa ban hành"));
  EXPECT_TRUE(says(node.get("/ke-hoach/2", ward), "“Họp &lt;dân&gt;”")) << "named, not linked";
  const auto late = node.post("/ke-hoach/2/nhiem-vu",
                              "what=Phổ biến&units=phuong&due=12/06/2021&code=", district);
  EXPECT_EQ(late.status, 422);
  EXPECT_TRUE(says(late, "ở sau 11/06/2021"));
}

TEST_F(GrownPages, WhatIsOpenIsSaidBeforeItIsReported) {
  draft();
  plans.fold(TaskAdded{TaskNo{2}, PlanNo{2}, 2, "Việc", {{}, UnitNo{5}}, today + 9, {}});
  plans.fold(PlanIssued{PlanNo{2}, "02/KH-UBND", today});
  plans.fold(AssignmentsGiven{TaskNo{2}, AssignmentNo{2}, NumberSet{{5}}, today + 9});
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", district), "còn 1 việc chưa xong"));
  EXPECT_TRUE(says(node.get("/nhiem-vu", district), "còn 1 việc chưa xong"));
  EXPECT_EQ(node.post("/nhiem-vu/1/hoan-thanh", "on=12/05/2021", district).status, 303);
  EXPECT_FALSE(says(node.get("/nhiem-vu/1", district), "việc chưa xong"));
}

TEST_F(GrownPages, TheLastDayThatCanBeAskedForIsSaidBeforeItIsTyped) {
  draft();
  plans.fold(TaskAdded{TaskNo{2}, PlanNo{2}, 2, "Việc", {{}, UnitNo{5}}, today + 9, {}});
  plans.fold(PlanIssued{PlanNo{2}, "02/KH-UBND", today});
  plans.fold(AssignmentsGiven{TaskNo{2}, AssignmentNo{2}, NumberSet{{5}}, today + 9});
  const char* allowed = "từ 22/05/2021, chậm nhất 11/06/2021, hạn của việc cấp trên";
  EXPECT_TRUE(says(node.get("/nhiem-vu/2", ward), allowed));
  ASSERT_EQ(node.post("/nhiem-vu/2/gia-han", "den-ngay=11/06/2021&ly-do=x", ward).status, 303);
  EXPECT_TRUE(says(node.get("/nhiem-vu/2", district), allowed)) << "who decides, too";
  ASSERT_EQ(node.post("/nhiem-vu/2/gia-han/1", "quyet-dinh=dong-y", district).status, 303);
  const auto over = node.get("/nhiem-vu/2", ward);
  EXPECT_TRUE(says(over, "Hãy xin gia hạn việc cấp trên trước"));
  EXPECT_FALSE(says(over, "Gửi đề nghị gia hạn"));
}

TEST_F(GrownPages, ASignedCopyIsAFileToBeSaved) {
  EXPECT_TRUE(says(node.get("/ke-hoach/1", city), "Chưa có bản quét hoặc bản ký số nào"));
  const std::string path = "/ke-hoach/1/ban-ky";
  const auto attach = [&](const std::string& bytes, const std::string& who) {
    return node.post_file(path, {}, {"tep", bytes}, who);
  };
  EXPECT_EQ(attach("%PDF-1.7\nmột", ward).status, 403);
  const auto wrong = attach("<script>", city);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "id=\"tep-loi\""));
  EXPECT_EQ(attach("", city).status, 422);
  ASSERT_EQ(attach("%PDF-1.7\nmột", city).status, 303);
  ASSERT_EQ(attach("%PDF-1.7\nhai", city).status, 303);
  const auto page = node.get("/ke-hoach/1", ward);
  EXPECT_TRUE(says(page, "href=\"/ke-hoach/1/ban-ky/2\""));
  EXPECT_TRUE(says(page, "href=\"/ke-hoach/1/ban-ky/1\"")) << "the earlier one stays";
  EXPECT_FALSE(says(page, "name=\"tep\"")) << "only who may issue it";
  const auto first = node.get(path + "/1", ward);
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.body, "%PDF-1.7\nmột");
  EXPECT_EQ(first.header("Content-Type"), "application/pdf");
  EXPECT_EQ(first.header("Content-Disposition"),
            "attachment; filename=\"ke-hoach-1-ban-ky-1.pdf\"");
  EXPECT_EQ(first.header("X-Content-Type-Options"), "nosniff");
  EXPECT_NE(first.header("Content-Security-Policy"), "");
  EXPECT_EQ(node.get(path + "/3", ward).status, 404);
}

TEST_F(GrownPages, EveryPageInBothLanguages) {
  draft();
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const char* path :
         {"/ke-hoach/moi?tu-viec=1", "/ke-hoach/1", "/ke-hoach/2", "/nhiem-vu/1"}) {
      EXPECT_EQ(node.get(path, district, language).status, 200) << path;
    }
  }
}

}  // namespace
}  // namespace lantoa::city::plan
