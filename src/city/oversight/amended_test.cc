// What an amendment of a plan changes for who reminds, urges, asks and compares.
#include <gtest/gtest.h>

#include "city/oversight/decide.h"
#include "city/oversight/standing.h"
#include "kernel/fact.h"

namespace lantoa::city::oversight {
namespace {

// One task for two wards, due on `due`; an amendment of the plan that is issued on `day`.
class Amended : public ::testing::Test {
 protected:
  Amended() {
    tree.fold(organisation::UnitOpened{
        UnitNo{1}, {}, "Thành phố Mẫu", "01", organisation::Kind::City, {}, {}});
    for (std::uint32_t no = 2; no <= 3; ++no) {
      organisation::UnitOpened ward{
          UnitNo{no}, UnitNo{1}, "Phường Mẫu", std::to_string(no), organisation::Kind::Ward,
          {},         {}};
      ward.mailbox = "phuong@mau.example";
      tree.fold(ward);
    }
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Việc", {{}, UnitNo{1}}, due, {}});
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-UBND", due - 60});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{2, 3}}, due});
    urger.kind = Actor::Kind::Account;
    urger.account = AccountNo{1};
    urger.person = PersonNo{1};
    urger.grants = {{Role::Leader, UnitNo{1}}};
  }

  void amend(plan::TaskAmendment change, Date day) {
    const ledger::Stamp stamp{9, start_of_day(day), {}, {}};
    plan::AmendmentText text{"Mưa bão", {}, {std::move(change)}, {}};
    plans.fold(plan::AmendmentDrafted{AmendmentNo{1}, PlanNo{1}, text, {}}, stamp);
    plans.fold(plan::AmendmentIssued{AmendmentNo{1}, PlanNo{1}, "12/KH-UBND", day, {}}, stamp);
  }
  void withdraw(Date day) {
    plan::TaskAmendment change{TaskNo{1}};
    change.withdrawn = true;
    amend(change, day);
    plans.fold(plan::AssignmentsWithdrawn{AmendmentNo{1}, TaskNo{1}, NumberSet{{2}}},
               ledger::Stamp{9, start_of_day(day), {}, {}});
  }
  void move(Date day, Date to) {
    plan::TaskAmendment change{TaskNo{1}};
    change.due = to;
    amend(change, day);
    plans.fold(plan::DeadlinesMoved{AmendmentNo{1}, TaskNo{1}, NumberSet{{1, 2}}, to},
               ledger::Stamp{9, start_of_day(day), {}, {}});
  }
  template <class C>
  Decided when(const C& command, Date today, const Actor& actor = Actor::system("mail")) {
    return decide(Known{state, tree, plans, workdays}, command,
                  {start_of_day(today), today, actor});
  }
  std::size_t promised(Date today) {
    const auto decision = when(PromiseReminders{}, today);
    for (const auto& fact : decision.value().facts) {
      state.fold(*lantoa::decode<ReminderPromised>(fact.body), {1, {}, {}, {}});
    }
    return decision->facts.size();
  }

  const Date due{20'000};
  organisation::State tree;
  plan::State plans;
  workday::State workdays;
  State state;
  Actor urger;
};

TEST_F(Amended, WhatIsWithdrawnIsNeitherRemindedNorUrgedNorLate) {
  EXPECT_EQ(promised(due - 3), 2U);
  withdraw(due - 2);
  EXPECT_TRUE(subjects_of(state.reminder(ReminderNo{2}), plans).empty()) << "unsent, it is ended";
  EXPECT_EQ(promised(due), 1U);
  EXPECT_EQ(late_on(due + 9, UnitNo{1}, tree, plans), std::vector{AssignmentNo{1}});
  EXPECT_EQ(when(Urge{AssignmentNo{2}}, due + 9, urger).error().code, Code::Conflict);
  EXPECT_EQ(when(AskExplanation{AssignmentNo{2}, "Vì sao?", due + 12}, due + 9, urger).error().code,
            Code::Conflict);
  EXPECT_TRUE(assignments_of(plans.plan(PlanNo{1}), plans).empty())
      << "units are compared by what is asked of them";
}

TEST_F(Amended, AMovedDeadlineBeginsALadderOfItsOwn) {
  EXPECT_EQ(promised(due), 2U);
  move(due + 2, due + 12);
  EXPECT_EQ(promised(due + 3), 0U) << "fifteen days before it nobody knew of it";
  EXPECT_EQ(promised(due + 5), 2U) << "seven days before it";
  EXPECT_EQ(promised(due + 7), 0U) << "and nothing of the old one any more";
  EXPECT_TRUE(late_on(due + 5, UnitNo{1}, tree, plans).empty());
  EXPECT_EQ(late_on(due + 1, UnitNo{1}, tree, plans).size(), 2U) << "by the deadline of that day";
}

TEST_F(Amended, ANearerDeadlineIsRemindedOfByItsOwnDays) {
  EXPECT_EQ(promised(due - 30), 2U);
  move(due - 28, due - 20);
  EXPECT_EQ(promised(due - 28), 0U) << "the day of the amendment";
  EXPECT_EQ(promised(due - 27), 2U) << "seven days before it";
  EXPECT_EQ(promised(due - 19), 2U) << "late, and the day itself was missed";
}

}  // namespace
}  // namespace lantoa::city::oversight
