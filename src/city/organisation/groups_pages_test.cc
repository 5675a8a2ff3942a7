// The pages of groups: units are searched without marks and stay ticked, lists are pasted, nothing
// that was chosen is lost, and whoever may not change one still sees it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/organisation/organisation.h"
#include "city/organisation/testing_groups.h"
#include "city/testing_programs.h"

namespace lantoa::city::organisation {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// account/1 plans over the city, account/2 over Quận Đông, account/4 over the city's council,
// account/3 works for a ward.
class GroupPages : public ::testing::Test {
 protected:
  GroupPages() {
    install(node.app, state, {calendar});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    testing_groups::open_tree(state);
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      if (name == "account/1") return testing_groups::person_over(1, Role::Planner, UnitNo{1});
      if (name == "account/2") return testing_groups::person_over(2, Role::Planner, UnitNo{3});
      if (name == "account/4") return testing_groups::person_over(4, Role::Planner, UnitNo{2});
      return testing_groups::person_over(3, Role::UnitOfficer, UnitNo{4});
    };
    planner = node.sign_in("account/1");
  }

  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return node.get(path, planner, language);
  }
  http::Response post(const std::string& path, const std::string& fields) {
    return node.post(path, fields, planner);
  }
  void given_group(std::vector<std::uint32_t> units = {4, 7}, std::uint32_t owner = 1) {
    node.tell(GroupMade{GroupNo{state.groups() + 1}, UnitNo{owner}, "Các phường quanh hồ",
                        NumberSet{std::move(units)}, PersonNo{1}});
  }
  // Wards 9, 10, … of Quận Tây.
  void given_wards(std::uint32_t last) {
    for (std::uint32_t no = 9; no <= last; ++no) {
      node.tell(UnitOpened{UnitNo{no},
                           UnitNo{6},
                           "Phường số " + std::to_string(no),
                           "P" + std::to_string(no),
                           Kind::Ward,
                           {},
                           {}});
    }
  }

  city::testing::Node node;
  calendar::State calendar;
  State state;
  std::string planner;
};

TEST_F(GroupPages, AnEmptyListSaysWhatAGroupIsForInBothLanguages) {
  EXPECT_THAT(get("/don-vi/nhom").body, HasSubstr("Chưa có nhóm nào."));
  EXPECT_THAT(get("/don-vi/nhom").body, HasSubstr("href=\"/don-vi/nhom/moi\""));
  EXPECT_THAT(get("/don-vi/nhom", Language::English).body, HasSubstr("There is no group yet."));
  const std::string ward = node.sign_in("account/3");
  EXPECT_THAT(node.get("/don-vi/nhom", ward).body, Not(HasSubstr("/don-vi/nhom/moi")));
  EXPECT_EQ(node.get("/don-vi/nhom/moi", ward).status, 403);
  EXPECT_EQ(get("/don-vi/nhom/1").status, 404);
}

TEST_F(GroupPages, OneIsMadeOfTicksAndPastedLines) {
  const auto form = get("/don-vi/nhom/moi");
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, HasSubstr("id=\"u4\" name=\"u4\" value=\"1\">"));
  EXPECT_THAT(form.body, HasSubstr("<option value=\"1\" selected>Thành phố Mẫu</option>"));
  EXPECT_THAT(form.body, Not(HasSubstr("<option value=\"2\""))) << "nothing lies below the council";
  const auto made =
      post("/don-vi/nhom/moi", "don-vi=1&ten=Các phường quanh hồ&giu=8&u4=1&dan=007%0A&tim=&ban=");
  ASSERT_EQ(made.status, 303) << made.body;
  EXPECT_EQ(made.header("Location"), "/don-vi/nhom/1?xong=luu");
  EXPECT_EQ(state.group(GroupNo{1}).current().units.text(), "4,7-8");
  const auto page = get("/don-vi/nhom/1?xong=luu");
  for (const char* text : {"Đã lưu.", "Các phường quanh hồ", "Phường Hoa Mai", "Sở Mẫu",
                           "/don-vi/nhom/1/sua", "/don-vi/nhom/1/ket-thuc", "Cán bộ mẫu"}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  EXPECT_THAT(get("/don-vi/nhom").body, HasSubstr("<a href=\"/don-vi/nhom/1\" lang=\"vi\">"));
}

TEST_F(GroupPages, WhoeverPlansForTheCouncilChoosesAmongItsCity) {
  const std::string council = node.sign_in("account/4");
  const auto form = node.get("/don-vi/nhom/moi", council);
  EXPECT_THAT(form.body, HasSubstr("<option value=\"1\" selected>Thành phố Mẫu</option>"));
  EXPECT_THAT(form.body, Not(HasSubstr("<option value=\"3\"")));
  EXPECT_EQ(node.post("/don-vi/nhom/moi", "don-vi=1&ten=Ven hồ&u4=1", council).status, 303);
  EXPECT_THAT(node.get("/don-vi/nhom/1", council).body, HasSubstr("/don-vi/nhom/1/sua"));
}

