// Deadlines in working days as pages, papers, files and programs say them.
#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_papers.h"
#include "city/testing_programs.h"

namespace lantoa::city::plan {
namespace {

// account/1 plans over the city, account/2 works for ward 5, account/3 leads the city. Today is
// Wednesday 12/05/2021, so that 15 working days end on 02/06/2021.
class DuePages : public testing::PaperSite {
 protected:
  DuePages() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      const auto no = static_cast<std::uint32_t>(name.back() - '0');
      return testing::person_with(name, no,
                                  no == 1   ? Grant{Role::Planner, UnitNo{1}}
                                  : no == 2 ? Grant{Role::UnitOfficer, UnitNo{5}}
                                            : Grant{Role::Leader, UnitNo{1}});
    };
    planner = node.sign_in("account/1");
    officer = node.sign_in("account/2");
    leader = node.sign_in("account/3");
    const auto made = node.post("/ke-hoach/moi", "issuer=2&title=Về chợ&grounds=", planner);
    EXPECT_EQ(made.status, 303) << made.body;
  }

  static bool says(const http::Response& response, std::string_view what) {
    return response.body.find(what) != std::string::npos;
  }
  http::Response add(const std::string& due) {
    return node.post("/ke-hoach/1/nhiem-vu", "what=Họp&units=phuong&code=&due=" + due, planner);
  }
  void add_within(const char* days) {
    const auto added = add(std::string(days) + " ngày làm việc");
    ASSERT_EQ(added.status, 303) << added.body;
  }
  void issue() {
    const std::string version = std::to_string(plans.plan(PlanNo{1}).version);
    ASSERT_EQ(node.post("/ke-hoach/1/duyet", "version=" + version, leader).status, 303);
    const auto issued =
        node.post("/ke-hoach/1/ban-hanh", "number=06/KH-HĐPHPBGDPL&on=12/05/2021", planner);
    ASSERT_EQ(issued.status, 303) << issued.body;
  }

  city::testing::Programs programs{node};

  std::string planner, officer, leader;
};

TEST_F(DuePages, ADraftSaysTheDaysAndTheDayIfItWereIssuedToday) {
  add_within("15");
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner),
                   "15 ngày làm việc sau khi ban hành (nếu ban hành hôm nay: 02/06/2021)"));
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner, Language::English),
                   "15 working days after issue (if issued today: 02/06/2021)"));
  EXPECT_NE(plan_on_paper().find("|trong 15 ngày làm việc kể từ ngày ban hành|"), std::string::npos)
      << plan_on_paper();
  calendar.fold({today + 1}, {});
  EXPECT_TRUE(says(node.get("/ke-hoach/1", planner), "(nếu ban hành hôm nay: 03/06/2021)"));
}

TEST_F(DuePages, AnIssuedPlanSaysTheDayAndTheDaysBesideIt) {
  add_within("15");
  issue();
  for (const char* path : {"/ke-hoach/1", "/ke-hoach/1/nhiem-vu/1", "/nhiem-vu/1"}) {
    EXPECT_TRUE(says(node.get(path, planner), "02/06/2021 (15 ngày làm việc)")) << path;
    EXPECT_TRUE(says(node.get(path, planner, Language::English), "02/06/2021 (15 working days)"))
        << path;
  }
  EXPECT_TRUE(says(node.get("/nhiem-vu", officer), "02/06/2021 (15 ngày làm việc)"));
  EXPECT_NE(plan_on_paper().find(
                "|trong 15 ngày làm việc kể từ ngày ban hành, chậm nhất ngày 02/06/2021|"),
            std::string::npos)
      << plan_on_paper();
}

