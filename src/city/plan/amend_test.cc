// Changing an issued plan: who may, what is refused, and what issuing the change does.
#include "city/plan/testing_amendments.h"

namespace lantoa::city::plan {
namespace {

using AmendmentRules = testing::Amendments;
using FieldNames = std::vector<std::string>;

TEST_F(AmendmentRules, OneIsDraftedAtATimeOfAnIssuedPlanByWhoMayDraftForItsIssuer) {
  EXPECT_EQ(code(draft({}), ward), Code::Forbidden);
  EXPECT_EQ(code(draft({}), leader), Code::Forbidden);
  EXPECT_EQ(code(DraftAmendment{PlanNo{9}, saying({})}, drafter), Code::NotFound);
  given_draft();
  EXPECT_EQ(code(DraftAmendment{PlanNo{2}, saying({})}, drafter), Code::Conflict) << "a draft";
  given(draft({due_on(1, today + 40)}), drafter);
  EXPECT_EQ(last().plan, PlanNo{1});
  EXPECT_EQ(last().version, 1U);
  EXPECT_EQ(last().drafted, today);
  EXPECT_EQ(plans.open_amendment(PlanNo{1}), &last());
  EXPECT_EQ(code(draft({}), second), Code::Conflict) << "one is open";
  EXPECT_EQ(of(1).due, due) << "nothing of the plan has changed";
  EXPECT_EQ(task(1).due, due);
  given(GiveUpAmendment{PlanNo{1}, AmendmentNo{1}, " Không  cần "}, second);
  EXPECT_EQ(last().stage, AmendmentStage::GivenUp);
  EXPECT_EQ(last().given_up, "Không cần");
  EXPECT_EQ(plans.open_amendment(PlanNo{1}), nullptr);
  EXPECT_FALSE(code(draft({}), second)) << "and another may be drafted";
}

TEST_F(AmendmentRules, WhatIsTheSameAsInThePlanChangesNothing) {
  TaskAmendment same = due_on(1, due);
  same.what = " Phổ biến  tới từng người ";
  same.terms = Terms{};
  TaskAmendment other{TaskNo{2}};
  other.what = "Tổng hợp kết quả hằng tuần";
  other.due = due;
  AmendmentDraft text = saying({same, other});
  text.grounds = plans.plan(PlanNo{1}).grounds;
  text.grounds.push_back({"03/2021/TT-BTP", "Thông tư", "Bộ Tư pháp", {}});
  text.grounds.push_back(text.grounds.back());
  given(DraftAmendment{PlanNo{1}, text}, drafter);
  ASSERT_EQ(last().text.changes.size(), 1U);
  EXPECT_EQ(last().text.changes[0].task, TaskNo{2});
  EXPECT_EQ(last().text.changes[0].what, "Tổng hợp kết quả hằng tuần");
  EXPECT_FALSE(last().text.changes[0].due);
  ASSERT_EQ(last().text.grounds.size(), 1U);
  EXPECT_EQ(last().text.grounds[0].number, "03/2021/TT-BTP");
}

TEST_F(AmendmentRules, EveryFaultIsToldAtItsField) {
  TaskAmendment early = due_on(1, today - 1);
  early.what = " ";
  AmendmentDraft text = saying({early, due_on(9, due), due_on(2, due + 1), due_on(2, due + 2)});
  text.reason = "";
  text.grounds = {{"không số", "", "", {}}};
  text.tasks = {{4, "", "không có ai", {}, {}, {}}};
  text.unread.add("due-moi-4", {"Không phải ngày.", "No date."});
  EXPECT_EQ(faults(DraftAmendment{PlanNo{1}, text}, drafter),
            (FieldNames{"due-moi-4", "ly-do", "grounds", "what-viec-1", "due-viec-1", "what-viec-9",
                        "what-viec-2", "what-moi-4", "units-moi-4"}));
  EXPECT_EQ(plans.amendments(), 0U);
}

TEST_F(AmendmentRules, AnOldVersionIsAConflict) {
  given(draft({}), drafter);
  const ChangeAmendment change{PlanNo{1}, AmendmentNo{1}, 1, saying({withdrawn(2)})};
  EXPECT_EQ(code(change, ward), Code::Forbidden);
  given(change, second);
  EXPECT_EQ(last().version, 2U);
  EXPECT_TRUE(last().text.changes[0].withdrawn);
  EXPECT_EQ(code(change, drafter), Code::Conflict);
  EXPECT_EQ(code(ChangeAmendment{PlanNo{1}, AmendmentNo{2}, 2, saying({})}, drafter),
            Code::NotFound);
}

TEST_F(AmendmentRules, ItIsApprovedByWhoWroteNothingOfIt) {
  given(draft({}), drafter);
  EXPECT_EQ(code(ApproveAmendment{PlanNo{1}, AmendmentNo{1}, 1}, leader), Code::Invalid)
      << "it changes nothing";
  given(ChangeAmendment{PlanNo{1}, AmendmentNo{1}, 1, saying({withdrawn(2)})}, drafter);
  const ApproveAmendment approve{PlanNo{1}, AmendmentNo{1}, 2};
  EXPECT_EQ(code(approve, second), Code::Forbidden) << "he may not approve at all";
  Actor writer = leader;
  writer.person = drafter.person;
  EXPECT_EQ(code(approve, writer), Code::Forbidden) << "persons count, not accounts";
  EXPECT_EQ(code(ApproveAmendment{PlanNo{1}, AmendmentNo{1}, 1}, leader), Code::Conflict);
  const IssueAmendment issue{PlanNo{1}, AmendmentNo{1}, "12/KH-HĐPHPBGDPL", today};
  EXPECT_EQ(code(issue, drafter), Code::Conflict) << "not approved";
  given(approve, leader);
  EXPECT_EQ(code(approve, leader), Code::Conflict);
  EXPECT_EQ(code(GiveUpAmendment{PlanNo{1}, AmendmentNo{1}, "x"}, drafter), Code::Conflict);
  given(ChangeAmendment{PlanNo{1}, AmendmentNo{1}, 2, saying({withdrawn(1)})}, drafter);
  EXPECT_EQ(last().stage, AmendmentStage::Draft) << "a change needs a new approval";
  EXPECT_EQ(faults(GiveUpAmendment{PlanNo{1}, AmendmentNo{1}, " "}, drafter),
            FieldNames{fields::words});
}

TEST_F(AmendmentRules, ItsNumberIsAPlansOrADecisionsAndNewAndItsDayIsNotBeforeThePlans) {
  given(draft({withdrawn(2)}), drafter);
  given_approved();
  const auto issue = [&](std::string number, Date on) {
    return IssueAmendment{PlanNo{1}, AmendmentNo{1}, std::move(number), on};
  };
  EXPECT_EQ(code(issue("1092/STP-PBGDPL", today), drafter), Code::Invalid) << "a letter";
  EXPECT_EQ(code(issue("06/KH-HĐPHPBGDPL", today), drafter), Code::Conflict) << "the plan's own";
  EXPECT_EQ(code(issue("12/KH-HĐPHPBGDPL", today + 1), drafter), Code::Invalid);
  EXPECT_EQ(code(issue("12/KH-HĐPHPBGDPL", today - 1), drafter), Code::Invalid);
  EXPECT_EQ(code(issue("12/KH-HĐPHPBGDPL", today), leader), Code::Forbidden);
  EXPECT_FALSE(code(issue("12/QĐ-UBND", today), drafter));
  given(issue("12/kh-hđphpbgdpl", today), drafter);
  EXPECT_EQ(last().number, "12/KH-HĐPHPBGDPL");
  EXPECT_EQ(code(issue("13/KH-HĐPHPBGDPL", today), drafter), Code::Conflict) << "issued once";
  given_draft();
  given(AddTask{PlanNo{2}, "Việc", {organisation::Kind::Ward}, "", due}, drafter);
  given(ApprovePlan{PlanNo{2}, 2}, leader);
  EXPECT_EQ(code(IssuePlan{PlanNo{2}, "12/KH-HĐPHPBGDPL", today}, drafter), Code::Conflict)
      << "no plan takes it either";
}

TEST_F(AmendmentRules, ADeadlineThatHasPassedByTheDayOfIssueIsRefused) {
  given(draft({due_on(1, today + 2)}), drafter);
  given_approved();
  today = today + 3;
  EXPECT_EQ(faults(IssueAmendment{PlanNo{1}, AmendmentNo{1}, "12/KH-HĐPHPBGDPL", today}, drafter),
            FieldNames{fields::on});
  EXPECT_FALSE(
      code(IssueAmendment{PlanNo{1}, AmendmentNo{1}, "12/KH-HĐPHPBGDPL", today - 1}, drafter))
      << "issued yesterday, entered today";
}

TEST_F(AmendmentRules, NoDeadlineLiesAfterThatOfTheTaskAbove) {
  const Actor planner = account(7, {{Role::Planner, UnitNo{3}}});
  const Actor chief = account(8, {{Role::Leader, UnitNo{3}}});
  DraftPlan grown{UnitNo{3}, UnitNo{3}, "Kế hoạch của quận", {}, {}, "", {}, {}};
  grown.parent = AssignmentNo{3};
  grown.tasks = {{"Họp", {{organisation::Kind::Ward}, UnitNo{3}}, due - 5}};
  given(grown, planner);
  given(ApprovePlan{PlanNo{2}, 2}, chief);
  given(IssuePlan{PlanNo{2}, "01/KH-UBND", today}, planner);
  const auto move = [&](Date day) { return DraftAmendment{PlanNo{2}, saying({due_on(3, day)})}; };
  EXPECT_EQ(faults(move(due + 1), planner), FieldNames{"due-viec-3"});
  given(move(due), planner);
  given(ApproveAmendment{PlanNo{2}, AmendmentNo{1}, 1}, chief);
  given(draft({due_on(2, due - 10)}), drafter);
  given(ApproveAmendment{PlanNo{1}, AmendmentNo{2}, 1}, leader);
  given(IssueAmendment{PlanNo{1}, AmendmentNo{2}, "12/KH-HĐPHPBGDPL", today}, drafter);
  EXPECT_EQ(faults(IssueAmendment{PlanNo{2}, AmendmentNo{1}, "02/KH-UBND", today}, planner),
            FieldNames{fields::on})
      << "the one above came nearer meanwhile";
}

TEST_F(AmendmentRules, IssuingChangesWordsTermsGroundsAndRemembersThem) {
  TaskAmendment words{TaskNo{1}};
  words.what = "Phổ biến tới từng hộ";
  words.terms = Terms{"Công chức tư pháp", "", "", "", ""};
  AmendmentDraft text = saying({words});
  text.grounds = {{"03/2021/TT-BTP", "Thông tư", "Bộ Tư pháp", {}}};
  text.tasks = {added("mỗi phường")};
  given(DraftAmendment{PlanNo{1}, text}, drafter);
  given_issued();
  EXPECT_EQ(task(1).what, "Phổ biến tới từng hộ");
  EXPECT_EQ(task(1).terms.doer, "Công chức tư pháp");
  ASSERT_EQ(task(1).earlier.size(), 1U);
  EXPECT_EQ(task(1).earlier[0].what, "Phổ biến tới từng người");
  EXPECT_EQ(task(1).earlier[0].until, AmendmentNo{1});
  const Plan& plan = plans.plan(PlanNo{1});
  EXPECT_EQ(plan.issued_grounds, 1U);
  EXPECT_EQ(plan.grounds.size(), 2U);
  EXPECT_EQ(plan.number, "06/KH-HĐPHPBGDPL");
  EXPECT_EQ(plan.stage, Stage::Issued);
  ASSERT_EQ(plan.tasks.size(), 3U);
  const Task& fresh = plans.task(plan.tasks.back());
  EXPECT_EQ(fresh.what, "In tờ gấp");
  EXPECT_EQ(fresh.added, AmendmentNo{1});
  EXPECT_EQ(last().added, std::vector{fresh.no});
  ASSERT_EQ(fresh.assignments.size(), 2U);
  EXPECT_EQ(plans.assignment(fresh.assignments[0]).unit, UnitNo{4});
  EXPECT_EQ(plans.assignment(fresh.assignments[0]).due, today + 20);
  EXPECT_EQ(of(1).due, due) << "no deadline moved";
  const auto notes = notes_of(plans, of(1));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].note_address, "/ke-hoach/1/sua-doi/1");
  EXPECT_NE(notes[0].note.vi.find("Nội dung theo 12/KH-HĐPHPBGDPL"), std::string::npos);
}

