#include "city/oversight/decide.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "kernel/fact.h"

namespace lantoa::city::oversight {
namespace {

// Two wards, the second without a mailbox; one task for both, due on `due`.
class Reminders : public ::testing::Test {
 protected:
  Reminders() {
    tree.fold(organisation::UnitOpened{
        UnitNo{1}, {}, "Thành phố Mẫu", "01", organisation::Kind::City, {}, {}});
    for (std::uint32_t no = 2; no <= 3; ++no) {
      organisation::UnitOpened ward{
          UnitNo{no}, UnitNo{1}, "Phường Mẫu", std::to_string(no), organisation::Kind::Ward,
          {},         {}};
      if (no == 2) ward.mailbox = "phuong@mau.example";
      tree.fold(ward);
    }
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Việc", {{}, UnitNo{1}}, due, {}});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{2, 3}}, due});
  }

  template <class C>
  Decided when(const C& command, Date today, const Actor& actor = Actor::system("mail")) {
    return decide(Known{state, tree, plans, workdays}, command,
                  {start_of_day(today), today, actor});
  }
  std::size_t given(const Decided& decision) {
    for (const auto& fact : decision.value().facts) {
      if (fact.kind == ReminderPromised::kind)
        state.fold(*lantoa::decode<ReminderPromised>(fact.body), {1, {}, {}, {}});
      if (fact.kind == ReminderHandedOver::kind)
        state.fold(*lantoa::decode<ReminderHandedOver>(fact.body));
      if (fact.kind == ReminderPostponed::kind)
        state.fold(*lantoa::decode<ReminderPostponed>(fact.body));
      if (fact.kind == ReminderEnded::kind) state.fold(*lantoa::decode<ReminderEnded>(fact.body));
    }
    return decision->facts.size();
  }

  const Date due{20'000};
  organisation::State tree;
  plan::State plans;
  workday::State workdays;
  State state;
};

TEST_F(Reminders, OneDigestAUnitAStepAndNeverToThoseDone) {
  EXPECT_EQ(given(when(PromiseReminders{}, due - 40)), 0U);
  EXPECT_EQ(given(when(PromiseReminders{}, due - 7)), 2U);
  EXPECT_EQ(given(when(PromiseReminders{}, due - 6)), 0U) << "the same step twice";
  plans.fold(plan::AssignmentDone{AssignmentNo{1}, due - 5});
  EXPECT_EQ(given(when(PromiseReminders{}, due - 3)), 1U) << "the unit that is done gets none";
  EXPECT_EQ(given(when(PromiseReminders{}, due + 20)), 1U) << "missed steps are not made up";
}

TEST_F(Reminders, ALaterDeadlineBeginsALadderOfItsOwn) {
  EXPECT_EQ(given(when(PromiseReminders{}, due)), 2U);
  plans.fold(plan::ExtensionAsked{ExtensionNo{1}, AssignmentNo{1}, due + 12, "Mất điện", {}},
             {1, start_of_day(due + 1), {}, {}});
  plans.fold(plan::ExtensionDecided{ExtensionNo{1}, due + 12, "", {}},
             {2, start_of_day(due + 2), {}, {}});
  EXPECT_EQ(given(when(PromiseReminders{}, due + 3)), 0U)
      << "fifteen days before the new deadline nobody knew of it";
  EXPECT_EQ(given(when(PromiseReminders{}, due + 5)), 1U) << "seven days before it";
  EXPECT_EQ(state.reminder(ReminderNo{3}).unit, UnitNo{2});
  EXPECT_EQ(given(when(PromiseReminders{}, due + 7)), 1U) << "seven days after the old one";
  EXPECT_EQ(state.reminder(ReminderNo{4}).unit, UnitNo{3}) << "whose deadline it still is";
  EXPECT_EQ(given(when(PromiseReminders{}, due + 12)), 1U);
  EXPECT_EQ(state.reminder(ReminderNo{5}).unit, UnitNo{2});
  EXPECT_EQ(given(when(PromiseReminders{}, due + 19)), 2U) << "late again";
}

class Explanations : public Reminders {
 protected:
  Explanations() {
    planner.kind = officer.kind = Actor::Kind::Account;
    planner.grants = {{Role::Planner, UnitNo{1}}};
    officer.grants = {{Role::UnitOfficer, UnitNo{2}}};
  }
  AskExplanation ask(std::string question = "Vì sao chưa làm?", std::int32_t days = 5) const {
    return {AssignmentNo{1}, std::move(question), today + days};
  }
  void ask_and_fold() {
    const auto asked = when(ask(), today, planner);
    ASSERT_TRUE(asked) << asked.error().text.en;
    state.fold(*lantoa::decode<ExplanationAsked>(asked->facts.front().body),
               {1, start_of_day(today), {}, {}});
  }