TEST_F(DuePages, AFormKeepsWhatWasTypedAndSaysWhatToWrite) {
  const auto wrong = add("10 ngày");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "hãy ghi 10 ngày làm việc, hoặc một ngày"));
  EXPECT_TRUE(says(wrong, "value=\"10 ngày\""));
  EXPECT_EQ(add("251 ngày làm việc").status, 422);
  EXPECT_EQ(add("").status, 422);
  EXPECT_EQ(plans.tasks(), 0U);
  add_within("15");
  const auto form = node.get("/ke-hoach/1/nhiem-vu/1/sua", planner);
  EXPECT_TRUE(says(form, "value=\"15 ngày làm việc\""));
  EXPECT_TRUE(says(form, "ngày làm việc tiếp theo là ngày thứ nhất"));
  EXPECT_TRUE(says(node.get("/ke-hoach/1/nhiem-vu/1/sua", planner, Language::English),
                   "value=\"15 working days\""));
  const auto changed =
      node.post("/ke-hoach/1/nhiem-vu/1/sua", "version=2&what=Họp&due=tuần sau", planner);
  EXPECT_EQ(changed.status, 422);
  EXPECT_TRUE(says(changed, "id=\"due-loi\""));
  EXPECT_EQ(
      node.post("/ke-hoach/1/nhiem-vu/1/sua", "version=2&what=Họp&due=20 working days", planner)
          .status,
      303);
  EXPECT_EQ(plans.task(TaskNo{1}).working_days, 20U);
}

TEST_F(DuePages, ATextProposesThem) {
  const std::string text =
      "Phổ biến quy định chợ (08:00 20/4/2021)\n\n"
      "Sở Tư pháp có trách nhiệm in tờ gấp trong vòng 10 ngày làm việc kể từ ngày ban hành.\n\n"
      "Sở Tư pháp có trách nhiệm họp dân trong 30 ngày kể từ ngày ban hành.\n";
  const auto read =
      node.post("/ke-hoach/doc-bai/xem", "van-ban=" + http::percent_encode(text), planner);
  ASSERT_EQ(read.status, 303) << read.body;
  const std::string address(read.header("Location"));
  const auto page = node.get(address, planner);
  EXPECT_TRUE(says(page, "name=\"viec-1-han\" value=\"10 ngày làm việc\"")) << page.body;
  EXPECT_TRUE(says(page, "tính từ ngày ban hành"));
  EXPECT_TRUE(says(page, "name=\"viec-2-han\" value=\"\""));
  EXPECT_TRUE(says(page, "hoặc số ngày làm việc như 15 ngày làm việc"));
  const std::string file = address.substr(address.find("tep=") + 4);
  const auto saved =
      node.post("/ke-hoach/doc-bai",
                "tep=" + file +
                    "&title=Về chợ&issuer=2&viec-1=1&viec-1-ghi=In&viec-1-don-vi=dv-3"
                    "&viec-1-han=10 ngày làm việc&viec-2=1&viec-2-ghi=Họp"
                    "&viec-2-don-vi=dv-3&viec-2-han=&han-chung=20 ngày làm việc",
                planner);
  ASSERT_EQ(saved.status, 303) << saved.body;
  EXPECT_EQ(plans.task(TaskNo{1}).working_days, 10U);
  EXPECT_EQ(plans.task(TaskNo{2}).working_days, 20U) << "the common one";
}

TEST_F(DuePages, AFileMayGiveThem) {
  const std::string address = "/ke-hoach/1/nhiem-vu/nhap";
  const auto preview = [&](const std::string& cell) {
    return node.post_file(address + "/xem-truoc", {},
                          {"tep", "Việc;Đơn vị thực hiện;Hạn\nHọp;mỗi phường;" + cell + "\n"},
                          planner);
  };
  EXPECT_TRUE(says(preview("trong vòng 15 ngày làm việc kể từ ngày ban hành"),
                   "15 ngày làm việc sau khi ban hành (nếu ban hành hôm nay: 02/06/2021)"));
  const auto wrong = preview("10 ngày");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "Dòng 2: cột “hạn”: “10 ngày” không nói là ngày làm việc"));
  EXPECT_TRUE(says(preview("300 ngày làm việc"), "từ 1 đến 250"));
  add_within("15");
  EXPECT_TRUE(says(preview("15 ngày làm việc"), "Trùng với nhiệm vụ")) << "the same deadline";
  EXPECT_EQ(preview("02/06/2021").status, 200) << "a day is another one";
}