TEST_F(AmendmentRules, WhatIsOpenGetsTheNewDeadlineAndWhatIsDoneStays) {
  given(ReportDone{AssignmentNo{1}, today}, ward);
  given(draft({due_on(1, due - 10)}), drafter);
  today = today + 2;
  given_issued();
  EXPECT_EQ(of(1).due, due);
  EXPECT_EQ(of(2).due, due - 10);
  EXPECT_EQ(task(1).due, due - 10);
  EXPECT_EQ(plans.first_due(AssignmentNo{2}), due);
  EXPECT_EQ(plans.due_on(AssignmentNo{2}, today - 1), due);
  EXPECT_EQ(plans.due_on(AssignmentNo{2}, today), due - 10);
  EXPECT_EQ(plans.due_since(AssignmentNo{2}), today);
  EXPECT_FALSE(plans.due_since(AssignmentNo{1}));
  EXPECT_FALSE(extended_in_words(plans, of(2)));
  EXPECT_EQ(task(1).extended, 0U);
}

TEST_F(AmendmentRules, MoreTimeThatWasGrantedIsKept) {
  given_more_time(1, due + 20);
  given_more_time(2, due + 3);
  EXPECT_EQ(task(1).extended, 2U);
  given(draft({due_on(1, due + 10)}), drafter);
  given_issued();
  EXPECT_EQ(of(1).due, due + 20) << "the later of the two";
  EXPECT_EQ(of(2).due, due + 10);
  EXPECT_EQ(task(1).extended, 1U);
  EXPECT_EQ(task(1).extended_until, due + 20);
  EXPECT_TRUE(extended_in_words(plans, of(1)));
  EXPECT_FALSE(extended_in_words(plans, of(2))) << "it has what everybody has";
  given(draft({due_on(1, due + 5)}), drafter);
  given_issued("13/KH-HĐPHPBGDPL");
  EXPECT_EQ(of(2).due, due + 5) << "what an amendment gave another one takes";
}

