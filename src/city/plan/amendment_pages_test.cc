// The pages, the paper and the API of amendments.
#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_papers.h"
#include "city/testing.h"
#include "viet/document_number.h"

namespace lantoa::city::plan {
namespace {

// The council's plan asks the three wards to hold a meeting by 11/06/2021 and the department for a
// report. account/1 plans over the city, account/2 works for ward 5, account/3 leads the city,
// account/4 only works for a department.
class AmendmentPages : public testing::PaperSite {
 protected:
  AmendmentPages() {
    plans.fold(PlanDrafted{PlanNo{1},
                           UnitNo{2},
                           UnitNo{1},
                           "Về chợ",
                           {},
                           {{"11/2021/NĐ-CP", "Nghị định", "Chính phủ", {}}},
                           {},
                           {}});
    plans.fold(TaskAdded{
        TaskNo{1}, PlanNo{1}, 2, "Họp <dân>", {{organisation::Kind::Ward}, UnitNo{1}}, due});
    plans.fold(TaskAdded{TaskNo{2}, PlanNo{1}, 3, "Báo cáo", {{}, UnitNo{3}}, due});
    plans.fold(PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 5});
    plans.fold(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{5, 6, 8}}, due});
    plans.fold(AssignmentsGiven{TaskNo{2}, AssignmentNo{4}, NumberSet{{3}}, due});
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
                                          : Grant{Role::Planner, UnitNo{9}});
  }
  static bool says(const http::Response& response, std::string_view what) {
    return response.body.find(what) != std::string::npos;
  }
  std::size_t duties_of(std::string_view name) const {
    Visit visit;
    visit.actor = actor(name);
    std::vector<App::Duty> out;
    for (const auto& of_slice : node.app.duties) of_slice(visit, out);
    return out.size();
  }

  void start() {
    const auto answer = node.post("/ke-hoach/1/sua-doi", "ly-do=Có <hướng dẫn> mới", planner);
    ASSERT_EQ(answer.status, 303) << answer.body;
  }
  // Task 1 due earlier, task 2 withdrawn, a new one for the districts.
  void change(std::string version = "1") {
    const auto answer = node.post(
        "/ke-hoach/1/sua-doi/1",
        "version=" + version +
            "&ly-do=Có hướng dẫn mới&grounds=Thông tư số 03/2021/TT-BTP ngày 25/5/2021 của Bộ Tư "
            "pháp&what-viec-1=Họp <dân>&due-viec-1=01/06/2021&what-viec-2=Báo cáo"
            "&due-viec-2=11/06/2021&rut-viec-2=1&what-moi-1=&units-moi-1=&due-moi-1="
            "&what-moi-2=In sổ&units-moi-2=các quận, huyện&due-moi-2=30/06/2021",
        planner);
    ASSERT_EQ(answer.status, 303) << answer.body;
  }
  void approve(const std::string& version = "2") {
    ASSERT_EQ(node.post("/ke-hoach/1/sua-doi/1/duyet", "version=" + version, leader).status, 303);
  }
  void issue() {
    ASSERT_EQ(node.post("/ke-hoach/1/sua-doi/1/ban-hanh", "number=12/KH-HĐPHPBGDPL&on=12/05/2021",
                        planner)
                  .status,
              303);
  }

  const Date due = today + 30;

  std::string planner, officer, leader;
};

