// Tasks that are given to a group of units: which groups, to whom on the day of issue, and that
// nothing of an issued plan moves when the group does.
#include <gmock/gmock.h>

#include "city/plan/group_words.h"
#include "city/plan/papers.h"
#include "city/plan/rule_words.h"
#include "city/plan/task_file.h"
#include "city/plan/testing_amendments.h"

namespace lantoa::city::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Beside the two wards of Quận Mẫu another district with a ward.
class GroupTasks : public testing::Plans {
 protected:
  GroupTasks() {
    open(6, 1, "Quận Khác", organisation::Kind::UrbanDistrict);
    open(7, 6, "Phường Ba", organisation::Kind::Ward);
  }

  GroupNo group(std::string name, std::vector<std::uint32_t> units, std::uint32_t owner = 1) {
    const GroupNo no{tree.groups() + 1};
    tree.fold(
        organisation::GroupMade{
            no, UnitNo{owner}, std::move(name), NumberSet{std::move(units)}, {}},
        ledger::Stamp{1, start_of_day(today), {}, {}});
    return no;
  }
  void change(GroupNo no, std::string name, std::vector<std::uint32_t> units) {
    tree.fold(
        organisation::GroupChanged{
            no, tree.group(no).version() + 1, std::move(name), NumberSet{std::move(units)}, {}},
        {});
  }
  void end(GroupNo no) {
    tree.fold(organisation::GroupEnded{no, "Không dùng nữa", {}},
              ledger::Stamp{2, start_of_day(today), {}, {}});
  }
  void close(std::uint32_t unit) {
    tree.fold(organisation::UnitClosed{UnitNo{unit}, today, "Nhập", {}}, {});
  }
  AddTask to_group(GroupNo no, std::uint32_t of_plan = 1) const {
    AddTask out{PlanNo{of_plan}, "Phát tờ gấp", {}, "", today + 30};
    out.group = no;
    return out;
  }
  void given_district_draft() {
    given(DraftPlan{UnitNo{3}, UnitNo{3}, "Của quận", Audience::Everybody, {}, ""}, drafter);
  }
  void given_issued(std::uint32_t plan = 1) {
    const PlanNo no{plan};
    given(ApprovePlan{no, plans.plan(no).version}, leader);
    given(IssuePlan{no, std::to_string(plan) + "/KH-UBND", today}, drafter);
  }
  std::vector<std::uint32_t> units_with(std::uint32_t task) const {
    std::vector<std::uint32_t> out;
    for (const AssignmentNo no : plans.task(TaskNo{task}).assignments) {
      out.push_back(plans.assignment(no).unit.value);
    }
    return out;
  }
  std::string shown(std::uint32_t task) const {
    return describe(plans.task(TaskNo{task}), tree).vi;
  }
};

TEST_F(GroupTasks, ItsUnitsAreTheMembersOnTheDayOfIssue) {
  const GroupNo lake = group("Quanh hồ", {4, 5, 7});
  given_draft();
  given(to_group(lake), drafter);
  EXPECT_EQ(plans.task(TaskNo{1}).rule, (Rule{{}, UnitNo{1}, lake}));
  EXPECT_EQ(shown(1), "Nhóm “Quanh hồ” (3 đơn vị)");
  close(5);
  EXPECT_EQ(shown(1), "Nhóm “Quanh hồ” (2 đơn vị)") << "a draft shows those of today";
  change(lake, "Ven hồ", {3, 4, 5});
  EXPECT_EQ(shown(1), "Nhóm “Ven hồ” (2 đơn vị)");
  given_issued();
  EXPECT_THAT(units_with(1), ElementsAre(3U, 4U));
  EXPECT_EQ(plans.task(TaskNo{1}).group_version, 2U);
}

TEST_F(GroupTasks, AfterIssueNothingOfThePlanMovesWithTheGroup) {
  const GroupNo lake = group("Quanh hồ", {4, 7});
  given_draft();
  given(to_group(lake), drafter);
  given_issued();
  change(lake, "Tên khác", {3, 5});
  end(lake);
  EXPECT_THAT(units_with(1), ElementsAre(4U, 7U));
  EXPECT_EQ(shown(1), "Nhóm “Quanh hồ” (2 đơn vị)");
  const Task& task = plans.task(TaskNo{1});
  EXPECT_EQ(lead_on_paper(task.rule, task.group_version, {}, tree),
            "Các đơn vị trong nhóm “Quanh hồ”");
}

