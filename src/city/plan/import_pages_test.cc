#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/task_file.h"
#include "city/plan/testing_site.h"
#include "city/testing.h"

namespace lantoa::city::plan {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string address = "/ke-hoach/1/nhiem-vu/nhap";
const std::string two_tasks =
    "Việc,Đơn vị thực hiện,Hạn,Ai làm,Ai chịu trách nhiệm,Ai quyết định,Kết quả\n"
    "Họp <dân>,mỗi phường,30/06/2021,Tư pháp,Chủ tịch,Quận,Biên bản\n"
    "In sổ,Sở Tư pháp,15/06/2021,,,,\n";

// account/1 and account/2 plan over the city, account/3 leads over it.
class ImportTasksPages : public testing::PlanSite {
 protected:
  ImportTasksPages() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
      actor.person = PersonNo{actor.account.value};
      actor.grants = {{name == "account/3" ? Role::Leader : Role::Planner, UnitNo{1}}};
      return actor;
    };
    planner = node.sign_in("account/1");
    const auto made = node.post("/ke-hoach/moi", "issuer=2&title=Về chợ&grounds=", planner);
    EXPECT_EQ(made.status, 303) << made.body;
  }

  http::Response preview(const std::string& bytes) {
    return node.post_file(address + "/xem-truoc", {}, {"tep", bytes}, planner);
  }
  static std::string hidden(const http::Response& page, const std::string& name) {
    const std::string before = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.body.find(before);
    EXPECT_NE(at, std::string::npos) << page.body;
    if (at == std::string::npos) return {};
    const std::size_t begin = at + before.size();
    return page.body.substr(begin, page.body.find('"', begin) - begin);
  }
  http::Response confirm(const http::Response& seen, const std::string& key) {
    return node.post(
        address,
        "tep=" + hidden(seen, "tep") + "&version=" + hidden(seen, "version") + "&khoa=" + key,
        planner);
  }

  std::string planner;
};

TEST_F(ImportTasksPages, TheFormatIsExplainedAndASampleGiven) {
  const auto page = node.get(address, planner);
  EXPECT_EQ(page.status, 200);
  for (const char* text : {"<strong>Đơn vị thực hiện</strong> (bắt buộc)", "“mỗi phường”",
                           "nhận thêm được 200 nhiệm vụ"}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  EXPECT_THAT(node.get(address, planner, Language::English).body,
              HasSubstr("<strong>units</strong> (required)"));
  const auto sample = node.get(address + "/mau.csv", planner);
  EXPECT_EQ(sample.body, sample_tasks());
  EXPECT_THAT(std::string(sample.header("Content-Disposition")), HasSubstr("attachment"));
  EXPECT_THAT(node.get("/ke-hoach/1", planner).body, HasSubstr("href=\"" + address + "\""));
  const std::string leader = node.sign_in("account/3");
  EXPECT_THAT(node.get("/ke-hoach/1", leader).body, Not(HasSubstr("href=\"" + address + "\"")));
  EXPECT_EQ(node.get(address, leader).status, 403);
  for (const char* other : {"/ke-hoach/9/nhiem-vu/nhap", "/ke-hoach/9/nhiem-vu/nhap/mau.csv"}) {
    EXPECT_EQ(node.get(other, planner).status, 404) << other;
  }
}

TEST_F(ImportTasksPages, SeenThenConfirmedOnce) {
  const auto seen = preview(two_tasks);
  EXPECT_EQ(seen.status, 200);
  for (const char* text :
       {"Xem trước: 2 nhiệm vụ", "Họp &lt;dân&gt;", "Mọi phường",
        "data-label=\"Số đơn vị hiện nay\">3<", "30/06/2021", "Đủ 6 rõ", "Sở Tư pháp",
        "Thiếu 4 trong 6 rõ: rõ người, rõ thẩm quyền, rõ kết quả, rõ trách nhiệm",
        "Ghi 2 nhiệm vụ"}) {
    EXPECT_THAT(seen.body, HasSubstr(text));
  }
  EXPECT_EQ(plans.tasks(), 0U) << "nothing is written by looking";
  for (int i = 0; i < 2; ++i) {
    const auto done = confirm(seen, "mot-lan");
    EXPECT_EQ(done.status, 303) << done.body;
    EXPECT_EQ(done.header("Location"), "/ke-hoach/1?xong=nhap-viec");
    EXPECT_EQ(plans.tasks(), 2U);
  }
  EXPECT_EQ(plans.plan(PlanNo{1}).version, 3U);
  EXPECT_THAT(node.get("/ke-hoach/1?xong=nhap-viec", planner).body,
              HasSubstr("Đã ghi các nhiệm vụ trong tệp."));
  EXPECT_EQ(confirm(seen, "lan-khac").status, 409) << "it waits no more";
  const auto again = preview(two_tasks);
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("Dòng 2: cột “việc”: Trùng với nhiệm vụ"));
  EXPECT_EQ(plans.tasks(), 2U);
}

