#include "city/oversight/decide.h"

#include <gtest/gtest.h>

#include "kernel/fact.h"

namespace lantoa::city::oversight {
namespace {

TEST(Ladder, TheNewestStepDue) {
  const Date deadline{20'000};
  struct Case {
    std::int32_t left;                 // days until the deadline
    std::optional<std::int32_t> step;  // days before the deadline of the step due
  };
  for (const Case& one : std::vector<Case>{{31, {}},
                                           {30, 30},
                                           {16, 30},
                                           {15, 15},
                                           {8, 15},
                                           {7, 7},
                                           {2, 3},
                                           {1, 1},
                                           {0, 0},
                                           {-1, 0},
                                           {-6, 0},
                                           {-7, -7},
                                           {-13, -7},
                                           {-14, -14},
                                           {-400, -399}}) {
    const auto due = step_due(deadline, deadline - one.left);
    ASSERT_EQ(due.has_value(), one.step.has_value()) << one.left;
    if (due) {
      EXPECT_EQ(deadline - *due, *one.step) << one.left;
    }
  }
}

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
    return decide(Known{state, tree, plans}, command, {start_of_day(today), today, actor});
  }
  std::size_t given(const Decided& decision) {
    for (const auto& fact : decision.value().facts) {
      if (fact.kind == ReminderPromised::kind)
        state.fold(*lantoa::decode<ReminderPromised>(fact.body));
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

TEST_F(Reminders, HandedOverOnceAndEndedOnce) {
  given(when(PromiseReminders{}, due));
  given(when(HandOver{ReminderNo{1}}, due));
  EXPECT_EQ(when(HandOver{ReminderNo{1}}, due).error().code, Code::Conflict);
  given(when(Finish{ReminderNo{1}, End::Sent, "250"}, due));
  EXPECT_EQ(given(when(Finish{ReminderNo{1}, End::Sent, "250"}, due)), 0U);
  EXPECT_EQ(when(HandOver{ReminderNo{1}}, due).error().code, Code::Conflict);
  EXPECT_EQ(state.open().size(), 1U);
}

TEST_F(Reminders, NotNowIsTriedAgainButNotForEver) {
  given(when(PromiseReminders{}, due));
  for (std::uint32_t attempt = 1; attempt <= attempts_max; ++attempt) {
    ASSERT_TRUE(state.open().contains(ReminderNo{1})) << attempt;
    given(when(HandOver{ReminderNo{1}}, due));
    given(when(Postpone{ReminderNo{1}, "450"}, due));
  }
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Refused);
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