TEST_F(GroupPages, ASearchNeedsNoMarksAndKeepsTheTicks) {
  given_wards(70);
  const auto found = post("/don-vi/nhom/moi/chon", "don-vi=1&ten=Nhóm thử&u4=1&tim=hoa mai&dan=x");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("id=\"u4\" name=\"u4\" value=\"1\" checked"));
  EXPECT_THAT(found.body, Not(HasSubstr("name=\"u5\"")));
  EXPECT_THAT(found.body, HasSubstr("value=\"Nhóm thử\""));
  EXPECT_THAT(found.body, HasSubstr(">x</textarea>"));
  const auto elsewhere = post("/don-vi/nhom/moi/chon", "don-vi=1&u4=1&giu=7-8&tim=quan dong");
  EXPECT_THAT(elsewhere.body, HasSubstr("name=\"u4\" value=\"1\" checked")) << "by the unit above";
  EXPECT_THAT(elsewhere.body, HasSubstr("name=\"giu\" value=\"7-8\""));
  EXPECT_THAT(post("/don-vi/nhom/moi/chon", "don-vi=1&tim=khongco&u4=1").body,
              HasSubstr("Không tìm thấy đơn vị nào."));
  const auto last = post("/don-vi/nhom/moi/chon", "don-vi=1&u4=1&trang=2");
  EXPECT_THAT(last.body, HasSubstr("2/2"));
  EXPECT_THAT(last.body, HasSubstr("name=\"giu\" value=\"4\""));
  EXPECT_THAT(last.body, HasSubstr("Trang trước"));
  const auto chosen = post("/don-vi/nhom/moi/chon", "don-vi=1&giu=4,60&chi-chon=1");
  EXPECT_THAT(chosen.body, HasSubstr("name=\"u60\" value=\"1\" checked"));
  EXPECT_THAT(chosen.body, Not(HasSubstr("name=\"u5\"")));
  EXPECT_EQ(state.groups(), 0U) << "nothing is written by looking";
}

TEST_F(GroupPages, AllThatWasFoundIsTickedAtOnce) {
  given_wards(70);
  const auto all = post("/don-vi/nhom/moi/chon", "don-vi=1&u8=1&tim=phuong so&tat-ca=1");
  EXPECT_THAT(all.body, HasSubstr("63 đơn vị"));
  EXPECT_THAT(all.body, HasSubstr("name=\"u9\" value=\"1\" checked"));
  EXPECT_THAT(all.body, HasSubstr("name=\"giu\" value=\"8,59-70\""));
  EXPECT_THAT(all.body, Not(HasSubstr("name=\"tat-ca\""))) << "none is left to be ticked";
}

TEST_F(GroupPages, FaultsKeepWhatWasChosen) {
  const auto wrong = post("/don-vi/nhom/moi", "don-vi=3&ten=&giu=5&u4=1&u7=1&dan=004%0Axyz%0A");
  EXPECT_EQ(wrong.status, 422);
  for (const char* text :
       {"id=\"ten-loi\"", "id=\"chon-loi\"", "id=\"dan-loi\"", "Dòng 2: không có đơn vị nào",
        "name=\"u4\" value=\"1\" checked", "name=\"u5\" value=\"1\" checked",
        "<option value=\"3\" selected", "name=\"giu\" value=\"7\"", "href=\"#dan\""}) {
    EXPECT_THAT(wrong.body, HasSubstr(text));
  }
  const auto unread = post("/don-vi/nhom/moi", "don-vi=1&ten=A&giu=9-3");
  EXPECT_EQ(unread.status, 422);
  EXPECT_EQ(post("/don-vi/nhom/moi/chon", "don-vi=1&giu=1-4000000000").status, 422);
}

TEST_F(GroupPages, TwoWhoChangeItSeeEachOther) {
  given_group();
  const auto form = get("/don-vi/nhom/1/sua");
  EXPECT_THAT(form.body, HasSubstr("name=\"ban\" value=\"1\""));
  EXPECT_THAT(form.body, HasSubstr("value=\"Các phường quanh hồ\""));
  EXPECT_THAT(form.body, HasSubstr("name=\"u7\" value=\"1\" checked"));
  node.tell(GroupChanged{GroupNo{1}, 2, "Ven hồ", NumberSet{{5, 7}}, PersonNo{9}});
  EXPECT_THAT(post("/don-vi/nhom/1/sua/chon", "ban=1&ten=Khác&giu=4&tim=").body,
              HasSubstr("name=\"ban\" value=\"1\""))
      << "a search is no look at the new version";
  const auto late = post("/don-vi/nhom/1/sua", "ban=1&ten=Khác&giu=4");
  EXPECT_EQ(late.status, 409);
  for (const char* text : {"người khác đã sửa nhóm", "Ven hồ", "Phường Hòa Bình", "Phường Hoa Mai",
                           "name=\"ban\" value=\"2\"", "value=\"Khác\""}) {
    EXPECT_THAT(late.body, HasSubstr(text));
  }
  EXPECT_EQ(post("/don-vi/nhom/1/sua", "ban=2&ten=Khác&giu=4").status, 303);
  EXPECT_EQ(state.group(GroupNo{1}).current().name, "Khác");
  EXPECT_THAT(get("/don-vi/nhom/1").body, HasSubstr("Các lần sửa"));
}

