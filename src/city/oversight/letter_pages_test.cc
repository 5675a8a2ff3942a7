#include <gtest/gtest.h>

#include "city/oversight/oversight.h"
#include "city/testing.h"
#include "platform/document/document.h"

namespace lantoa::city::oversight {
namespace {

// A district with a ward that is three days late; account/1 urges, account/2 works for the ward,
// account/3 for the district.
class LetterPages : public ::testing::Test {
 protected:
  LetterPages() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock, {});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    units.fold({UnitNo{2}, UnitNo{1}, "Quận Mẫu", "001", Kind::UrbanDistrict, {}, {}});
    units.fold({UnitNo{3}, UnitNo{2}, "Phường Một", "00001", Kind::Ward, {}, {}});
    units.fold({UnitNo{4}, UnitNo{1}, "Sở Tư pháp", "STP", Kind::Department, {}, {}});
    calendar.fold({today}, {});
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp <dân>", {{}, UnitNo{3}}, today - 3});
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-UBND", today - 30});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{3}}, today - 3});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      const auto no = static_cast<std::uint32_t>(name.back() - '0');
      actor.account = AccountNo{no};
      actor.person = PersonNo{no};
      actor.home = UnitNo{no == 1 ? 4U : no == 2 ? 3U : 2U};
      actor.grants = {
          {no == 1 ? Role::Planner : Role::UnitOfficer, no == 1 ? UnitNo{1} : actor.home}};
      return actor;
    };
    officer = node.sign_in("account/1");
  }
  static bool says(const http::Response& page, std::string_view words) {
    return page.body.find(words) != std::string::npos;
  }
  http::Response today_of(const std::string& account) {
    return node.get("/ban-lam-viec", node.sign_in(account));
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
  std::string officer;
};

TEST_F(LetterPages, ALetterIsDraftedRecordedAndStandsWhereItUrges) {
  const auto page = node.get("/don-doc/cong-van/2", officer);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "1 việc quá hạn của 1 đơn vị"));
  EXPECT_TRUE(says(page, "Họp &lt;dân&gt;"));
  const auto pdf = node.get("/don-doc/cong-van/2/van-ban", officer);
  EXPECT_EQ(pdf.status, 200);
  EXPECT_EQ(pdf.body.substr(0, 5), "%PDF-");
  EXPECT_EQ(node.get("/don-doc/cong-van/2/van-ban?dang=docx", officer).body.substr(0, 2), "PK");

  const std::string form =
      "so=12/STP-PBGDPL&ngay=" + vietnamese(today) + "&han=" + vietnamese(today + 7);
  EXPECT_EQ(node.post("/don-doc/cong-van/2", form, officer).status, 303);
  for (const char* account : {"account/2", "account/3"}) {
    EXPECT_TRUE(says(today_of(account), "Công văn 12/STP-PBGDPL đôn đốc 1 việc")) << account;
  }
  EXPECT_TRUE(says(today_of("account/3"), "/ke-hoach/1/nhiem-vu/1")) << "it is the ward's task";
  EXPECT_TRUE(says(node.get("/don-doc", officer), "12/STP-PBGDPL"));
  // A second letter about the same takes the place of the first.
  std::string second = form;
  second.replace(second.find("12/"), 2, "13");
  EXPECT_EQ(node.post("/don-doc/cong-van/3", second, officer).status, 303);
  EXPECT_TRUE(says(today_of("account/2"), "Công văn 13/STP-PBGDPL"));
  EXPECT_FALSE(says(today_of("account/2"), "Công văn 12/STP-PBGDPL"));
  plans.fold(plan::AssignmentDone{AssignmentNo{1}, today});
  EXPECT_FALSE(says(today_of("account/2"), "Công văn"));
  EXPECT_TRUE(says(node.get("/don-doc/cong-van/3", officer), "1 / 1"));
}

TEST_F(LetterPages, MoreTimeGrantedAfterALetterIsTheLaterWord) {
  const std::string form =
      "so=12/STP-PBGDPL&ngay=" + vietnamese(today - 1) + "&han=" + vietnamese(today + 7);
  EXPECT_EQ(node.post("/don-doc/cong-van/3", form, officer).status, 303);
  EXPECT_TRUE(says(today_of("account/2"), "Công văn 12/STP-PBGDPL"));
  plans.fold(plan::ExtensionAsked{ExtensionNo{1}, AssignmentNo{1}, today + 9, "Mất điện", {}},
             {1, start_of_day(today), {}, {}});
  plans.fold(plan::ExtensionDecided{ExtensionNo{1}, today + 9, "", {}},
             {2, start_of_day(today), {}, {}});
  const auto page = today_of("account/2");
  EXPECT_FALSE(says(page, "Công văn 12/STP-PBGDPL"));
  EXPECT_TRUE(says(page, "Còn 9 ngày"));
  EXPECT_TRUE(says(node.get("/don-doc", officer), "href=\"/gia-han\""));
}

