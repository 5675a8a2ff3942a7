#include <gtest/gtest.h>

#include "city/plan/testing_plans.h"

namespace lantoa::city::plan {
namespace {

using organisation::Kind;
using testing::Plans;

TEST_F(Plans, ARuleBecomesOneAssignmentAUnit) {
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "6/KH-HĐPHPBGDPL", today}, drafter);
  EXPECT_EQ(plans.plan(PlanNo{1}).number, "06/KH-HĐPHPBGDPL");
  ASSERT_EQ(plans.assignments(), 2U);
  EXPECT_EQ(plans.of_unit(UnitNo{4}), std::vector{AssignmentNo{1}});
  EXPECT_EQ(plans.of_unit(UnitNo{5}), std::vector{AssignmentNo{2}});
  EXPECT_FALSE(plans.assignment(AssignmentNo{1}).is_late(today + 30));
  EXPECT_TRUE(plans.assignment(AssignmentNo{1}).is_late(today + 31));
  given(ReportDone{AssignmentNo{1}, today}, ward);
  EXPECT_FALSE(plans.assignment(AssignmentNo{1}).is_late(today + 31));
  EXPECT_EQ(plans.task(TaskNo{1}).done, 1U);
}

TEST_F(Plans, WhoeverWroteItCannotApproveIt) {
  given_draft();
  given_task();
  Actor both = drafter;
  both.grants.push_back({Role::Leader, UnitNo{1}});
  EXPECT_EQ(when(ApprovePlan{PlanNo{1}, 2}, both).error().code, Code::Forbidden);
  // A second account of the same person is the same person.
  Actor second_account = leader;
  second_account.person = drafter.person;
  EXPECT_EQ(when(ApprovePlan{PlanNo{1}, 2}, second_account).error().code, Code::Forbidden);
  EXPECT_EQ(when(ApprovePlan{PlanNo{1}, 2}, Actor::system("x")).error().code, Code::Forbidden);
  EXPECT_TRUE(when(ApprovePlan{PlanNo{1}, 2}, leader));
}

TEST_F(Plans, AChangeAfterApprovalNeedsANewApproval) {
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(ChangePlan{PlanNo{1}, 2, "Tên khác", Audience::KeyOfficials, {}}, drafter);
  EXPECT_EQ(when(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter).error().code,
            Code::Conflict);
  EXPECT_EQ(when(ApprovePlan{PlanNo{1}, 2}, leader).error().code, Code::Conflict) << "stale page";
  EXPECT_TRUE(when(ApprovePlan{PlanNo{1}, 3}, leader));
}

TEST_F(Plans, TwoWritersDoNotOverwriteEachOther) {
  given_draft();
  given(ChangePlan{PlanNo{1}, 1, "Một", Audience::Everybody, {}}, drafter);
  EXPECT_EQ(when(ChangePlan{PlanNo{1}, 1, "Hai", Audience::Everybody, {}}, drafter).error().code,
            Code::Conflict);
}

TEST_F(Plans, RightsHoldOverTheirSubtreeOnly) {
  Actor elsewhere = account(9, {{Role::Planner, UnitNo{3}}});
  const DraftPlan draft{UnitNo{2}, UnitNo{1}, "x", Audience::Everybody, {}, ""};
  EXPECT_EQ(when(draft, elsewhere).error().code, Code::Forbidden);
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  EXPECT_EQ(when(ReportDone{AssignmentNo{2}, today}, ward).error().code, Code::Forbidden);
}

TEST_F(Plans, APlanReadFromATextIsOneDecision) {
  DraftPlan draft{UnitNo{2}, UnitNo{1}, "Về chợ", Audience::Everybody, {}, "blob", {}, {}};
  draft.forms = {Form::Loudspeakers, Form::Meetings, Form::Meetings};
  draft.tasks = {{"Tập huấn", {{}, UnitNo{3}}, today + 1},
                 {"Phổ biến", {{Kind::Ward}, UnitNo{1}}, today}};
  given(draft, drafter);
  const Plan& plan = plans.plan(PlanNo{1});
  EXPECT_EQ(plan.forms, (std::vector{Form::Meetings, Form::Loudspeakers}));
  EXPECT_EQ(plan.tasks, (std::vector{TaskNo{1}, TaskNo{2}}));
  EXPECT_EQ(plan.version, 3U);
  EXPECT_EQ(plans.task(TaskNo{2}).what, "Phổ biến");
  // The person who confirmed what was read is a writer like any other.
  Actor both = drafter;
  both.grants.push_back({Role::Leader, UnitNo{1}});
  EXPECT_EQ(when(ApprovePlan{PlanNo{1}, 3}, both).error().code, Code::Forbidden);
  EXPECT_TRUE(when(ApprovePlan{PlanNo{1}, 3}, leader));
}

