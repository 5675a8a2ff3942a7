// Plans and units that are closed: nothing new goes to them, what they were given stays and is seen
// by those above them.
#include <gmock/gmock.h>

#include "city/plan/plan.h"
#include "city/plan/proposal.h"
#include "city/plan/rule_words.h"
#include "city/plan/testing_plans.h"
#include "city/plan/testing_site.h"
#include "city/testing.h"
#include "city/testing_programs.h"

namespace lantoa::city::plan {
namespace {

using ::testing::HasSubstr;

organisation::UnitClosed closed(std::uint32_t unit, Date on) {
  return {UnitNo{unit}, on, "Sáp nhập", {}};
}

class PlansOfClosedUnits : public testing::Plans {
 protected:
  void close(std::uint32_t unit) { tree.fold(closed(unit, today - 1), ledger::Stamp{}); }
  AddTask task_of(std::string code) const {
    return {PlanNo{1}, "In tờ gấp", {}, std::move(code), today + 30};
  }
  // The council's, of today.
  void given_issued() {
    given_draft();
    given_task();
    given(ApprovePlan{PlanNo{1}, 2}, leader);
    given(IssuePlan{PlanNo{1}, "06/KH-UBND", today}, drafter);
  }
  static DraftAmendment with_ground(const char* number) {
    return {PlanNo{1}, {"Có hướng dẫn mới", {{number, "Thông tư", "Bộ Tư pháp", {}}}, {}, {}, {}}};
  }
  void given_approved(std::uint32_t amendment, const char* ground) {
    given(with_ground(ground), drafter);
    given(ApproveAmendment{PlanNo{1}, AmendmentNo{amendment}, 1}, leader);
  }
  std::vector<std::uint32_t> units_of_task(std::uint32_t no) const {
    std::vector<std::uint32_t> out;
    for (const AssignmentNo one : plans.task(TaskNo{no}).assignments) {
      out.push_back(plans.assignment(one).unit.value);
    }
    return out;
  }
};

TEST_F(PlansOfClosedUnits, ATaskByRuleLeavesThemOutWhenItIsIssued) {
  given_draft();
  given_task();
  EXPECT_EQ(units_of(tree, plans.task(TaskNo{1}).rule).size(), 2U);
  close(4);
  EXPECT_EQ(units_of(tree, plans.task(TaskNo{1}).rule), std::vector{UnitNo{5}})
      << "what a draft shows";
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  EXPECT_EQ(units_of_task(1), std::vector<std::uint32_t>{5});
}

TEST_F(PlansOfClosedUnits, NoTaskForOneThatIsClosed) {
  given_draft();
  close(4);
  const auto refused = when(task_of("4"), drafter);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "code");
  EXPECT_THAT(refused.error().text.vi, HasSubstr("Phường Một đã dừng hoạt động từ 12/05/2021"));
  EXPECT_TRUE(when(task_of("5"), drafter));
}

TEST_F(PlansOfClosedUnits, ATaskThatReachesNobodyAnyMoreKeepsThePlanFromBeingIssued) {
  given_draft();
  given(task_of("4"), drafter);
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  close(4);
  const auto refused = when(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Conflict);
  EXPECT_THAT(refused.error().text.vi, HasSubstr("In tờ gấp"));
  EXPECT_THAT(refused.error().text.vi, HasSubstr("Phường Một đã dừng hoạt động từ 12/05/2021"));
}

TEST_F(PlansOfClosedUnits, AClosedUnitIssuesNoPlan) {
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  close(2);
  EXPECT_EQ(when(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter).error().field, "issuer");
  EXPECT_EQ(when(DraftPlan{UnitNo{2}, UnitNo{1}, "Kế hoạch", {}, {}, ""}, drafter).error().field,
            "issuer");
}

// What it planned goes on, and with it the need to change it: the next open unit above does that
// under its own name and with its own numbers.
TEST_F(PlansOfClosedUnits, WhatTheyPlannedIsAmendedByTheUnitAbove) {
  given_issued();
  const Actor planner = account(8, {{Role::Planner, UnitNo{2}}});
  const Actor head = account(9, {{Role::Leader, UnitNo{2}}});
  ASSERT_TRUE(when(with_ground("03/2021/TT-BTP"), planner)) << "while it is open";
  close(2);
  EXPECT_EQ(when(with_ground("03/2021/TT-BTP"), planner).error().code, Code::Forbidden);
  given(with_ground("03/2021/TT-BTP"), drafter);
  const ApproveAmendment approve{PlanNo{1}, AmendmentNo{1}, 1};
  EXPECT_EQ(when(approve, head).error().code, Code::Forbidden);
  EXPECT_FALSE(may_approve(plans.plan(PlanNo{1}), plans.amendment(AmendmentNo{1}), tree, head));
  given(approve, leader);
  const auto issue = [](std::uint32_t no, const char* number, Date on) {
    return IssueAmendment{PlanNo{1}, AmendmentNo{no}, number, on};
  };
  EXPECT_EQ(when(issue(1, "07/KH-UBND", today), planner).error().code, Code::Forbidden);
  EXPECT_TRUE(when(issue(1, "06/KH-UBND", today), drafter)) << "that number was the council's";
  const auto issued = when(issue(1, "07/KH-UBND", today), drafter);
  ASSERT_TRUE(issued);
  EXPECT_EQ(lantoa::decode<AmendmentIssued>(issued->facts.front().body)->issuer, UnitNo{1});
  given(issue(1, "07/KH-UBND", today), drafter);
  EXPECT_EQ(plans.amendment(AmendmentNo{1}).issuer, UnitNo{1});
  given_approved(2, "04/2021/TT-BTP");
  EXPECT_EQ(when(issue(2, "07/KH-UBND", today), drafter).error().field, "number");
  given(issue(2, "08/KH-UBND", today), drafter);
  // The unit above has used that number, for whatever it issues.
  given(DraftPlan{UnitNo{1}, UnitNo{1}, "Kế hoạch của thành phố", {}, {}, ""}, drafter);
  given(AddTask{PlanNo{2}, "Họp dân", {}, "5", today + 30}, drafter);
  given(ApprovePlan{PlanNo{2}, 2}, leader);
  EXPECT_EQ(when(IssuePlan{PlanNo{2}, "08/KH-UBND", today}, drafter).error().field, "number");
  EXPECT_TRUE(when(IssuePlan{PlanNo{2}, "06/KH-UBND", today}, drafter));
}

TEST_F(PlansOfClosedUnits, WhatTheyAmendedByTheirLastDayIsTheirOwn) {
  given_issued();
  given_approved(1, "03/2021/TT-BTP");
  tree.fold(closed(2, today), ledger::Stamp{});
  const IssueAmendment issue{PlanNo{1}, AmendmentNo{1}, "07/KH-UBND", today};
  const auto issued = when(issue, drafter);
  ASSERT_TRUE(issued);
  EXPECT_EQ(issued->facts.front().body.find("issuer"), std::string::npos);
  given(issue, drafter);
  EXPECT_EQ(plans.amendment(AmendmentNo{1}).issuer, UnitNo{2});
}

TEST_F(PlansOfClosedUnits, WhatTheyWereGivenStaysAndIsReportedByThoseAbove) {
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  close(4);
  EXPECT_EQ(units_of_task(1), (std::vector<std::uint32_t>{4, 5}));
  const Actor district = account(9, {{Role::UnitOfficer, UnitNo{3}}});
  EXPECT_TRUE(when(ReportDone{AssignmentNo{1}, today}, district));
}

TEST_F(PlansOfClosedUnits, TextsThatNameThemFindNoUnit) {
  close(4);
  EXPECT_TRUE(UnitNames(tree).find("Phường Một").empty());
  const auto read = RuleWords(tree, UnitNo{1}).read("4");
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().text.vi, HasSubstr("đã dừng hoạt động"));
}