TEST_F(LetterPages, WhatIsWrongIsSaidAndWhatWasTypedStays) {
  const auto other_day = node.get("/don-doc/cong-van/2?han=31/02/2021", officer);
  EXPECT_EQ(other_day.status, 200);
  EXPECT_TRUE(says(other_day, "value=\"31/02/2021\""));
  EXPECT_TRUE(says(other_day, "id=\"han-soan-loi\""));
  EXPECT_EQ(node.get("/don-doc/cong-van/2/van-ban?han=31/02/2021", officer).status, 422);
  const auto wrong = node.post("/don-doc/cong-van/2", "so=một hai&ngay=&han=", officer);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "value=\"một hai\""));
  for (const char* field : {"so", "ngay", "han"}) {
    EXPECT_TRUE(says(wrong, std::string("id=\"") + field + "-loi\"")) << field;
  }
  EXPECT_TRUE(says(wrong, "Hãy ghi ngày của công văn"));
}

TEST_F(LetterPages, WorkingDaysStandOnThePageAndInTheLetterWithTheirDay) {
  const std::string drafted = "/don-doc/cong-van/2?han=10 working days";
  const auto page = node.get(drafted, officer);
  EXPECT_TRUE(says(page, "value=\"10 ngày làm việc\"")) << "in both fields";
  const std::string before = "/don-doc/cong-van/2/van-ban?han=10%20ng%C3%A0y%20";
  EXPECT_TRUE(says(page, before)) << page.body;
  const auto docx = node.get("/don-doc/cong-van/2/van-ban?han=10 ngày làm việc&dang=docx", officer);
  const auto text = document::to_text(docx.body, "a.docx");
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("trong 10 ngày làm việc kể từ ngày ban hành công văn này, tức đến hết ngày "
                       "26/05/2021"),
            std::string::npos)
      << *text;
  const std::string form =
      "so=12/STP-PBGDPL&ngay=" + vietnamese(today) + "&han=10 ngày làm việc kể từ ngày ban hành";
  EXPECT_EQ(node.post("/don-doc/cong-van/2", form, officer).status, 303);
  EXPECT_TRUE(says(node.get("/don-doc/cong-van/2", officer),
                   "10 ngày làm việc, tức đến hết ngày 26/05/2021"));
  EXPECT_TRUE(says(node.get("/don-doc", officer), "10 ngày làm việc, tức đến hết ngày 26/05/2021"));
  EXPECT_TRUE(says(node.get("/don-doc/cong-van/2", officer, Language::English),
                   "10 working days, that is by 26/05/2021"));
}

TEST_F(LetterPages, WorkingDaysThatAreTooManyOrOfTheCalendarAreRefused) {
  const auto many = node.get("/don-doc/cong-van/2?han=200 working days", officer);
  EXPECT_TRUE(says(many, "200 ngày làm việc, tức đến hết ngày "));
  EXPECT_TRUE(says(many, "id=\"han-soan-loi\""));
  const std::string form = "so=12/STP-PBGDPL&ngay=" + vietnamese(today) + "&han=";
  const auto calendar_days = node.post("/don-doc/cong-van/2", form + "10 ngày", officer);
  EXPECT_EQ(calendar_days.status, 422);
  EXPECT_TRUE(says(calendar_days, "không nói là ngày làm việc"));
  EXPECT_TRUE(says(calendar_days, "value=\"10 ngày\""));
}

TEST_F(LetterPages, AnExplanationIsAskedForInWorkingDays) {
  const std::string path = "/don-doc/1/giai-trinh";
  EXPECT_TRUE(says(node.get(path, officer), "số ngày làm việc kể từ hôm nay"));
  const auto wrong = node.post(path, "noi-dung=Vì sao chậm&han=5 ngày", officer);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(says(wrong, "value=\"5 ngày\""));
  EXPECT_TRUE(says(wrong, "id=\"han-loi\""));
  EXPECT_EQ(node.post(path, "noi-dung=Vì sao chậm&han=", officer).status, 422);
  EXPECT_EQ(node.post(path, "noi-dung=Vì sao chậm&han=5 ngày làm việc", officer).status, 303);
  EXPECT_TRUE(
      says(node.get("/giai-trinh/1", officer), "5 ngày làm việc, tức đến hết ngày 19/05/2021"));
  EXPECT_TRUE(says(node.get("/giai-trinh/1", officer, Language::English),
                   "5 working days, that is by 19/05/2021"));
}

TEST_F(LetterPages, NothingLateIsNoLetterAndOthersUnitsAreNobodysBusiness) {
  const auto none = node.get("/don-doc/cong-van/4", officer);
  EXPECT_TRUE(says(none, "Không có gì để đôn đốc"));
  EXPECT_EQ(node.get("/don-doc/cong-van/4/van-ban", officer).status, 409);
  EXPECT_EQ(node.get("/don-doc/cong-van/99", officer).status, 404);
  const std::string ward = node.sign_in("account/2");
  EXPECT_EQ(node.get("/don-doc/cong-van/3", ward).status, 403);
  EXPECT_EQ(node.get("/don-doc/cong-van/3/van-ban", ward).status, 403);
}

}  // namespace
}  // namespace lantoa::city::oversight