  const Date today = due + 3;
  Actor planner, officer;
};

TEST_F(Explanations, AreAskedForOneAtATimeOfWhatIsNotDone) {
  EXPECT_EQ(when(ask(), today, officer).error().code, Code::Forbidden);
  EXPECT_EQ(when(ask(" "), today, planner).error().field, fields::question);
  EXPECT_EQ(when(ask("x", 0), today, planner).error().field, fields::due);
  EXPECT_EQ(when(ask("x", 31), today, planner).error().field, fields::due);
  ask_and_fold();
  EXPECT_EQ(when(ask(), today, planner).error().code, Code::Conflict);
  EXPECT_EQ(state.unexplained().size(), 1);
  plans.fold(plan::AssignmentDone{AssignmentNo{2}, today});
  AskExplanation done = ask();
  done.assignment = AssignmentNo{2};
  EXPECT_EQ(when(done, today, planner).error().code, Code::Conflict);
}

// Of the day that sets a term off only a part is left, so it is not counted.
TEST_F(Explanations, WorkingDaysCountFromTheDayOfAsking) {
  const Date asked_on = *parse_iso_date("2021-06-01");
  workdays.fold({asked_on + 1, workday::Rule::Off, "Nghỉ mẫu", "Thông báo mẫu", {}}, {});
  AskExplanation command = ask();
  command.due = Due::within(10);
  const auto asked = when(command, asked_on, planner);
  ASSERT_TRUE(asked) << asked.error().text.en;
  const auto fact = *lantoa::decode<ExplanationAsked>(asked->facts.front().body);
  EXPECT_EQ(fact.due, *parse_iso_date("2021-06-16"));
  EXPECT_EQ(fact.working_days, 10U);
  state.fold(fact, {1, start_of_day(asked_on), {}, {}});
  // A calendar that changes afterwards changes nothing.
  workdays.fold({asked_on + 2, workday::Rule::Off, "Nghỉ mẫu", "Thông báo mẫu", {}}, {});
  EXPECT_EQ(state.explanation(ExplanationNo{1}).due, *parse_iso_date("2021-06-16"));
  EXPECT_EQ(state.explanation(ExplanationNo{1}).working_days, 10U);
}

TEST_F(Explanations, ADayLeavesTheFactAsItWas) {
  const auto asked = when(ask(), today, planner);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->facts.front().body.find("working_days"), std::string::npos);
}

TEST_F(Explanations, TooManyWorkingDaysAreRefusedWithTheDayTheyComeTo) {
  AskExplanation command = ask();
  for (const std::uint32_t days : {30U, working_days_max + 1, 4'000'000'000U}) {
    command.due = Due::within(days);
    const auto refused = when(command, *parse_iso_date("2021-06-01"), planner);
    ASSERT_FALSE(refused) << days;
    EXPECT_EQ(refused.error().field, fields::due) << days;
    if (days != 30) continue;
    EXPECT_EQ(refused.error().details.at(0).text.vi,
              "30 ngày làm việc, tức đến hết ngày 13/07/2021: Chọn một ngày từ ngày mai đến 30 "
              "ngày nữa.");
  }
  command.due = {};
  EXPECT_EQ(when(command, today, planner).error().field, fields::due);
}

TEST_F(Explanations, AreGivenOnceByWhoReportsForTheUnit) {
  ask_and_fold();
  EXPECT_FALSE(state.explanation(ExplanationNo{1}).is_late(today + 5));
  EXPECT_TRUE(state.explanation(ExplanationNo{1}).is_late(today + 6));
  GiveExplanation answer{ExplanationNo{1}, "  Mất điện.\nTuần sau làm. \n"};
  Actor elsewhere = officer;
  elsewhere.grants = {{Role::UnitOfficer, UnitNo{3}}};
  EXPECT_EQ(when(answer, today, elsewhere).error().code, Code::Forbidden);
  EXPECT_EQ(when(GiveExplanation{ExplanationNo{1}, " \n"}, today, officer).error().field,
            fields::answer);
  EXPECT_EQ(when(GiveExplanation{ExplanationNo{2}, "x"}, today, officer).error().code,
            Code::NotFound);
  const auto given_answer = when(answer, today + 9, officer);
  ASSERT_TRUE(given_answer) << "late is better than never";
  const auto fact = *lantoa::decode<ExplanationGiven>(given_answer->facts.front().body);
  EXPECT_EQ(fact.answer, "Mất điện.\nTuần sau làm.");
  state.fold(fact, {2, start_of_day(today + 9), {}, {}});
  EXPECT_TRUE(state.unexplained().empty());
  EXPECT_EQ(when(answer, today, officer).error().code, Code::Conflict);
  EXPECT_TRUE(when(ask("Còn gì?", 12), today + 9, planner)) << "and may be asked again";
}

TEST_F(Reminders, HandedOverOnceAndEndedOnce) {
  given(when(PromiseReminders{}, due));
  given(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due));
  EXPECT_EQ(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due).error().code, Code::Conflict);
  given(when(Finish{ReminderNo{1}, End::Sent, "250"}, due));
  EXPECT_EQ(given(when(Finish{ReminderNo{1}, End::Sent, "250"}, due)), 0U);
  EXPECT_EQ(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due).error().code, Code::Conflict);
  EXPECT_EQ(state.open().size(), 1U);
}