TEST_F(AmendmentRules, ARequestUpToTheNewDeadlineIsNotNeededAnyMore) {
  given(AskExtension{AssignmentNo{1}, due + 5, "Mất điện"}, ward);
  given(AskExtension{AssignmentNo{2}, due + 15, "Mất điện"}, second);
  given(draft({due_on(1, due + 10)}), drafter);
  given_issued();
  const Extension& ended = plans.extension(ExtensionNo{1});
  EXPECT_EQ(ended.fate, Extension::Fate::NotNeeded);
  EXPECT_EQ(ended.ended_by, AmendmentNo{1});
  EXPECT_EQ(plans.waiting(), std::set{ExtensionNo{2}});
  const auto late =
      when(DecideExtension{AssignmentNo{1}, ExtensionNo{1}, Verdict::AsAsked, {}, ""}, leader);
  ASSERT_FALSE(late);
  EXPECT_NE(late.error().text.vi.find("sửa đổi"), std::string::npos) << "and not that it is done";
}

TEST_F(AmendmentRules, WhatIsWithdrawnIsNoLongerAskedFor) {
  given(ReportDone{AssignmentNo{1}, today}, ward);
  given(AskExtension{AssignmentNo{2}, due + 5, "Mất điện"}, second);
  given(draft({withdrawn(1)}), drafter);
  given_issued();
  EXPECT_TRUE(of(1).done) << "done stays done";
  EXPECT_FALSE(of(1).withdrawn);
  EXPECT_EQ(of(2).withdrawn, AmendmentNo{1});
  EXPECT_FALSE(of(2).is_open());
  EXPECT_FALSE(of(2).is_late(due + 100));
  EXPECT_EQ(state_in_words(of(2), due + 100).vi, "Đã rút");
  EXPECT_EQ(task(1).withdrawn, AmendmentNo{1});
  EXPECT_EQ(task(1).counted(), 1U);
  EXPECT_EQ(task(1).done, 1U);
  EXPECT_TRUE(plans.waiting().empty());
  EXPECT_EQ(code(ReportDone{AssignmentNo{2}, today}, second), Code::Conflict);
  EXPECT_EQ(code(AskExtension{AssignmentNo{2}, due + 9, "x"}, second), Code::Conflict);
  EXPECT_EQ(withdrawn_in_words(plans, of(2))->vi,
            "Việc này đã rút theo 12/KH-HĐPHPBGDPL ngày " + vietnamese(today) + ".");
  EXPECT_EQ(faults(draft({due_on(1, due + 1)}), drafter), FieldNames{"what-viec-1"})
      << "once withdrawn it is not amended";
}