TEST_F(Plans, OneBadTaskMeansNoPlanAndEveryFaultIsNamed) {
  DraftPlan draft{UnitNo{2}, UnitNo{1}, "Về chợ", Audience::Everybody, {}, "", {}, {}};
  draft.tasks = {{"Tập huấn", {{}, UnitNo{3}}, today},
                 {"", {{Kind::Ward}, UnitNo{1}}, today},
                 {"Phổ biến", {{Kind::Commune}, UnitNo{1}}, today},
                 {"Báo cáo", {{Kind::Ward}, UnitNo{1}}, today - 1}};
  const auto refused = when(draft, drafter);
  ASSERT_FALSE(refused);
  std::vector<std::string> faults;
  for (const Detail& one : refused.error().details) {
    faults.push_back(std::to_string(one.row) + " " + one.field);
  }
  EXPECT_EQ(faults, (std::vector<std::string>{"2 what", "3 units", "4 due"}));
}

TEST_F(Plans, FormsChangeWithThePlanAndStayWhenNotNamed) {
  DraftPlan draft{UnitNo{2}, UnitNo{1}, "Về chợ", Audience::Everybody, {}, "", {Form::Press}, {}};
  given(draft, drafter);
  given(ChangePlan{PlanNo{1}, 1, "Về chợ", Audience::Everybody, {}, {}}, drafter);
  EXPECT_EQ(plans.plan(PlanNo{1}).forms, std::vector{Form::Press});
  given(ChangePlan{PlanNo{1}, 2, "Về chợ", Audience::Everybody, {}, std::vector<Form>{}}, drafter);
  EXPECT_TRUE(plans.plan(PlanNo{1}).forms.empty());
}

TEST_F(Plans, ANumberIsNewForItsIssuerAndYear) {
  const auto issue = [&](std::uint32_t no, std::string number, Date on) {
    given_draft();
    given(AddTask{PlanNo{no}, "Việc", {Kind::Ward}, "", today + 400}, drafter);
    given(ApprovePlan{PlanNo{no}, 2}, leader);
    return when(IssuePlan{PlanNo{no}, std::move(number), on}, drafter);
  };
  const auto first = issue(1, "06/KH-HĐPHPBGDPL", today);
  ASSERT_TRUE(first);
  for (const auto& fact : first->facts) fold(fact);
  const auto again = issue(2, " 6/kh-hđphpbgdpl", today);
  EXPECT_EQ(again.error().code, Code::Conflict);
  EXPECT_EQ(again.error().field, "number");
  EXPECT_TRUE(when(IssuePlan{PlanNo{2}, "07/KH-HĐPHPBGDPL", today}, drafter));
  EXPECT_TRUE(
      when(IssuePlan{PlanNo{2}, "06/KH-HĐPHPBGDPL", *parse_iso_date("2020-12-30")}, drafter))
      << "another year";
  // Another issuer counts for itself.
  given(DraftPlan{UnitNo{1}, UnitNo{1}, "Về chợ", Audience::Everybody, {}, "", {}, {}}, drafter);
  given(AddTask{PlanNo{3}, "Việc", {Kind::Ward}, "", today}, drafter);
  given(ApprovePlan{PlanNo{3}, 2}, leader);
  EXPECT_TRUE(when(IssuePlan{PlanNo{3}, "06/KH-HĐPHPBGDPL", today}, drafter));
}

TEST_F(Plans, ATaskIsDroppedFromThePlanThatWasSeen) {
  given_draft();
  given_task();
  given_draft();
  EXPECT_EQ(when(DropTask{PlanNo{2}, TaskNo{1}, 1}, drafter).error().code, Code::NotFound);
  EXPECT_EQ(when(DropTask{PlanNo{1}, TaskNo{1}, 1}, drafter).error().code, Code::Conflict);
  given(DropTask{PlanNo{1}, TaskNo{1}, 2}, drafter);
  EXPECT_TRUE(plans.plan(PlanNo{1}).tasks.empty());
  const auto again = when(DropTask{PlanNo{1}, TaskNo{1}, 2}, drafter);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->facts.empty()) << "sent twice";
}

TEST_F(Plans, NothingIsDoneBeforeThePlanWasIssued) {
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 2}, drafter);
  EXPECT_EQ(when(ReportDone{AssignmentNo{1}, today - 3}, ward).error().field, "on");
  EXPECT_EQ(when(ReportDone{AssignmentNo{1}, today + 1}, ward).error().field, "on");
  EXPECT_TRUE(when(ReportDone{AssignmentNo{1}, today - 2}, ward));
}