TEST_F(AmendmentPages, ItIsStartedWithAReasonAndThenWritten) {
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), "href=\"/ke-hoach/1/sua-doi\""));
  EXPECT_TRUE(says(node.get("/ke-hoach/1/sua-doi", planner), "Bắt đầu soạn"));
  EXPECT_FALSE(says(node.get("/ke-hoach/1/sua-doi", leader), "Bắt đầu soạn"));
  const auto empty = node.post("/ke-hoach/1/sua-doi", "ly-do=", planner);
  EXPECT_EQ(empty.status, 422);
  EXPECT_TRUE(says(empty, "id=\"ly-do-loi\""));
  EXPECT_EQ(node.post("/ke-hoach/1/sua-doi", "ly-do=x", leader).status, 403);
  EXPECT_EQ(node.post("/ke-hoach/9/sua-doi", "ly-do=x", planner).status, 404);
  start();
  const auto page = node.get("/ke-hoach/1/sua-doi/1", planner);
  EXPECT_TRUE(says(page, "Có &lt;hướng dẫn&gt; mới"));
  EXPECT_TRUE(says(page, "chưa sửa đổi, bổ sung điều gì"));
  EXPECT_TRUE(says(page, "name=\"what-viec-1\""));
  EXPECT_TRUE(says(page, "name=\"units-moi-3\""));
  EXPECT_FALSE(says(page, "Phê duyệt</button>"));
  EXPECT_EQ(duties_of("account/3"), 0U) << "there is nothing to approve";
  EXPECT_TRUE(says(node.get("/ke-hoach/1/sua-doi", planner), "chỉ soạn một bản một lúc"));
  EXPECT_TRUE(says(node.get("/ke-hoach/1", leader), "Dự thảo"));
  for (const char* missing :
       {"/ke-hoach/1/sua-doi/2", "/ke-hoach/9/sua-doi", "/ke-hoach/1/sua-doi/x"}) {
    EXPECT_EQ(node.get(missing, planner).status, 404) << missing;
  }
}

TEST_F(AmendmentPages, TheImpactStandsOnThePageAndEachFigureOpensItsList) {
  start();
  plans.fold(AssignmentDone{AssignmentNo{1}, today});
  change();
  const auto page = node.get("/ke-hoach/1/sua-doi/1", leader);
  EXPECT_TRUE(says(page, "Hạn gần hơn"));
  EXPECT_TRUE(says(page, "sớm hơn 10 ngày"));
  EXPECT_TRUE(says(page, "Không phải làm nữa"));
  EXPECT_TRUE(says(page, "<del lang=\"vi\">11/06/2021</del>"));
  EXPECT_TRUE(says(page, "Giao cho 2 đơn vị: 2 quận"));
  EXPECT_TRUE(says(page, "Giao mới 2 việc"));
  const char* list = "/ke-hoach/1/nhiem-vu?sua-doi=1&amp;viec=1&amp;phan=gan-hon";
  EXPECT_TRUE(says(page, list)) << page.body;
  const auto nearer = node.get("/ke-hoach/1/nhiem-vu?sua-doi=1&viec=1&phan=gan-hon", leader);
  EXPECT_EQ(nearer.status, 200);
  EXPECT_TRUE(says(nearer, "Phường Hai"));
  EXPECT_TRUE(says(nearer, "2 việc chưa xong"));
  for (const char* other : {"sua-doi=1&viec=1&phan=khac", "sua-doi=1&viec=3&phan=rut",
                            "sua-doi=2&viec=1&phan=rut", "sua-doi=x"}) {
    EXPECT_EQ(node.get(std::string("/ke-hoach/1/nhiem-vu?") + other, leader).status, 404) << other;
  }
  EXPECT_EQ(plans.assignment(AssignmentNo{2}).due, due) << "nothing has happened yet";
}

TEST_F(AmendmentPages, WhatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays) {
  start();
  const auto wrong = node.post(
      "/ke-hoach/1/sua-doi/1",
      "version=1&ly-do=Mới&grounds=&what-viec-1=Họp nhóm&due-viec-1=32/5/2021&what-viec-2="
      "&due-viec-2=11/06/2021&what-moi-1=&what-moi-2=In sổ&units-moi-2=không có&due-moi-2=",
      planner);
  EXPECT_EQ(wrong.status, 422);
  for (const char* field : {"due-viec-1", "what-viec-2", "units-moi-2", "due-moi-2"}) {
    EXPECT_TRUE(says(wrong, std::string("id=\"") + field + "-loi\"")) << field;
    EXPECT_TRUE(says(wrong, std::string("href=\"#") + field + "\"")) << field;
  }
  EXPECT_TRUE(says(wrong, "value=\"32/5/2021\""));
  EXPECT_TRUE(says(wrong, ">Họp nhóm</textarea>"));
  EXPECT_TRUE(says(wrong, "value=\"không có\""));
  EXPECT_EQ(plans.amendment(AmendmentNo{1}).version, 1U);
  const auto stale = node.post("/ke-hoach/1/sua-doi/1/thoi", "ly-do-quyet-dinh=", planner);
  EXPECT_EQ(stale.status, 422);
  EXPECT_TRUE(says(stale, "id=\"ly-do-quyet-dinh-loi\""));
  EXPECT_TRUE(says(stale, ">Có &lt;hướng dẫn&gt; mới</textarea>"))
      << "another form's failure empties nothing of this one";
}

