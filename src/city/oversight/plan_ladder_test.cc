#include <gtest/gtest.h>

#include "city/oversight/oversight.h"
#include "city/testing.h"

namespace lantoa::city::oversight {
namespace {

// A city of three wards, the last without a mailbox. Plan 1 is issued, due in ten days, and the
// first two wards had a mail about it today; plan 2 is a draft. account/1 urges over the city,
// account/2 over the first ward, account/3 works there.
class PlanLadderPages : public ::testing::Test {
 protected:
  PlanLadderPages() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock, {});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    for (std::uint32_t no = 2; no <= 4; ++no) {
      organisation::UnitOpened ward{
          UnitNo{no}, UnitNo{1}, "Phường Mẫu", std::to_string(no), Kind::Ward, {}, {}};
      if (no != 4) ward.mailbox = "phuong@mau.example";
      units.fold(ward);
    }
    calendar.fold({today}, {});
    for (std::uint32_t no = 1; no <= 2; ++no) {
      plans.fold(
          plan::PlanDrafted{PlanNo{no}, UnitNo{1}, UnitNo{1}, "Kế hoạch <mẫu>", {}, {}, {}, {}});
      plans.fold(
          plan::TaskAdded{TaskNo{no}, PlanNo{no}, 2, "Họp dân", {{}, UnitNo{1}}, today + 10});
    }
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-UBND", today - 5});
    plans.fold(
        plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{2, 3, 4}}, today + 10});
    for (std::uint32_t no = 1; no <= 2; ++no) {
      node.tell(ReminderPromised{ReminderNo{no}, UnitNo{no + 1}, NumberSet{{no}}, today, {}});
    }
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      const auto no = static_cast<std::uint32_t>(name.back() - '0');
      actor.account = AccountNo{no};
      actor.person = PersonNo{no};
      actor.home = UnitNo{no == 1 ? 1U : 2U};
      actor.grants = {{no == 3 ? Role::UnitOfficer : Role::Planner, actor.home}};
      return actor;
    };
    planner = node.sign_in("account/1");
    of_ward = node.sign_in("account/2");
    officer = node.sign_in("account/3");
  }
  static bool says(const http::Response& page, std::string_view words) {
    return page.body.find(words) != std::string::npos;
  }
  std::size_t changes(std::uint32_t plan = 1) const { return state.ladders(PlanNo{plan}).size(); }

  testing::Node node;
  const Date today = vietnam_date(node.clock.time);
  State state;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  content::State content;
  reach::State reach{units};
  workday::State workdays;
  std::string planner, of_ward, officer;
  const std::string address = "/ke-hoach/1/nhac-viec";
};

TEST_F(PlanLadderPages, SayTheUsualDaysAndTheMailsToCome) {
  const auto page = node.get(address, planner);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page,
                   "Nhắc trước hạn 30, 15, 7, 3, 1 ngày, vào ngày hạn, sau đó 7 ngày một lần đến "
                   "khi xong."));
  EXPECT_TRUE(says(page, "Thang dùng chung"));
  EXPECT_TRUE(says(page, "Kế hoạch &lt;mẫu&gt;"));
  EXPECT_TRUE(says(page, "Chưa ai đổi thang nhắc"));
  EXPECT_TRUE(says(page, "value=\"30, 15, 7, 3, 1, 0\""));
  EXPECT_TRUE(says(page, "1 đơn vị còn việc nhưng chưa có hộp thư"));
  for (const std::int32_t day : {3, 7, 9, 10, 17, 24}) {
    EXPECT_TRUE(says(page, "<th scope=\"row\">" + vietnamese(today + day) + "</th>")) << day;
  }
  EXPECT_FALSE(says(page, "<th scope=\"row\">" + vietnamese(today + 1) + "</th>"));
  EXPECT_FALSE(says(page, "id=\"xem-truoc\""));
  const auto english = node.get(address, planner, Language::English);
  EXPECT_TRUE(says(english, "Reminders 30, 15, 7, 3, 1 days before the deadline"));
  EXPECT_TRUE(says(english, "The usual days"));
  EXPECT_TRUE(says(english, "Save the steps"));
  EXPECT_TRUE(says(node.get("/don-doc", planner), "href=\"/ke-hoach/1/nhac-viec\""));
  EXPECT_EQ(node.get("/ke-hoach/3/nhac-viec", planner).status, 404);
}