TEST_F(AmendmentRules, ACopyOfTheListLearnsWhatMovedOrWasWithdrawn) {
  given(ReportDone{AssignmentNo{1}, today}, ward);
  given(draft({due_on(1, due + 5), withdrawn(2)}), drafter);
  given_approved();
  const ledger::Stamp stamp{50, start_of_day(today), {}, {}};
  plans.fold(AmendmentIssued{AmendmentNo{1}, PlanNo{1}, "12/KH-UBND", today, {}}, stamp);
  plans.fold(DeadlinesMoved{AmendmentNo{1}, TaskNo{1}, NumberSet{{1, 2}}, due + 5}, stamp);
  EXPECT_EQ(of(1).due, due) << "what is done stays, whatever a fact says";
  EXPECT_EQ(of(2).due, due + 5);
  const ledger::Stamp next{51, start_of_day(today), {}, {}};
  plans.fold(AssignmentsWithdrawn{AmendmentNo{1}, TaskNo{2}, NumberSet{{3}}}, next);
  const auto& changes = plans.assignment_changes();
  EXPECT_EQ(changes.of(AssignmentNo{1}), 1U);
  EXPECT_EQ(changes.of(AssignmentNo{2}), 50U);
  EXPECT_EQ(changes.of(AssignmentNo{3}), 51U);
}