TEST_F(AmendmentPages, AfterAConflictThePresentTextStandsAboveAndTheFormCanBeSent) {
  start();
  change();
  const std::string typed = "&ly-do=Lý do khác&what-viec-1=Họp tổ&due-viec-1=11/06/2021";
  const auto conflict = node.post("/ke-hoach/1/sua-doi/1", "version=1" + typed, planner);
  EXPECT_EQ(conflict.status, 409);
  EXPECT_TRUE(says(conflict, "Trong lúc bạn viết, bản này đã đổi"));
  EXPECT_TRUE(says(conflict, "Không phải làm nữa")) << "what is saved";
  EXPECT_TRUE(says(conflict, ">Họp tổ</textarea>"));
  EXPECT_TRUE(says(conflict, "name=\"version\" value=\"2\""));
  EXPECT_EQ(node.post("/ke-hoach/1/sua-doi/1", "version=2" + typed, planner).status, 303);
  EXPECT_EQ(plans.amendment(AmendmentNo{1}).text.changes.size(), 1U) << "the whole is replaced";
}

TEST_F(AmendmentPages, ASecondPersonApprovesTheClerkNumbersAndEverybodySeesIt) {
  start();
  change();
  EXPECT_EQ(duties_of("account/3"), 1U);
  EXPECT_EQ(duties_of("account/1"), 0U);
  EXPECT_EQ(node.post("/ke-hoach/1/sua-doi/1/duyet", "version=2", planner).status, 403);
  EXPECT_TRUE(says(node.get("/ke-hoach/1/sua-doi/1", leader), "Phê duyệt</button>"));
  approve();
  EXPECT_EQ(duties_of("account/3"), 0U);
  const auto wrong = node.post("/ke-hoach/1/sua-doi/1/ban-hanh", "number=x&on=12/05/2021", planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "id=\"number-loi\""));
  EXPECT_TRUE(says(wrong, "value=\"x\""));
  issue();
  const auto plan = node.get("/ke-hoach/1", officer);
  EXPECT_TRUE(says(plan, "Đã được sửa đổi, bổ sung bởi"));
  EXPECT_TRUE(says(plan, "href=\"/ke-hoach/1/sua-doi/1\">12/KH-HĐPHPBGDPL</a>"));
  EXPECT_TRUE(says(plan, "href=\"/ke-hoach/1/sua-doi/1#viec-1\">Đã sửa đổi theo"));
  EXPECT_TRUE(says(plan, "Đã rút theo 12/KH-HĐPHPBGDPL"));
  EXPECT_TRUE(says(plan, "Bổ sung theo 12/KH-HĐPHPBGDPL"));
  EXPECT_TRUE(says(plan, "03/2021/TT-BTP"));
  const auto own = node.get("/nhiem-vu", officer);
  EXPECT_TRUE(says(own, "Hạn theo 12/KH-HĐPHPBGDPL ngày 12/05/2021 sửa đổi, trước là 11/06/2021"));
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", officer), "Hạn theo 12/KH-HĐPHPBGDPL"));
  const auto gone = node.get("/nhiem-vu/4", planner);
  EXPECT_TRUE(says(gone, "Rút theo 12/KH-HĐPHPBGDPL"));
  EXPECT_FALSE(says(gone, "Gửi đề nghị gia hạn"));
  const auto after = node.get("/ke-hoach/1/sua-doi/1", officer);
  EXPECT_TRUE(says(after, "<del lang=\"vi\">11/06/2021</del>")) << "what it was stays known";
  EXPECT_FALSE(says(after, "Hạn gần hơn"));
  EXPECT_FALSE(says(after, "Ghi các thay đổi"));
  EXPECT_EQ(node.get("/ke-hoach/1/nhiem-vu?sua-doi=1&viec=1&phan=gan-hon", planner).status, 404);
  EXPECT_TRUE(says(node.get("/ke-hoach/1/sua-doi", officer), "12/KH-HĐPHPBGDPL"));
}