// account/1 plans over the city, account/2 works for district 4, account/3 is an auditor of it.
struct WorkOfClosedUnits : testing::PlanSite {
  WorkOfClosedUnits() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      const auto no = static_cast<std::uint32_t>(name.back() - '0');
      return testing::person_with(name, no,
                                  no == 1   ? Grant{Role::Planner, UnitNo{1}}
                                  : no == 2 ? Grant{Role::UnitOfficer, UnitNo{4}}
                                            : Grant{Role::Auditor, UnitNo{4}});
    };
    node.tell(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    node.tell(TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp dân", {{}, UnitNo{4}}, today + 30, {}});
    node.tell(PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 5});
    node.tell(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{5, 6, 8}}, today + 30});
  }
  std::vector<std::uint64_t> listed(const std::string& query, const std::string& account) {
    const json::Value answer = programs.read("/assignments" + query, account);
    std::vector<std::uint64_t> out;
    for (const json::Value& one : answer.find("assignments")->list) {
      out.push_back(one.find("unit")->integer);
    }
    return out;
  }
  using Units = std::vector<std::uint64_t>;

  city::testing::Programs programs{node};
};

TEST_F(WorkOfClosedUnits, FallsToTheUnitAbove) {
  const std::string district = node.sign_in("account/2");
  EXPECT_THAT(node.get("/nhiem-vu", district).body, HasSubstr("Không còn việc nào chưa xong"));
  EXPECT_TRUE(listed("", "account/2").empty());
  units.fold(closed(5, today - 1), ledger::Stamp{});
  const std::string list = node.get("/nhiem-vu", district).body;
  EXPECT_THAT(list, HasSubstr("Phường Một"));
  EXPECT_THAT(list, HasSubstr("dừng hoạt động từ 12/05/2021"));
  EXPECT_EQ(listed("", "account/2"), Units{5});
  const json::Value copy = programs.read("/assignments?changed_after=0", "account/2");
  EXPECT_EQ(copy.find("changes")->find("units")->list.size(), 2U)
      << "so a copy from before begins anew";
}