TEST_F(ImportTasksPages, APreviewInEnglish) {
  http::Request request = city::testing::make_request(http::Method::Post, address + "/xem-truoc",
                                                      planner, Language::English);
  city::testing::set_multipart(request, {{"khoa", "en"}, {"csrf", session::csrf_token(planner)}},
                               {"tep", two_tasks});
  const auto seen = city::testing::answer(node.site, std::move(request));
  EXPECT_EQ(seen.status, 200);
  for (const char* text : {"Preview: 2 tasks", "Every ward", "4 of six points missing"}) {
    EXPECT_THAT(seen.body, HasSubstr(text));
  }
}

TEST_F(ImportTasksPages, AFaultNamesItsLineAndColumn) {
  const auto wrong = preview("Việc;Đơn vị thực hiện;Hạn\nHọp;mỗi phường;31/02/2021\n");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("Có 1 lỗi trong tệp"));
  EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#tep\">Dòng 2: cột “hạn”: “31/02/2021”"));
  EXPECT_THAT(preview("Việc;Lạ\n").body, HasSubstr("Dòng 1: cột “lạ”: "));
  EXPECT_THAT(preview("").body, HasSubstr("id=\"tep-loi\""));
  EXPECT_EQ(preview("vi\xEC"
                    "c,h\xE1n\n")
                .status,
            415);
  EXPECT_EQ(plans.tasks(), 0U);
}

TEST_F(ImportTasksPages, AfterAChangeThePreviewIsShownAnewAndCanBeConfirmed) {
  const auto seen = preview(two_tasks);
  ASSERT_EQ(
      node.post("/ke-hoach/1/nhiem-vu", "what=Khác&due=30/06/2021&units=phuong", planner).status,
      303);
  const auto conflict = confirm(seen, "cu");
  EXPECT_EQ(conflict.status, 409);
  EXPECT_THAT(conflict.body, HasSubstr("Kế hoạch đã được sửa sau khi bạn xem trước"));
  EXPECT_THAT(conflict.body, HasSubstr("Xem trước: 2 nhiệm vụ"));
  EXPECT_THAT(conflict.body, Not(HasSubstr("href=\"#tep\""))) << "there is no such field";
  EXPECT_EQ(plans.tasks(), 1U);
  EXPECT_EQ(hidden(conflict, "version"), "2");
  EXPECT_EQ(confirm(conflict, "moi").status, 303);
  EXPECT_EQ(plans.tasks(), 3U);
}

TEST_F(ImportTasksPages, AfterAChangeThatMakesItWrongAnotherFileIsAskedFor) {
  const auto seen = preview(two_tasks);
  ASSERT_EQ(node.post("/ke-hoach/1/nhiem-vu", "what=In sổ&due=15/06/2021&units=mot&code=3", planner)
                .status,
            303);
  const auto conflict = confirm(seen, "cu");
  EXPECT_EQ(conflict.status, 409);
  EXPECT_THAT(conflict.body, HasSubstr("id=\"tep\""));
  EXPECT_EQ(plans.tasks(), 1U);
}

TEST_F(ImportTasksPages, IsOfTheAccountThatChoseIt) {
  const auto seen = preview(two_tasks);
  const std::string other = node.sign_in("account/2");
  const auto foreign =
      node.post(address, "tep=" + hidden(seen, "tep") + "&version=1&khoa=khac", other);
  EXPECT_EQ(foreign.status, 409);
  preview("Việc;Đơn vị thực hiện;Hạn\nHọp;mỗi phường;30/06/2021\n");
  EXPECT_EQ(confirm(seen, "cu").status, 409) << "an older file than the one seen last";
  EXPECT_EQ(plans.tasks(), 0U);
}

TEST_F(ImportTasksPages, AnIssuedPlanTakesNoMore) {
  const auto seen = preview(two_tasks);
  ASSERT_EQ(confirm(seen, "mot-lan").status, 303);
  const std::string leader = node.sign_in("account/3");
  ASSERT_EQ(node.post("/ke-hoach/1/duyet", "version=3", leader).status, 303);
  ASSERT_EQ(
      node.post("/ke-hoach/1/ban-hanh", "number=06/KH-HĐPHPBGDPL&on=12/05/2021", planner).status,
      303);
  const auto page = node.get(address, planner);
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("Kế hoạch đã ban hành nên không sửa được nữa."));
  EXPECT_EQ(preview(two_tasks).status, 409);
  EXPECT_EQ(plans.tasks(), 2U);
}

}  // namespace
}  // namespace lantoa::city::plan