TEST_F(AmendmentPages, GivenUpItChangesNothing) {
  start();
  ASSERT_EQ(node.post("/ke-hoach/1/sua-doi/1/thoi", "ly-do-quyet-dinh=Không cần", planner).status,
            303);
  EXPECT_TRUE(says(node.get("/ke-hoach/1/sua-doi/1", leader), "Không cần"));
  EXPECT_EQ(node.post("/ke-hoach/1/sua-doi/1", "version=1&ly-do=x", planner).status, 409);
  EXPECT_TRUE(says(node.get("/ke-hoach/1/sua-doi", planner), "Bắt đầu soạn"));
}

TEST_F(AmendmentPages, EveryPageInBothLanguagesAndState) {
  const auto look = [&] {
    for (const Language language : {Language::Vietnamese, Language::English}) {
      for (const std::string& who : {planner, leader, officer}) {
        for (const char* path : {"/ke-hoach/1", "/ke-hoach/1/sua-doi", "/ke-hoach/1/sua-doi/1",
                                 "/ke-hoach/1/nhiem-vu", "/ke-hoach/1/nhiem-vu/1"}) {
          EXPECT_EQ(node.get(path, who, language).status, 200) << path;
        }
      }
    }
  };
  start();
  look();
  change();
  look();
  approve();
  look();
  issue();
  look();
  EXPECT_TRUE(says(node.get("/nhiem-vu", officer, Language::English), "Deadline as amended by"));
}

TEST_F(AmendmentPages, ThePaperSaysWhatChangesAndThePlansPaperStays) {
  const std::string before = plan_on_paper();
  start();
  change();
  const std::string draft = amendment_on_paper();
  EXPECT_NE(draft.find("Kế hoạch Sửa đổi, bổ sung Kế hoạch số 06/KH-HĐPHPBGDPL"), std::string::npos)
      << draft;
  EXPECT_NE(draft.find("Dự thảo, bản 2"), std::string::npos);
  EXPECT_NE(draft.find("Căn cứ Thông tư số 03/2021/TT-BTP"), std::string::npos);
  EXPECT_NE(draft.find("I. SỬA ĐỔI NHIỆM VỤ"), std::string::npos);
  EXPECT_NE(draft.find("Hạn: 11/06/2021|Hạn: 01/06/2021|"), std::string::npos) << draft;
  EXPECT_NE(draft.find("II. RÚT NHIỆM VỤ"), std::string::npos);
  EXPECT_NE(draft.find("III. BỔ SUNG NHIỆM VỤ"), std::string::npos);
  approve();
  issue();
  EXPECT_EQ(plan_on_paper(), before);
  EXPECT_NE(amendment_on_paper().find("Hạn: 11/06/2021|Hạn: 01/06/2021|"), std::string::npos)
      << "what it was stays known";
  const auto file = node.get("/ke-hoach/1/sua-doi/1/van-ban?dang=docx", officer);
  EXPECT_EQ(file.status, 200);
}

// Then the unit above it amends what it planned.
TEST_F(AmendmentPages, WhereTheIssuerHasStoppedPageAndPaperNameTheUnitAbove) {
  start();
  change();
  EXPECT_FALSE(says(node.get("/ke-hoach/1/sua-doi/1", leader), "đã dừng hoạt động"));
  units.fold(organisation::UnitClosed{UnitNo{2}, today - 1, "Sắp xếp", {}}, {});
  const auto named = [&] {
    for (const std::string& who : {leader, officer}) {
      const auto page = node.get("/ke-hoach/1/sua-doi/1", who);
      EXPECT_TRUE(says(page, "đã dừng hoạt động từ 12/05/2021"));
      EXPECT_TRUE(says(page, "Sửa đổi, bổ sung này do Thành phố Mẫu ban hành."));
    }
    EXPECT_TRUE(says(node.get("/ke-hoach/1/sua-doi/1", leader, Language::English),
                     "This amendment is issued by"));
    EXPECT_NE(amendment_on_paper().find("Ủy ban nhân dân thành phố Mẫu sửa đổi, bổ sung Kế hoạch"),
              std::string::npos)
        << amendment_on_paper();
  };
  named();
  approve();
  issue();
  named();
  EXPECT_NE(plan_on_paper().find("Hội đồng Phối hợp"), std::string::npos) << "that stays";
}