TEST_F(GroupPages, ItEndsWithAReasonAndStaysToBeSeen) {
  given_group();
  node.app.group_uses = [](GroupNo) {
    return std::vector<App::GroupUse>{
        {"/ke-hoach/4", "Họp dân", "/ke-hoach/4", "Kế hoạch mẫu", {"Dự thảo", "Draft"}, false}};
  };
  EXPECT_THAT(get("/don-vi/nhom/1").body, HasSubstr("<a href=\"/ke-hoach/4\" lang=\"vi\">Họp dân"));
  EXPECT_THAT(get("/don-vi/nhom/1/ket-thuc").body,
              HasSubstr("1 nhiệm vụ trong kế hoạch hoặc sửa đổi chưa ban hành"));
  const auto wrong = post("/don-vi/nhom/1/ket-thuc", "ban=1&ly-do=");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("id=\"ly-do-loi\""));
  const auto ended = post("/don-vi/nhom/1/ket-thuc", "ban=1&ly-do=Đã nhập đơn vị");
  EXPECT_EQ(ended.status, 303);
  const auto page = get("/don-vi/nhom/1?xong=ket-thuc-nhom");
  for (const char* text :
       {"Đã kết thúc nhóm; việc đã giao giữ nguyên.", "Đã nhập đơn vị", "Phường Hoa Mai"}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  EXPECT_THAT(page.body, Not(HasSubstr("/don-vi/nhom/1/sua")));
  EXPECT_EQ(get("/don-vi/nhom/1/sua").status, 409);
  EXPECT_THAT(get("/don-vi/nhom", Language::English).body, HasSubstr("Ended"));
}

TEST_F(GroupPages, OthersSeeItAndChangeNothing) {
  given_group();
  node.tell(UnitClosed{UnitNo{7}, *parse_iso_date("2021-05-12"), "Nhập", {}});
  for (const char* account : {"account/2", "account/3"}) {
    const std::string who = node.sign_in(account);
    const auto page = node.get("/don-vi/nhom/1", who, Language::English);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("1 closed units"));
    EXPECT_THAT(page.body, Not(HasSubstr("/don-vi/nhom/1/sua")));
    EXPECT_EQ(node.get("/don-vi/nhom/1/sua", who).status, 403);
    EXPECT_EQ(node.post("/don-vi/nhom/1/sua", "ban=1&ten=A&giu=4", who).status, 403);
    EXPECT_EQ(node.post("/don-vi/nhom/1/ket-thuc", "ban=1&ly-do=x", who).status, 403);
  }
  EXPECT_EQ(state.group(GroupNo{1}).version(), 1U);
}

TEST_F(GroupPages, ProgramsMakeReadChangeAndEndOne) {
  city::testing::Programs programs(node);
  const auto made = programs.post(
      "/groups", R"({"owner":1,"name":"Ven hồ","units":[4],"codes":["007","Sở Mẫu"]})",
      "account/1");
  EXPECT_EQ(made.status, 201) << made.body;
  const json::Value shown = programs.read("/groups/1", "account/3");
  EXPECT_EQ(shown.find("group")->find("units")->integer, 3U);
  EXPECT_EQ(shown.find("units")->list.size(), 3U);
  EXPECT_EQ(programs.read("/groups?owner=3", "account/3").find("groups")->list.size(), 0U);
  EXPECT_EQ(programs.read("/groups", "account/3").find("groups")->list.size(), 1U);
  const auto wrong = programs.post(
      "/groups", R"({"owner":1,"name":"","units":[99],"codes":["004","x"]})", "account/1");
  EXPECT_THAT(city::testing::Programs::places_of(wrong, 422),
              ElementsAre("name", "units", "2 codes"));
  EXPECT_EQ(programs.post("/groups", R"({"owner":1,"name":"A","units":[4]})", "account/2").status,
            403);
  EXPECT_LT(programs.post("/groups/1", R"({"seen_version":1,"name":"B","units":[4]})", "account/1")
                .status,
            300);
  EXPECT_EQ(
      programs.post("/groups/1/end", R"({"seen_version":1,"reason":"x"})", "account/1").status,
      409);
  EXPECT_LT(
      programs.post("/groups/1/end", R"({"seen_version":2,"reason":"x"})", "account/1").status,
      300);
  EXPECT_EQ(programs.read("/groups/1", "account/1").find("reason")->text, "x");
}

}  // namespace
}  // namespace lantoa::city::organisation