// A form cannot send these; a program can, and the ledger keeps them for good.
TEST_F(Plans, WhatIsWrittenStandsOnOneLine) {
  DraftPlan draft{UnitNo{2}, UnitNo{1}, " Về\n chợ\t"};
  draft.grounds = {{" 97/2019/QH14", "Nghị\nquyết", "Quốc  hội", {}}};
  given(draft, drafter);
  const Plan& plan = plans.plan(PlanNo{1});
  EXPECT_EQ(plan.title, "Về chợ");
  EXPECT_EQ(plan.grounds, (std::vector<Ground>{{"97/2019/QH14", "Nghị quyết", "Quốc hội", {}}}));
  draft.title = "\n \t";
  EXPECT_EQ(when(draft, drafter).error().field, "title");
  draft.title = "Về chợ";
  draft.grounds.front().issuer = std::string(1'000, 'x');
  EXPECT_EQ(when(draft, drafter).error().field, "grounds");
}

TEST_F(Plans, DoneOnAnotherDayIsNoRepetition) {
  given_draft();
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 2}, drafter);
  given(ReportDone{AssignmentNo{1}, today}, ward);
  const auto again = when(ReportDone{AssignmentNo{1}, today}, ward);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->facts.empty());
  EXPECT_EQ(when(ReportDone{AssignmentNo{1}, today - 1}, ward).error().code, Code::Conflict);
}

// A limit told in characters is one of characters: "ế" is one, though it is three bytes.
TEST_F(Plans, LengthsAreCountedAsAPersonCounts) {
  const auto letters = [](std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += "ế";
    return out;
  };
  DraftPlan draft{UnitNo{2}, UnitNo{1}, letters(title_characters_max), Audience::Everybody, {}, "",
                  {},        {}};
  draft.tasks = {{letters(task_characters_max), {{Kind::Ward}, UnitNo{1}}, today}};
  EXPECT_TRUE(when(draft, drafter));
  DraftPlan long_title = draft;
  long_title.title += "x";
  EXPECT_EQ(when(long_title, drafter).error().field, "title");
  draft.tasks[0].what += "x";
  EXPECT_EQ(when(draft, drafter).error().details.at(0).field, "what");
}

// What is written is read again for ever: the names of forms may only be added to.
TEST_F(Plans, TheNamesOfFormsStayAsTheyAreRecorded) {
  PlanChanged fact;
  fact.forms = all_forms();
  const std::string body = lantoa::encode(fact);
  EXPECT_NE(body.find("\"forms\":[\"Meetings\",\"AgencySites\",\"LawSite\",\"CityPortal\","
                      "\"Press\",\"Broadcasting\",\"Loudspeakers\",\"SocialNetworks\","
                      "\"VisualDisplays\",\"Contests\",\"PrintedMatter\",\"LegalAdvice\","
                      "\"Other\"]"),
            std::string::npos)
      << body;
}

TEST_F(Plans, BadInputIsNamed) {
  const DraftPlan no_title{UnitNo{2}, UnitNo{1}, "", Audience::Everybody, {}, ""};
  EXPECT_EQ(when(no_title, drafter).error().field, "title");
  const DraftPlan bad_ground{UnitNo{2}, UnitNo{1}, "x", Audience::Everybody, {{"32/", "", "", {}}},
                             ""};
  EXPECT_EQ(when(bad_ground, drafter).error().details.at(0).row, 1U);
  given_draft();
  EXPECT_EQ(when(ApprovePlan{PlanNo{1}, 1}, leader).error().code, Code::Invalid) << "no tasks";
  const AddTask late{PlanNo{1}, "x", {Kind::Ward}, "", today - 1};
  EXPECT_EQ(when(late, drafter).error().field, "due");
  const AddTask nobody{PlanNo{1}, "x", {Kind::Commune}, "", today};
  EXPECT_EQ(when(nobody, drafter).error().field, "units");
  const AddTask unknown{PlanNo{1}, "x", {}, "99", today};
  EXPECT_EQ(when(unknown, drafter).error().field, "code");
  given_task();
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  for (const char* number : {"", "32/2021/NĐ-CP", "06"}) {
    EXPECT_EQ(when(IssuePlan{PlanNo{1}, number, today}, drafter).error().field, "number") << number;
  }
  EXPECT_EQ(when(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today + 1}, drafter).error().field, "on");
}

}  // namespace
}  // namespace lantoa::city::plan