TEST_F(AmendmentPages, AGroundOnPaperHasItsTitleFromTheRegister) {
  EXPECT_NE(plan_on_paper().find("Căn cứ Nghị định số 11/2021/NĐ-CP của Chính phủ."),
            std::string::npos);
  const auto registered = [&](std::uint32_t no, std::string number, std::string type,
                              std::string issuer, std::string title) {
    law::DocumentRegistered fact;
    fact.document = DocumentNo{no};
    fact.number = std::move(number);
    fact.key = viet::parse_document_number(fact.number)->key();
    fact.type = std::move(type);
    fact.issuer = std::move(issuer);
    fact.title = std::move(title);
    fact.issued = today - 60;
    law.fold(fact);
  };
  registered(1, "11/2021/NĐ-CP", "Nghị định", "Chính phủ", "Quy định chi tiết về chợ");
  registered(2, "97/2019/QH14", "Nghị quyết", "Quốc hội", "Thí điểm chính quyền đô thị");
  registered(3, "68/2020/QH14", "Luật", "Quốc hội", "Cư trú");
  registered(4, "12/2021/QĐ-UBND", "Quyết định", "Ủy ban nhân dân thành phố", "Hà Nội xanh");
  registered(5, "13/2021/QĐ-UBND", "Quyết định", "Ủy ban nhân dân thành phố", "Ứng dụng chữ ký số");
  registered(6, "14/2021/QĐ-UBND", "Quyết định", "Ủy ban nhân dân thành phố", "UBND cấp xã");
  EXPECT_NE(plan_on_paper().find(
                "Căn cứ Nghị định số 11/2021/NĐ-CP của Chính phủ quy định chi tiết về chợ."),
            std::string::npos)
      << plan_on_paper();
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), "Quy định chi tiết về chợ"));
  const auto cited = [&](const char* number, const char* type, const char* issuer) {
    return ground_in_full({number, type, issuer, today - 60}, law);
  };
  const std::string day = vietnamese(today - 60);
  EXPECT_EQ(
      cited("97/2019/QH14", "Nghị quyết", "Quốc hội"),
      "Nghị quyết số 97/2019/QH14 ngày " + day + " của Quốc hội về thí điểm chính quyền đô thị");
  EXPECT_EQ(cited("68/2020/QH14", "Luật", "Quốc hội"),
            "Luật Cư trú số 68/2020/QH14 ngày " + day + " của Quốc hội");
  EXPECT_EQ(
      cited("12/2021/QĐ-UBND", "", "Ủy ban nhân dân thành phố"),
      "Quyết định số 12/2021/QĐ-UBND ngày " + day + " của Ủy ban nhân dân thành phố về Hà Nội xanh")
      << "a name keeps its capital letter";
  EXPECT_TRUE(
      cited("13/2021/QĐ-UBND", "", "Ủy ban nhân dân thành phố").ends_with(" về ứng dụng chữ ký số"))
      << "composed, as it is typed";
  EXPECT_TRUE(
      cited("14/2021/QĐ-UBND", "", "Ủy ban nhân dân thành phố").ends_with(" về UBND cấp xã"));
  EXPECT_EQ(ground_in_full({"97/2019/QH14", "Nghị quyết", "Quốc hội", today}, law),
            "Nghị quyết số 97/2019/QH14 ngày " + vietnamese(today) + " của Quốc hội")
      << "of another date";
}

}  // namespace
}  // namespace lantoa::city::plan