TEST_F(PlanLadderPages, ThePreviewStandsBesideThePresentAndSavesNothing) {
  const auto page =
      node.post(address + "/xem-truoc", "bac=0%3B+5&lap-lai=&ly-do=G%E1%BA%A5p&lan=0", planner);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "Xem trước, chưa lưu"));
  EXPECT_TRUE(says(page, "Nhắc trước hạn 5 ngày, vào ngày hạn, quá hạn thì không nhắc nữa"));
  const auto row = [](const std::string& head, const char* present, const char* proposed) {
    const std::string cell = "<td class=\"number\" data-label=\"Thang ";
    return "<th scope=\"row\">" + head + "</th>" + cell + "hiện nay\">" + present + "</td>" + cell +
           "mới\">" + proposed + "</td>";
  };
  EXPECT_TRUE(says(page, row(vietnamese(today + 3), "2", "0")));
  EXPECT_TRUE(says(page, row(vietnamese(today + 5), "0", "2")));
  EXPECT_TRUE(says(page, row(vietnamese(today + 10), "2", "2")));
  EXPECT_TRUE(says(page, row("Tổng số thư", "12", "4"))) << page.body;
  EXPECT_TRUE(says(page, "value=\"0; 5\"")) << "what was typed stays";
  EXPECT_TRUE(says(page, "value=\"Gấp\""));
  EXPECT_EQ(changes(), 0U);
  const auto none = node.post(address + "/xem-truoc", "bac=&lap-lai=&khong-nhac=1&lan=0", planner);
  EXPECT_EQ(none.status, 200) << "a reason is asked for when it is saved";
  EXPECT_TRUE(says(none, row("Tổng số thư", "12", "0")));
  EXPECT_TRUE(says(none, "value=\"1\" checked"));
}

TEST_F(PlanLadderPages, WhatIsWrongIsSaidAtItsField) {
  for (const std::string& path : {address, address + "/xem-truoc"}) {
    const auto page = node.post(path, "bac=7,+hai&lap-lai=m%E1%BB%99t&ly-do=&lan=0", planner);
    EXPECT_EQ(page.status, 422) << path;
    EXPECT_TRUE(says(page, "id=\"bac-loi\"")) << path;
    EXPECT_TRUE(says(page, "“hai” không phải là số ngày")) << path;
    EXPECT_TRUE(says(page, "id=\"lap-lai-loi\"")) << path;
    EXPECT_EQ(says(page, "id=\"ly-do-loi\""), path == address) << path;
    EXPECT_TRUE(says(page, "value=\"7, hai\"")) << path;
    EXPECT_FALSE(says(page, "id=\"xem-truoc\"")) << path;
  }
  for (const char* days : {"-1", "7.5", "99999999999", "121", "7+7", ""}) {
    const auto page =
        node.post(address, "lap-lai=&ly-do=x&lan=0&bac=" + std::string(days), planner);
    EXPECT_EQ(page.status, 422) << days;
    EXPECT_TRUE(says(page, "id=\"bac-loi\"")) << days;
  }
  EXPECT_EQ(changes(), 0U);
}

TEST_F(PlanLadderPages, WhatIsSavedIsSaidWithWhoWhenAndWhy) {
  const auto saved = node.post(
      address, "bac=10,+5,+0&lap-lai=3&ly-do=Cu%E1%BB%91i+%C4%91%E1%BB%A3t&lan=0", planner);
  ASSERT_EQ(saved.status, 303) << saved.body;
  EXPECT_EQ(saved.header("Location"), address + "?xong=thang-nhac");
  const auto page = node.get(address + "?xong=thang-nhac", planner);
  EXPECT_TRUE(says(page, "Đã lưu thang nhắc; áp dụng từ ngày mai."));
  EXPECT_TRUE(says(page, "Nhắc trước hạn 10, 5 ngày, vào ngày hạn, sau đó 3 ngày một lần"));
  EXPECT_TRUE(says(page, "Do <span lang=\"vi\">Cán bộ mẫu</span> đặt ngày " + vietnamese(today)));
  EXPECT_TRUE(says(page, "<span lang=\"vi\">Cuối đợt</span>"));
  EXPECT_TRUE(says(page, "name=\"lan\" value=\"1\""));
  EXPECT_TRUE(says(page, "value=\"10, 5, 0\""));
  EXPECT_TRUE(says(node.get("/don-doc", planner), "Nhắc trước hạn 10, 5 ngày"));
  EXPECT_TRUE(says(node.get(address + "?xong=thang-nhac", planner, Language::English),
                   "the new steps count from tomorrow on"));

  const auto stale = node.post(address, "bac=4&lap-lai=&ly-do=x&lan=0", planner);
  EXPECT_EQ(stale.status, 409);
  EXPECT_TRUE(says(stale, "Thang nhắc đã được người khác đổi"));
  EXPECT_TRUE(says(stale, "value=\"4\"")) << "what was typed stays";
  EXPECT_TRUE(says(stale, "name=\"lan\" value=\"1\"")) << "so that it can be sent";
  EXPECT_EQ(node.post(address, "bac=10,5,0&lap-lai=3&ly-do=x&lan=1", planner).status, 409)
      << "nothing changes";

  EXPECT_EQ(node.post(address, "khong-nhac=1&ly-do=D%E1%BB%ABng&lan=1", planner).status, 303);
  const auto none = node.get(address, planner);
  EXPECT_TRUE(says(none, "Không gửi thư nhắc về kế hoạch này."));
  EXPECT_TRUE(says(none, "Trong 30 ngày tới không có thư nhắc nào"));
  EXPECT_TRUE(says(none, "value=\"1\" checked"));
  EXPECT_TRUE(says(none, "value=\"10, 5, 0\"")) << "the steps of before, to go back to";
}

