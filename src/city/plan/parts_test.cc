// What a plan says in words, what makes a task clear, and a plan drafted after another.
#include <gtest/gtest.h>

#include "city/plan/testing_plans.h"

namespace lantoa::city::plan {
namespace {

using organisation::Kind;
using testing::Plans;

TEST_F(Plans, APartIsKeptInItsOrderAndWithoutWhatSaysNothing) {
  given_draft();
  ChangePlan change{PlanNo{1}, 1, "Về chợ", Audience::Everybody, {}};
  change.sections = {{Part::Reporting, "Báo cáo quý"},
                     {Part::Purpose, "  Một\r\n\n- hai   ba \n"},
                     {Part::Budget, " \n "}};
  change.recipients = std::vector<Recipient>{{" Thành ủy ", "để báo  cáo"}, {"Sở Tư pháp", ""}};
  given(change, drafter);
  const Plan& plan = plans.plan(PlanNo{1});
  EXPECT_EQ(plan.sections, (std::vector<Section>{{Part::Purpose, "Một\n- hai ba"},
                                                 {Part::Reporting, "Báo cáo quý"}}));
  EXPECT_EQ(plan.recipients,
            (std::vector<Recipient>{{"Thành ủy", "để báo cáo"}, {"Sở Tư pháp", ""}}));
  // A form without them leaves them as they are.
  given(ChangePlan{PlanNo{1}, 2, "Về chợ", Audience::Everybody, {}}, drafter);
  EXPECT_EQ(plans.plan(PlanNo{1}).sections.size(), 2U);
  EXPECT_EQ(plans.plan(PlanNo{1}).recipients.size(), 2U);
}

TEST_F(Plans, WhatIsWrongWithAPartIsSaidAtItsField) {
  given_draft();
  ChangePlan change{PlanNo{1}, 1, "Về chợ", Audience::Everybody, {}};
  change.sections =
      std::vector<Section>{{Part::Budget, std::string(section_characters_max + 1, 'x')}};
  EXPECT_EQ(when(change, drafter).error().field, "kinh-phi");
  change.sections = std::vector<Section>{{Part::Budget, "Một"}, {Part::Budget, "Hai"}};
  EXPECT_EQ(when(change, drafter).error().field, "kinh-phi") << "twice";
  change.sections = {};
  change.recipients = std::vector<Recipient>{{"", "để biết"}};
  EXPECT_EQ(when(change, drafter).error().field, "noi-nhan");
  change.recipients = std::vector<Recipient>(recipients_max + 1, {"Sở", ""});
  EXPECT_EQ(when(change, drafter).error().field, "noi-nhan");
}

TEST_F(Plans, ATaskSaysHowManyOfTheSixPointsAreMissing) {
  given_draft();
  given_task();
  EXPECT_EQ(unsaid(plans.task(TaskNo{1})), 4U);
  given(ChangeTask{PlanNo{1},
                   TaskNo{1},
                   2,
                   "Họp dân",
                   today + 5,
                   {"Tư pháp – hộ tịch", "Chủ tịch", "Quận", " Một cuộc  họp ", "Mặt trận"}},
        drafter);
  const Task& task = plans.task(TaskNo{1});
  EXPECT_EQ(unsaid(task), 0U);
  EXPECT_EQ(task.what, "Họp dân");
  EXPECT_EQ(task.due, today + 5);
  EXPECT_EQ(task.terms.result, "Một cuộc họp");
  EXPECT_EQ(clarity(task).size(), 6U);
  EXPECT_EQ(plans.plan(PlanNo{1}).version, 3U);
}

TEST_F(Plans, ATaskIsChangedInThePlanThatWasSeenAndWhileItCanBe) {
  given_draft();
  given_task();
  const ChangeTask change{PlanNo{1}, TaskNo{1}, 2, "Họp", today, {}};
  EXPECT_EQ(when(change, ward).error().code, Code::Forbidden);
  ChangeTask other = change;
  other.seen_version = 1;
  EXPECT_EQ(when(other, drafter).error().code, Code::Conflict);
  other = change;
  other.plan = PlanNo{2};
  EXPECT_EQ(when(other, drafter).error().code, Code::NotFound);
  other = change;
  other.due = today - 1;
  other.what = " ";
  other.terms.partners = std::string(terms_characters_max + 1, 'x');
  EXPECT_EQ(when(other, drafter).error().details.size(), 3U);
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(change, drafter);
  EXPECT_EQ(plans.plan(PlanNo{1}).stage, Stage::Draft) << "it needs a new approval";
  Actor both = drafter;
  both.grants.push_back({Role::Leader, UnitNo{1}});
  EXPECT_EQ(when(ApprovePlan{PlanNo{1}, 3}, both).error().code, Code::Forbidden);
  given(DropTask{PlanNo{1}, TaskNo{1}, 3}, drafter);
  other = change;
  other.seen_version = 4;
  EXPECT_EQ(when(other, drafter).error().code, Code::Conflict);
}

TEST_F(Plans, ANewPlanAfterAnIssuedOneMovesItsDeadlines) {
  DraftPlan draft{
      UnitNo{2}, UnitNo{1}, "Cũ", Audience::KeyOfficials, {{"97/2019/QH14", "", "", {}}}, ""};
  draft.forms = {Form::Press};
  draft.sections = {{Part::Purpose, "Để biết"}};
  draft.recipients = {{"Thành ủy", "để báo cáo"}};
  draft.tasks = {{"Phổ biến", {{Kind::Ward}, UnitNo{1}}, today + 30, {"Ai", "", "", "", ""}}};
  given(draft, drafter);
  EXPECT_EQ(when(ClonePlan{PlanNo{1}, "Về chợ", today}, drafter).error().code, Code::Conflict)
      << "it is a draft itself";
  given(ApprovePlan{PlanNo{1}, 2}, leader);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  EXPECT_EQ(when(ClonePlan{PlanNo{1}, "Về chợ", today - 1}, drafter).error().field, "start");
  EXPECT_EQ(when(ClonePlan{PlanNo{1}, " ", today}, drafter).error().field, "title");
  EXPECT_EQ(when(ClonePlan{PlanNo{1}, "Về chợ", today}, ward).error().code, Code::Forbidden);
  given(ClonePlan{PlanNo{1}, "Về chợ", today + 100}, drafter);
  const Plan& plan = plans.plan(PlanNo{2});
  EXPECT_EQ(plan.title, "Về chợ");
  EXPECT_EQ(plan.stage, Stage::Draft);
  EXPECT_TRUE(plan.grounds.empty()) << "the next law has its own";
  ASSERT_EQ(plan.tasks.size(), 1U);
  EXPECT_EQ(plans.task(plan.tasks[0]).due, today + 130);
  EXPECT_EQ(plans.task(plan.tasks[0]).rule, (Rule{{Kind::Ward}, UnitNo{1}}));
  EXPECT_EQ(plans.task(plan.tasks[0]).terms.doer, "Ai");
  EXPECT_EQ(plan.audience, Audience::KeyOfficials);
  EXPECT_EQ(plan.forms, std::vector{Form::Press});
  EXPECT_EQ(plan.sections, (std::vector<Section>{{Part::Purpose, "Để biết"}}));
  EXPECT_EQ(plan.recipients, (std::vector<Recipient>{{"Thành ủy", "để báo cáo"}}));
  EXPECT_TRUE(plan.writers.contains(drafter.person));
  // What would be written and could never be read again is refused.
  EXPECT_EQ(when(ClonePlan{PlanNo{1}, "Về chợ", to_date({9999, 12, 31})}, drafter).error().field,
            "start");
  EXPECT_EQ(when(AddTask{PlanNo{2}, "x", {Kind::Ward}, "", to_date({9999, 12, 31})}, drafter)
                .error()
                .field,
            "due");
}

}  // namespace
}  // namespace lantoa::city::plan