TEST_F(WorkOfClosedUnits, AreCountedBeforeTheyAreClosed) {
  node.tell(PlanDrafted{PlanNo{2}, UnitNo{5}, UnitNo{5}, "Bản nháp", {}, {}, {}, {}});
  node.tell(TaskAdded{TaskNo{2}, PlanNo{2}, 2, "Chỉ phường này", {{}, UnitNo{5}}, today + 9, {}});
  std::vector<UnitTie> ties;
  for (const auto& add : node.app.unit_ties) add(UnitNo{5}, ties);
  ASSERT_EQ(ties.size(), 3U);
  for (const UnitTie& tie : ties) {
    EXPECT_EQ(tie.count, 1U) << tie.what.en;
    EXPECT_FALSE(tie.blocks) << tie.what.en;
  }
}

TEST_F(WorkOfClosedUnits, WhoReportsForNobodyListsWhatHeSees) {
  EXPECT_EQ(listed("", "account/3"), (Units{5, 6})) << "an auditor of the district";
  EXPECT_EQ(listed("?unit=5", "account/3"), Units{5});
  EXPECT_EQ(programs.get("/assignments?unit=8", "account/3").status, 403);
  EXPECT_EQ(listed("?plan=1", "account/3"), (Units{5, 6, 8})) << "as the page of the plan shows";
  EXPECT_EQ(listed("?plan=1&state=done", "account/3"), Units{});
  EXPECT_EQ(listed("?plan=1&changed_after=0", "account/3"), (Units{5, 6, 8}));
  EXPECT_EQ(programs.get("/assignments?plan=9", "account/3").status, 404);
  node.tell(AssignmentDone{AssignmentNo{2}, today});
  const std::string after = std::to_string(node.engine.head().seq - 1);
  EXPECT_EQ(listed("?changed_after=" + after, "account/3"), Units{6});
}

}  // namespace
}  // namespace lantoa::city::plan