TEST_F(PlanLadderPages, OthersSeeThemAndSetNothing) {
  for (const std::string& other : {of_ward, officer}) {
    const auto page = node.get(address, other);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Nhắc trước hạn 30"));
    EXPECT_FALSE(says(page, "Lưu thang nhắc"));
    for (const std::string& path : {address, address + "/xem-truoc"}) {
      EXPECT_EQ(node.post(path, "bac=5&lap-lai=&ly-do=x&lan=0", other).status, 403) << path;
    }
  }
  EXPECT_FALSE(says(node.get("/don-doc", of_ward), "/nhac-viec"));
  EXPECT_EQ(changes(), 0U);
}

TEST_F(PlanLadderPages, ADraftHasNobodyToRemindAndNeedsNoReason) {
  const std::string draft = "/ke-hoach/2/nhac-viec";
  const auto page = node.get(draft, planner);
  EXPECT_TRUE(says(page, "Kế hoạch chưa ban hành nên chưa đơn vị nào có việc để nhắc"));
  EXPECT_TRUE(says(page, "Chưa có số"));
  EXPECT_EQ(node.post(draft, "bac=5&lap-lai=&khong-nhac=1&lan=0", planner).status, 422);
  EXPECT_EQ(node.post(draft, "bac=5&lap-lai=&lan=0", planner).status, 303);
  EXPECT_EQ(changes(2), 1U);
}

TEST_F(PlanLadderPages, ProgramsSeeAndSetTheSame) {
  node.app.token_is_good = [](TokenNo, Date) { return true; };
  node.app.find_token = [](std::string_view) -> Result<App::TokenHolder> {
    return App::TokenHolder{TokenNo{1}, "account/1", {Scope::Read, Scope::Plans}};
  };
  node.engine.start();
  int keys = 0;
  const auto send = [&](http::Method method, const std::string& body) {
    auto request = testing::make_request(method, "/api/v1/plan-ladders/1");
    request.headers.emplace_back("authorization", "Bearer mau");
    if (method == http::Method::Post) {
      request.headers.emplace_back("content-type", "application/json");
      request.headers.emplace_back("idempotency-key", "k" + std::to_string(++keys));
      request.body = body;
    }
    return testing::answer(node.site, std::move(request));
  };
  const auto usual = send(http::Method::Get, "");
  EXPECT_EQ(usual.status, 200);
  EXPECT_TRUE(says(usual, R"("plan":1,"version":0,"ladder":{"silent":false,"days_before":)"
                          R"([30,15,7,3,1,0],"repeat_days":7},"ahead":[{"on":")" +
                              iso(today + 3) + R"(","units":2})"))
      << usual.body;
  const auto wrong =
      send(http::Method::Post, R"({"seen_version":0,"days_before":[130],"repeat_days":61})");
  EXPECT_EQ(wrong.status, 422);
  for (const char* member : {"days_before", "repeat_days", "reason"}) {
    EXPECT_TRUE(says(wrong, "\"field\":\"" + std::string(member) + "\"")) << wrong.body;
  }
  EXPECT_EQ(changes(), 0U);
  const auto done =
      send(http::Method::Post, R"({"seen_version":0,"days_before":[0,5],"reason":"Gấp lắm"})");
  EXPECT_EQ(done.status, 201) << done.body;
  EXPECT_EQ(done.header("Location"), "/api/v1/plan-ladders/1");
  const auto set = send(http::Method::Get, "");
  EXPECT_TRUE(says(set, R"("version":1,"ladder":{"silent":false,"days_before":[5,0]},)"))
      << set.body;
  EXPECT_TRUE(says(set, R"("changes":[{"version":1,"on":")" + iso(today) + "\"")) << set.body;
  EXPECT_EQ(send(http::Method::Post, R"({"seen_version":0,"silent":true,"reason":"Dừng"})").status,
            409);
  EXPECT_EQ(send(http::Method::Post, R"({"seen_version":1,"silent":true})").status, 422);
}

}  // namespace
}  // namespace lantoa::city::oversight