TEST_F(GroupTasks, APlanUsesGroupsOfItsScopeAndAbove) {
  const GroupNo of_city = group("Quanh hồ", {4, 7});
  const GroupNo of_district = group("Của quận", {4}, 3);
  const GroupNo of_other = group("Quận khác", {7}, 6);
  const GroupNo elsewhere = group("Phía kia", {7});
  given_draft();
  given_district_draft();
  for (const GroupNo no : {of_other, of_district, GroupNo{9}}) {
    EXPECT_EQ(when(to_group(no), drafter).error().field, "nhom") << no.value;
  }
  EXPECT_THAT(when(to_group(of_district), drafter).error().text.vi, HasSubstr("là của Quận Mẫu"));
  EXPECT_TRUE(when(to_group(of_district, 2), drafter));
  EXPECT_THAT(when(to_group(elsewhere, 2), drafter).error().text.vi,
              HasSubstr("không có đơn vị nào đang hoạt động thuộc Quận Mẫu"));
  given(to_group(of_city, 2), drafter);
  EXPECT_EQ(shown(1), "Nhóm “Quanh hồ” (1 đơn vị) thuộc Quận Mẫu");
  given_issued(2);
  EXPECT_THAT(units_with(1), ElementsAre(4U)) << "the rest lies beyond the plan's scope";
}

TEST_F(GroupTasks, NothingIsGivenToAGroupThatHasEnded) {
  const GroupNo lake = group("Quanh hồ", {4, 7});
  given_draft();
  given(to_group(lake), drafter);
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  end(lake);
  EXPECT_EQ(when(to_group(lake), drafter).error().field, "nhom");
  const auto refused = when(IssuePlan{PlanNo{1}, "1/KH-UBND", today}, drafter);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Conflict);
  EXPECT_THAT(refused.error().text.vi, HasSubstr("Nhiệm vụ “Phát tờ gấp”: Nhóm “Quanh hồ” đã kết"));
  EXPECT_EQ(shown(1), "Nhóm “Quanh hồ” (2 đơn vị; nhóm đã kết thúc)");
}

TEST_F(GroupTasks, AGroupWithoutAnOpenUnitKeepsThePlanFromBeingIssued) {
  const GroupNo lake = group("Quanh hồ", {4});
  given_draft();
  given(to_group(lake), drafter);
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  close(4);
  const auto refused = when(IssuePlan{PlanNo{1}, "1/KH-UBND", today}, drafter);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text.vi, HasSubstr("không có đơn vị nào đang hoạt động"));
}

TEST_F(GroupTasks, ACopyTakesTheGroupAlongAndAnEndedOneHasToBeReplaced) {
  const GroupNo lake = group("Quanh hồ", {4, 7});
  given_draft();
  given(to_group(lake), drafter);
  given_issued();
  change(lake, "Ven hồ", {5});
  given(ClonePlan{PlanNo{1}, "Đợt hai", today}, drafter);
  EXPECT_EQ(shown(2), "Nhóm “Ven hồ” (1 đơn vị)");
  end(lake);
  given(ClonePlan{PlanNo{1}, "Đợt ba", today}, drafter);
  EXPECT_THAT(shown(3), HasSubstr("nhóm đã kết thúc"));
  given(ApprovePlan{PlanNo{3}, 2}, leader);
  EXPECT_EQ(when(IssuePlan{PlanNo{3}, "3/KH-UBND", today}, drafter).error().code, Code::Conflict);
}