TEST_F(Reminders, NotNowIsTriedAgainButNotForEver) {
  given(when(PromiseReminders{}, due));
  for (std::uint32_t attempt = 1; attempt <= attempts_max; ++attempt) {
    ASSERT_TRUE(state.open().contains(ReminderNo{1})) << attempt;
    given(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due));
    given(when(Postpone{ReminderNo{1}, "450"}, due));
    EXPECT_EQ(state.reminder(ReminderNo{1}).postponed, std::min(attempt, attempts_max - 1));
  }
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Refused);
  EXPECT_EQ(state.reminder(ReminderNo{1}).not_before.ms,
            start_of_day(due).ms + pause_between_attempts_ms);
}

TEST_F(Reminders, WhatMayHaveArrivedIsNeverCalledRefusedForBeingTriedTooOften) {
  given(when(PromiseReminders{}, due));
  given(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due));
  given(when(Postpone{ReminderNo{1}, "timed out", true}, due));
  for (std::uint32_t attempt = 2; attempt <= attempts_max; ++attempt) {
    ASSERT_TRUE(state.open().contains(ReminderNo{1})) << attempt;
    given(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due));
    given(when(Postpone{ReminderNo{1}, "450"}, due));
  }
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Unknown);
}

TEST_F(Reminders, WhatWasInterruptedIsTriedAgainAtOnceButNotForEver) {
  given(when(PromiseReminders{}, due));
  EXPECT_EQ(given(when(Resume{ReminderNo{1}}, due)), 0U) << "it was not handed over";
  for (std::uint32_t attempt = 1; attempt <= attempts_max; ++attempt) {
    given(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due));
    EXPECT_EQ(given(when(Resume{ReminderNo{1}}, due)), 1U);
    EXPECT_EQ(given(when(Resume{ReminderNo{1}}, due)), 0U) << "told already";
    if (attempt < attempts_max) {
      ASSERT_FALSE(state.reminder(ReminderNo{1}).end) << attempt;
      EXPECT_EQ(state.reminder(ReminderNo{1}).not_before, start_of_day(due));
      EXPECT_TRUE(state.reminder(ReminderNo{1}).may_have_arrived);
    }
  }
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Unknown);
  Actor officer;
  officer.kind = Actor::Kind::Account;
  officer.grants = {{Role::Planner, UnitNo{1}}};
  EXPECT_EQ(when(Resume{ReminderNo{2}}, due, officer).error().code, Code::Forbidden);
}