TEST_F(DuePages, AnAmendmentSaysThemBeforeAndAfter) {
  add_within("15");
  issue();
  ASSERT_EQ(node.post("/ke-hoach/1/sua-doi", "ly-do=Mới", planner).status, 303);
  const std::string path = "/ke-hoach/1/sua-doi/1";
  const auto form = node.get(path, planner);
  EXPECT_TRUE(says(form, "name=\"due-viec-1\" value=\"02/06/2021\"")) << "the day it is by now";
  const auto wrong =
      node.post(path, "version=1&ly-do=Mới&grounds=&what-viec-1=Họp&due-viec-1=10 ngày", planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "id=\"due-viec-1-loi\""));
  const auto saved =
      node.post(path,
                "version=1&ly-do=Mới&grounds=&what-viec-1=Họp&due-viec-1=20 ngày làm việc"
                "&what-moi-1=In sổ&units-moi-1=Sở Tư pháp&due-moi-1=5 ngày làm việc",
                planner);
  ASSERT_EQ(saved.status, 303) << saved.body;
  const auto page = node.get(path, leader);
  EXPECT_TRUE(
      says(page, "<del lang=\"vi\">02/06/2021</del> <span class=\"soft\">(15 ngày làm việc)"));
  EXPECT_TRUE(says(page, "20 ngày làm việc kể từ ngày ban hành sửa đổi, nếu ban hành hôm nay"));
  EXPECT_TRUE(says(page, "muộn hơn 7 ngày"));
  EXPECT_TRUE(says(node.get(path, planner), "value=\"20 ngày làm việc\""));
  EXPECT_NE(amendment_on_paper().find("|Hạn: trong 20 ngày làm việc kể từ ngày ban hành|"),
            std::string::npos)
      << amendment_on_paper();
  EXPECT_EQ(node.get(path, leader, Language::English).status, 200);
  ASSERT_EQ(node.post(path + "/duyet", "version=2", leader).status, 303);
  ASSERT_EQ(node.post(path + "/ban-hanh", "number=12/KH-HĐPHPBGDPL&on=12/05/2021", planner).status,
            303);
  EXPECT_TRUE(says(node.get("/ke-hoach/1", officer), "09/06/2021 (20 ngày làm việc)"));
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", officer), "09/06/2021 (20 ngày làm việc)"));
  EXPECT_TRUE(says(node.get(path, officer), "20 ngày làm việc kể từ ngày ban hành sửa đổi)"));
  EXPECT_NE(amendment_on_paper().find(
                "|Hạn: trong 20 ngày làm việc kể từ ngày ban hành, chậm nhất ngày 09/06/2021|"),
            std::string::npos)
      << amendment_on_paper();
  EXPECT_NE(plan_on_paper().find("trong 15 ngày làm việc"), std::string::npos)
      << "the plan's paper stays";
}

TEST_F(DuePages, AnAmendmentThatWasGivenUpDoesNotSpeakOfToday) {
  add_within("15");
  issue();
  ASSERT_EQ(node.post("/ke-hoach/1/sua-doi", "ly-do=Mới", planner).status, 303);
  const std::string path = "/ke-hoach/1/sua-doi/1";
  ASSERT_EQ(
      node.post(path, "version=1&ly-do=Mới&grounds=&what-viec-1=Họp&due-viec-1=20 ngày làm việc",
                planner)
          .status,
      303);
  ASSERT_EQ(node.post(path + "/thoi", "ly-do-quyet-dinh=Không cần", planner).status, 303);
  const auto page = node.get(path, leader);
  EXPECT_TRUE(
      says(page, "20 ngày làm việc kể từ ngày ban hành sửa đổi, nếu ban hành ngay khi soạn"))
      << page.body;
  EXPECT_FALSE(says(page, "nếu ban hành hôm nay"));
}

TEST_F(DuePages, MoreTimeMayBeAskedForInThem) {
  add_within("15");
  issue();
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", officer), "tính tiếp từ hạn hiện nay"));
  const auto wrong = node.post("/nhiem-vu/1/gia-han",
                               "den-ngay=5 ngày làm việc kể từ ngày ban hành&ly-do=x", officer);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "id=\"den-ngay-loi\""));
  ASSERT_EQ(
      node.post("/nhiem-vu/1/gia-han", "den-ngay=5 ngày làm việc&ly-do=Mất điện", officer).status,
      303);
  EXPECT_TRUE(says(node.get("/nhiem-vu/1", leader), "09/06/2021"));
  ASSERT_EQ(node.post("/nhiem-vu/1/gia-han/1",
                      "quyet-dinh=ngay-khac&han-moi=2 ngày làm việc&ly-do-quyet-dinh=Sớm", leader)
                .status,
            303);
  const auto page = node.get("/nhiem-vu/1", officer);
  EXPECT_TRUE(says(page, "<dd>04/06/2021 ")) << page.body;
  EXPECT_FALSE(says(page, "04/06/2021 (")) << "more time is a day";
}