TEST_F(GroupTasks, AnAmendmentReachesThoseWhoCameToTheGroup) {
  const GroupNo lake = group("Quanh hồ", {4});
  given_draft();
  given(to_group(lake), drafter);
  given_issued();
  change(lake, "Ven hồ", {4, 7});
  TaskAmendment reach{TaskNo{1}};
  reach.reached = true;
  EXPECT_THAT(effect_of(plans, tree, reach).reached, ElementsAre(UnitNo{7}));
  AmendmentDraft draft{"Thêm phường", {}, {reach}, {}, {}};
  AmendmentDraft::Added added{1, "Họp dân", "", {}, today + 20, {}};
  added.group = lake;
  draft.tasks = {added};
  given(DraftAmendment{PlanNo{1}, draft}, drafter);
  given(ApproveAmendment{PlanNo{1}, AmendmentNo{1}, 1}, leader);
  given(IssueAmendment{PlanNo{1}, AmendmentNo{1}, "12/KH-UBND", today}, drafter);
  EXPECT_THAT(units_with(1), ElementsAre(4U, 7U));
  EXPECT_EQ(plans.task(TaskNo{1}).group_version, 1U) << "the paper stays as it was issued";
  EXPECT_THAT(units_with(2), ElementsAre(4U, 7U));
  EXPECT_EQ(plans.task(TaskNo{2}).group_version, 2U);
  change(lake, "Ven hồ", {4, 5, 7});
  end(lake);
  EXPECT_THAT(effect_of(plans, tree, reach).reached, ElementsAre()) << "it has ended";
}

TEST_F(GroupTasks, AnAmendmentGivesNothingToAGroupThatHasEnded) {
  const GroupNo lake = group("Quanh hồ", {4});
  given_draft();
  given(to_group(lake), drafter);
  given_issued();
  AmendmentDraft draft{"Thêm việc", {}, {}, {}, {}};
  draft.tasks = {{1, "Họp dân", "nhóm Quanh hồ", {}, today + 20, {}}};
  given(DraftAmendment{PlanNo{1}, draft}, drafter);
  given(ApproveAmendment{PlanNo{1}, AmendmentNo{1}, 1}, leader);
  end(lake);
  EXPECT_EQ(
      when(IssueAmendment{PlanNo{1}, AmendmentNo{1}, "12/KH-UBND", today}, drafter).error().field,
      "nhom");
  EXPECT_EQ(when(ChangeAmendment{PlanNo{1}, AmendmentNo{1}, 1, draft}, drafter)
                .error()
                .details.at(0)
                .field,
            "units-moi-1");
}

TEST_F(GroupTasks, AnAmendmentDoesNotReachForAGroupThatHasEnded) {
  const GroupNo lake = group("Quanh hồ", {4});
  given_draft();
  given(to_group(lake), drafter);
  given_issued();
  change(lake, "Quanh hồ", {4, 7});
  TaskAmendment reach{TaskNo{1}};
  reach.reached = true;
  const AmendmentDraft draft{"Thêm phường", {}, {reach}, {}, {}};
  given(DraftAmendment{PlanNo{1}, draft}, drafter);
  given(ApproveAmendment{PlanNo{1}, AmendmentNo{1}, 1}, leader);
  end(lake);
  const auto refused =
      when(IssueAmendment{PlanNo{1}, AmendmentNo{1}, "12/KH-UBND", today}, drafter);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text.vi, HasSubstr("Nhiệm vụ “Phát tờ gấp”: Nhóm “Quanh hồ” đã kết"));
  EXPECT_EQ(when(ChangeAmendment{PlanNo{1}, AmendmentNo{1}, 1, draft}, drafter)
                .error()
                .details.at(0)
                .field,
            "don-vi-moi-viec-1");
}

TEST_F(GroupTasks, ALedgerFromBeforeReadsAsItDid) {
  const std::string rule = R"({"task":1,"plan":1,"version":2,"what":"Họp","rule":)"
                           R"({"kinds":["Ward"],"top":1},"due":"2021-06-01"})";
  const auto task = lantoa::decode<TaskAdded>(rule);
  ASSERT_TRUE(task);
  EXPECT_FALSE(task->rule.group);
  EXPECT_EQ(lantoa::encode(*task), rule);
  const std::string given = R"({"task":1,"first":1,"units":"4-5","due":"2021-06-01"})";
  const auto fact = lantoa::decode<AssignmentsGiven>(given);
  ASSERT_TRUE(fact);
  EXPECT_EQ(lantoa::encode(*fact), given);
}

class GroupWords : public GroupTasks {
 protected:
  Result<Rule> read(std::string_view cell, std::uint32_t scope = 1) const {
    return RuleWords(tree, UnitNo{scope}).read(cell);
  }
  std::string refused(std::string_view cell, std::uint32_t scope = 1) const {
    const auto rule = read(cell, scope);
    EXPECT_FALSE(rule) << cell;
    if (rule) return {};
    EXPECT_EQ(rule.error().field, "units");
    return rule.error().text.vi;
  }
};