TEST_F(Reminders, WhoIsDoneMeanwhileIsNotHandedOver) {
  given(when(PromiseReminders{}, due));
  plans.fold(plan::AssignmentDone{AssignmentNo{1}, due});
  EXPECT_TRUE(subjects_of(state.reminder(ReminderNo{1}), plans).empty());
  EXPECT_EQ(when(HandOver{ReminderNo{1}, "phuong@mau.example"}, due).error().code, Code::Conflict);
  EXPECT_EQ(given(when(HandOver{ReminderNo{2}, ""}, due)), 1U);
}

TEST_F(Reminders, UrgingNeedsTheRightAMailboxAndSomethingToDo) {
  Actor officer;
  officer.kind = Actor::Kind::Account;
  officer.person = PersonNo{7};
  officer.grants = {{Role::Planner, UnitNo{1}}};
  EXPECT_EQ(given(when(Urge{AssignmentNo{1}}, due, officer)), 1U);
  EXPECT_EQ(state.reminder(ReminderNo{1}).urged_by, PersonNo{7});
  EXPECT_EQ(when(Urge{AssignmentNo{2}}, due, officer).error().code, Code::Invalid) << "no mailbox";
  officer.grants = {{Role::UnitOfficer, UnitNo{2}}};
  EXPECT_EQ(when(Urge{AssignmentNo{1}}, due, officer).error().code, Code::Forbidden);
  EXPECT_EQ(when(PromiseReminders{}, due, officer).error().code, Code::Forbidden);
  officer.grants = {{Role::Planner, UnitNo{1}}};
  plans.fold(plan::AssignmentDone{AssignmentNo{1}, due});
  EXPECT_EQ(when(Urge{AssignmentNo{1}}, due, officer).error().code, Code::Conflict);
}

TEST_F(Reminders, OneUrgingADayUnlessItDidNotArrive) {
  Actor officer;
  officer.kind = Actor::Kind::Account;
  officer.person = PersonNo{7};
  officer.grants = {{Role::Planner, UnitNo{1}}};
  EXPECT_EQ(given(when(PromiseReminders{}, due - 1)), 2U);
  EXPECT_EQ(given(when(Urge{AssignmentNo{1}}, due - 1, officer)), 1U)
      << "the ladder's is no urging";
  EXPECT_EQ(when(Urge{AssignmentNo{1}}, due - 1, officer).error().code, Code::Conflict);
  given(when(Finish{ReminderNo{3}, End::Sent, "250"}, due - 1));
  EXPECT_EQ(when(Urge{AssignmentNo{1}}, due - 1, officer).error().code, Code::Conflict);
  EXPECT_EQ(given(when(Urge{AssignmentNo{1}}, due, officer)), 1U) << "the next day";
  given(when(Finish{ReminderNo{4}, End::Unknown, ""}, due));
  EXPECT_EQ(given(when(Urge{AssignmentNo{1}}, due, officer)), 1U) << "it may not have arrived";
}

}  // namespace
}  // namespace lantoa::city::oversight
