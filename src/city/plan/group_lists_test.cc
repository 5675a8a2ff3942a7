// Which units stand behind the groups that a plan names: on its paper, on that of an amendment, and
// on its page.
#include "city/plan/group_lists.h"

#include <gmock/gmock.h>

#include "city/plan/testing_papers.h"

namespace lantoa::city::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// The city's group of two wards of one name; the plan gives it a task.
class GroupListing : public testing::PaperSite {
 protected:
  GroupListing() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      return testing::person_with(name, 1, {Role::Planner, UnitNo{1}});
    };
    planner = node.sign_in("account/1");
    units.fold(organisation::GroupMade{around_lake, UnitNo{1}, "Quanh hồ", NumberSet{{5, 8}}, {}},
               {});
    node.tell(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch mẫu", {}, {}, {}, {}});
    add_task(1, rule);
  }

  void add_task(std::uint32_t no, const Rule& of) {
    node.tell(TaskAdded{TaskNo{no}, PlanNo{1}, no + 1, "Việc", of, today + 30, {}, {}});
  }
  void issue(std::vector<std::uint32_t> given, std::uint32_t version = 1) {
    node.tell(PlanIssued{PlanNo{1}, "06/KH-UBND", today});
    node.tell(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{std::move(given)}, today + 30,
                               version});
  }
  void change_group(const char* name, std::vector<std::uint32_t> now) {
    units.fold(organisation::GroupChanged{around_lake,
                                          units.group(around_lake).version() + 1,
                                          name,
                                          NumberSet{std::move(now)},
                                          {}},
               {});
  }
  std::vector<GroupList> lists() const {
    GroupLists out(plans, units);
    for (const TaskNo no : plans.plan(PlanNo{1}).tasks) out.add(plans.task(no));
    return out.all();
  }

  static constexpr GroupNo around_lake{1};
  const Rule rule{{}, UnitNo{1}, around_lake};
  std::string planner;
};

TEST_F(GroupListing, ADraftListsTheGroupAsItIsToday) {
  const std::string paper = plan_on_paper();
  EXPECT_THAT(paper, HasSubstr("DANH SÁCH ĐƠN VỊ CỦA NHÓM\n"
                               "Nhóm “Quanh hồ”, tính đến ngày 12/05/2021, có 2 đơn vị:\n"
                               "1|Phường Một|Quận Hòa Bình|5|\n2|Phường Một|Quận Đông|8|\n"));
  change_group("Ven hồ", {6});
  EXPECT_THAT(plan_on_paper(), HasSubstr("Nhóm “Ven hồ”, tính đến ngày 12/05/2021, có 1 đơn vị:\n"
                                         "1|Phường Hai|Quận Hòa Bình|6|\n"));
}

TEST_F(GroupListing, WhatWasGivenListsItAsItWasThenWhateverBecomesOfIt) {
  issue({5, 8});
  change_group("Ven sông", {6, 9});
  units.fold(organisation::UnitClosed{UnitNo{8}, today, "Sáp nhập", {}}, {});
  const std::string paper = plan_on_paper();
  EXPECT_THAT(paper, HasSubstr("Nhóm “Quanh hồ” có 2 đơn vị:\n1|Phường Một|Quận Hòa Bình|5|\n"
                               "2|Phường Một|Quận Đông|8|\n"));
  EXPECT_THAT(paper, Not(HasSubstr("Ven sông")));
}

TEST_F(GroupListing, WhoCameToItByAnAmendmentIsNotOnThePaperAsIssued) {
  issue({5});
  change_group("Quanh hồ", {5, 6, 8});
  node.tell(AssignmentsGiven{TaskNo{1}, AssignmentNo{2}, NumberSet{{6, 8}}, today + 30, 2});
  ASSERT_EQ(lists().size(), 1U);
  EXPECT_THAT(lists()[0].units, ElementsAre(UnitNo{5}, UnitNo{8})) << "8 was in it, and has it";
}

TEST_F(GroupListing, EachGroupStandsOnceForAVersionAndATop) {
  add_task(2, rule);
  add_task(3, {{}, UnitNo{4}, around_lake});
  add_task(4, {{organisation::Kind::Ward}, UnitNo{1}, {}});
  const auto found = lists();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].task, TaskNo{1});
  EXPECT_THAT(found[1].units, ElementsAre(UnitNo{5}));
  EXPECT_THAT(plan_on_paper(), HasSubstr("Nhóm “Quanh hồ” thuộc Quận Hòa Bình, tính đến"));
}