TEST_F(GroupWords, NameAGroup) {
  const GroupNo lake = group("Các phường quanh hồ", {4, 7});
  for (const char* cell :
       {"nhóm Các phường quanh hồ", "Nhóm “các phường  quanh hồ”", "NHÓM \"Các phường quanh hồ\"",
        "nhóm Các phường quanh hồ (2 đơn vị)", "group Các phường quanh hồ", "nhóm số 1"}) {
    const auto rule = read(cell);
    ASSERT_TRUE(rule) << cell << ": " << rule.error().text.en;
    EXPECT_EQ(*rule, (Rule{{}, UnitNo{1}, lake})) << cell;
  }
  EXPECT_EQ(read("nhóm Các phường quanh hồ thuộc Quận Khác").value(), (Rule{{}, UnitNo{6}, lake}));
  EXPECT_EQ(read("nhóm Các phường quanh hồ", 3).value(), (Rule{{}, UnitNo{3}, lake}));
  EXPECT_EQ(read("Mọi phường").value(), (Rule{{organisation::Kind::Ward}, UnitNo{1}, {}}));
}

TEST_F(GroupWords, AreWhatThePlanAndTheFormSay) {
  const GroupNo lake = group("Quanh hồ (2 đơn vị)", {4, 7});
  group("Ven hồ", {4});
  const GroupNo twin = group("Ven hồ", {4}, 3);
  for (const Rule& rule : {Rule{{}, UnitNo{1}, lake}, Rule{{}, UnitNo{3}, lake}}) {
    EXPECT_EQ(read(describe(rule, tree).vi).value(), rule) << describe(rule, tree).vi;
    EXPECT_EQ(read(write_group_words(tree, UnitNo{1}, rule)).value(), rule);
    EXPECT_EQ(read_choice(write_choice(rule), rule.top).value(), rule);
  }
  const Rule of_twin{{}, UnitNo{3}, twin};
  EXPECT_EQ(write_group_words(tree, UnitNo{3}, of_twin), "nhóm số 3");
  EXPECT_EQ(read("nhóm số 3", 3).value(), of_twin);
}

TEST_F(GroupWords, AreRefusedWhereNoGroupOrSeveralFit) {
  const GroupNo lake = group("Quanh hồ", {4});
  group("Quanh hồ", {4}, 3);
  group("Của quận khác", {7}, 6);
  EXPECT_THAT(refused("nhóm Không có"), HasSubstr("Không có nhóm “Không có”"));
  EXPECT_THAT(refused("nhóm Của quận khác"), HasSubstr("Không có nhóm"));
  EXPECT_THAT(refused("nhóm số 3"), HasSubstr("Không có nhóm"));
  EXPECT_THAT(refused("nhóm Quanh hồ", 3),
              HasSubstr("“nhóm số 1” (Thành phố Mẫu), “nhóm số 2” (Quận Mẫu)"));
  EXPECT_THAT(refused("nhóm"), HasSubstr("Không hiểu đơn vị"));
  end(lake);
  EXPECT_THAT(refused("nhóm Quanh hồ"), HasSubstr("đã kết thúc ngày 12/05/2021"));
}

TEST_F(GroupWords, StandInAFileAndItsTwinsAreKnownByTheirUnits) {
  group("Cả hai phường", {4, 5}, 3);
  given_district_draft();
  const auto bring_in = [&](const std::string& rows) {
    auto command = read_tasks("việc,đơn vị thực hiện,hạn\n" + rows);
    EXPECT_TRUE(command);
    command->plan = PlanNo{1};
    command->seen_version = plans.plan(PlanNo{1}).version;
    return when(*command, drafter);
  };
  const auto twin = bring_in("Họp,nhóm Cả hai phường,30/06/2021\nHọp,mỗi phường,30/06/2021\n");
  ASSERT_FALSE(twin);
  ASSERT_EQ(twin.error().details.size(), 1U);
  EXPECT_EQ(twin.error().details[0].row, 3U);
  const auto one = bring_in("Họp,nhóm Cả hai phường,30/06/2021\n");
  ASSERT_TRUE(one) << one.error().text.en;
  EXPECT_THAT(one->facts.at(0).body, HasSubstr(R"("rule":{"kinds":[],"top":3,"group":1})"));
}

}  // namespace
}  // namespace lantoa::city::plan