TEST_F(DuePages, ProgramsSendOneOfTheTwo) {
  const auto post = [&](const char* path, const char* body) {
    return programs.post(path, body, "account/1");
  };
  const auto made = post("/plans/1/tasks", R"({"what":"Họp","kinds":["Ward"],"working_days":15})");
  EXPECT_EQ(made.status, 201) << made.body;
  const json::Value body = programs.read("/plans/1/tasks/1", "account/2");
  EXPECT_EQ(body.find("task")->find("working_days")->integer, 15U);
  EXPECT_EQ(body.find("task")->find("due")->text, "2021-06-02");
  struct Refused {
    const char* body;
    const char* field;
  };
  const std::vector<Refused> cases{
      {R"({"what":"Họp","kinds":["Ward"]})", "due"},
      {R"({"what":"Họp","kinds":["Ward"],"due":"2021-06-30","working_days":15})", "due"},
      {R"({"what":"Họp","kinds":["Ward"],"working_days":0})", "working_days"},
      {R"({"what":"Họp","kinds":["Ward"],"working_days":251})", "working_days"}};
  for (const Refused& one : cases) {
    const json::Value why = city::testing::Programs::parsed(post("/plans/1/tasks", one.body), 422);
    ASSERT_NE(why.find("field"), nullptr) << one.body;
    EXPECT_EQ(why.find("field")->text, one.field) << one.body;
  }
  const auto changed =
      post("/plans/1/tasks/1", R"({"seen_version":2,"what":"Họp","working_days":10,"terms":)"
                               R"({"doer":"","responsibility":"","authority":"","result":"",)"
                               R"("partners":""}})");
  EXPECT_LT(changed.status, 300) << changed.body;
  EXPECT_EQ(plans.task(TaskNo{1}).working_days, 10U);
}

TEST_F(DuePages, ProgramsAmendAndAskForMoreTimeInThem) {
  add_within("15");
  issue();
  const auto made =
      programs.post("/plans/1/amendments",
                    R"({"reason":"Mới","changes":[{"task":1,"working_days":20}],"tasks":[)"
                    R"({"what":"In sổ","kinds":["Ward"],"working_days":5}]})",
                    "account/1");
  EXPECT_EQ(made.status, 201) << made.body;
  const json::Value shown = programs.read("/plans/1/amendments/1", "account/2");
  const json::Value& change = shown.find("changes")->list.front();
  EXPECT_EQ(change.find("working_days")->integer, 20U);
  EXPECT_EQ(change.find("due")->text, "2021-06-09");
  const auto refused = [&](const char* body) {
    const auto answer = programs.post("/plans/1/amendments", body, "account/1");
    const json::Value why = city::testing::Programs::parsed(answer, 422);
    return why.find("field") != nullptr ? why.find("field")->text : "";
  };
  EXPECT_EQ(
      refused(R"({"reason":"x","changes":[{"task":1,"due":"2021-06-30","working_days":20}]})"),
      "changes.due");
  EXPECT_EQ(refused(R"({"reason":"x","tasks":[{"what":"x","code":"5","working_days":999}]})"),
            "tasks.working_days");
  EXPECT_EQ(refused(R"({"reason":"x","tasks":[{"what":"x","code":"5"}]})"), "tasks.due");
  const auto asked = programs.post("/assignments/1/extensions",
                                   R"({"working_days":5,"reason":"Mất điện"})", "account/2");
  EXPECT_LT(asked.status, 300) << asked.body;
  EXPECT_EQ(plans.extension(ExtensionNo{1}).until, *parse_iso_date("2021-06-09"));
  const auto both =
      programs.post("/assignments/2/extensions",
                    R"({"until":"2021-06-30","working_days":5,"reason":"x"})", "account/1");
  const json::Value why = city::testing::Programs::parsed(both, 422);
  ASSERT_NE(why.find("field"), nullptr);
  EXPECT_EQ(why.find("field")->text, "until");
}

}  // namespace
}  // namespace lantoa::city::plan