TEST_F(AmendmentRules, NothingGrowsOutOfWhatIsWithdrawnAndACopyLeavesItOut) {
  given(draft({withdrawn(2)}), drafter);
  given_issued();
  DraftPlan grown{UnitNo{3}, UnitNo{3}, "Kế hoạch của quận", {}, {}, "", {}, {}};
  grown.parent = AssignmentNo{3};
  EXPECT_EQ(code(grown, account(7, {{Role::Planner, UnitNo{3}}})), Code::Conflict);
  given(ClonePlan{PlanNo{1}, "Kế hoạch sau", today}, drafter);
  EXPECT_EQ(plans.plan(PlanNo{2}).tasks.size(), 1U);
}

TEST_F(AmendmentRules, UnitsThatTheRuleReachesOnlyNowAreGivenItWhenTheDrafterSaysSo) {
  open(6, 3, "Phường Ba", organisation::Kind::Ward);
  TaskAmendment reached{TaskNo{1}};
  reached.reached = true;
  given(draft({reached}), drafter);
  open(7, 3, "Phường Bốn", organisation::Kind::Ward);
  given_issued();
  EXPECT_EQ(task(1).assignments.size(), 4U) << "as the tree is on that day";
  EXPECT_EQ(plans.assignment(task(1).assignments.back()).unit, UnitNo{7});
  EXPECT_EQ(plans.assignment(task(1).assignments.back()).due, due);
  EXPECT_EQ(task(2).assignments.size(), 1U);
}

TEST_F(AmendmentRules, NewUnitsAreNotGivenWhatIsOverdueAlready) {
  open(6, 3, "Phường Ba", organisation::Kind::Ward);
  today = due + 1;
  TaskAmendment reached{TaskNo{1}};
  reached.reached = true;
  EXPECT_EQ(faults(draft({reached}), drafter), FieldNames{"due-viec-1"});
  reached.due = today + 5;
  EXPECT_FALSE(code(draft({reached}), drafter));
}

}  // namespace
}  // namespace lantoa::city::plan