TEST_F(GroupListing, APlanWithoutGroupsHasNoList) {
  node.tell(TaskDropped{TaskNo{1}, 3, {}});
  EXPECT_THAT(lists(), IsEmpty());
  EXPECT_THAT(plan_on_paper(), Not(HasSubstr("DANH SÁCH")));
  EXPECT_THAT(node.get("/ke-hoach/1", planner).body, Not(HasSubstr("nhom-don-vi")));
}

TEST_F(GroupListing, ThePaperOfAnAmendmentListsThoseItNames) {
  issue({5, 8});
  const NewTask added{"Phát tờ gấp", {{}, UnitNo{4}, around_lake}, today + 40, {}, {}};
  AmendmentText text;
  text.reason = "Thêm việc";
  text.tasks = {added};
  node.tell(AmendmentDrafted{AmendmentNo{1}, PlanNo{1}, text, {}});
  EXPECT_THAT(amendment_on_paper(),
              HasSubstr("Nhóm “Quanh hồ” thuộc Quận Hòa Bình, tính đến ngày 12/05/2021, có 1 đơn "
                        "vị:\n1|Phường Một|Quận Hòa Bình|5|\n"));
  EXPECT_THAT(amendment_on_paper(), Not(HasSubstr("Quận Đông"))) << "of the plan's own task";
  text.changes = {{TaskNo{1}, {}, {}, {}, true, false}};
  node.tell(AmendmentChanged{AmendmentNo{1}, 2, text, {}});
  EXPECT_THAT(amendment_on_paper(), HasSubstr("Nhóm “Quanh hồ” có 2 đơn vị:\n"));
}

TEST_F(GroupListing, WhatIsTooLongForPaperIsCounted) {
  paper::Paper paper;
  const GroupList whole{around_lake, 1,
                        UnitNo{1},   TaskNo{1},
                        "Lớn",       std::vector<UnitNo>(group_rows_on_paper_max, UnitNo{5})};
  const GroupList one{around_lake, 2, UnitNo{1}, TaskNo{1}, "Nhỏ", {UnitNo{5}}};
  write_group_lists(paper, {whole, one}, units, today);
  ASSERT_EQ(paper.body.size(), 3U);
  EXPECT_EQ(std::get<paper::Table>(paper.body[1]).rows.size(), group_rows_on_paper_max);
  EXPECT_EQ(std::get<paper::Paragraph>(paper.body[2]).text,
            "Nhóm “Nhỏ” có 1 đơn vị; danh sách quá dài nên không in ở đây, xem ở trang của kế "
            "hoạch.");
}

TEST_F(GroupListing, ThePageOfThePlanListsThemToo) {
  const std::string page = node.get("/ke-hoach/1", planner).body;
  EXPECT_THAT(page, HasSubstr("Danh sách đơn vị của nhóm"));
  EXPECT_THAT(page, HasSubstr("“<span lang=\"vi\">Quanh hồ</span>”: 2 đơn vị"));
  EXPECT_THAT(page, HasSubstr("theo nhóm hôm nay"));
  EXPECT_THAT(page,
              HasSubstr("<li lang=\"vi\">Phường Một <span class=\"soft\">(Quận Đông)</span>"));
  EXPECT_THAT(page, HasSubstr("<p><a href=\"/don-vi/nhom/1\">Xem từng đơn vị"));
  EXPECT_THAT(node.get("/ke-hoach/1", planner, Language::English).body,
              HasSubstr("as the group is today"));
  issue({5, 8});
  EXPECT_THAT(node.get("/ke-hoach/1", planner).body,
              HasSubstr("<p><a href=\"/ke-hoach/1/nhiem-vu/1\">Xem từng đơn vị"));
}

// Of a large group the page names the first and leads to all.
TEST_F(GroupListing, ThePageNamesNoMoreThanItHasRoomFor) {
  std::vector<std::uint32_t> many;
  for (std::uint32_t no = 10; no < 110; ++no) {
    units.fold(organisation::UnitOpened{UnitNo{no},
                                        UnitNo{4},
                                        "Xã " + std::to_string(no),
                                        std::to_string(no),
                                        organisation::Kind::Commune,
                                        {},
                                        {}});
    many.push_back(no);
  }
  change_group("Nhiều", std::move(many));
  const std::string page = node.get("/ke-hoach/1", planner).body;
  EXPECT_THAT(page, HasSubstr("</span>”: 100 đơn vị"));
  EXPECT_THAT(page, HasSubstr("Xã 69"));
  EXPECT_THAT(page, Not(HasSubstr("Xã 70")));
  EXPECT_THAT(page, HasSubstr("Xem đủ danh sách"));
}

}  // namespace
}  // namespace lantoa::city::plan
