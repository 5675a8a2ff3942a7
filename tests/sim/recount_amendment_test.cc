// What the recounts of amendments and of ladders are worth: forged facts do not go unnoticed.
#include <gmock/gmock.h>

#include <algorithm>

#include "city/oversight/facts.h"
#include "sim/forged.h"

namespace lantoa::sim {
namespace {

namespace oversight = city::oversight;
namespace plan = city::plan;
using city::Role;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Of the plan that gives both wards something to do: its task 2 is assignments 2 and 3.
class ForgedAmendment : public Forged {
 protected:
  static constexpr city::AmendmentNo no{1};
  static constexpr city::AssignmentNo of_ward{2};
  static constexpr city::PlanNo of_wards{2};
  static constexpr city::TaskNo task{2};

  void draft(bool withdraws, std::optional<Date> due = {}) {
    plan::AmendmentText text;
    text.reason = "Mưa lũ";
    text.changes = {{task, {}, {}, due, withdraws, false}};
    add(at(Role::Planner), plan::AmendmentDrafted{no, of_wards, text, {}});
  }
  void approve(Role by = Role::Leader) { add(at(by), plan::AmendmentApproved{no, 1, {}}); }
  void issue() {
    add(at(Role::Planner), plan::AmendmentIssued{no, of_wards, "9/KH-UBND", today_, {}});
  }
  void move(Date due, std::vector<std::uint32_t> which = {2, 3}) {
    add(at(Role::Planner), plan::DeadlinesMoved{no, task, NumberSet{std::move(which)}, due});
  }
  void withdraw() {
    add(at(Role::Planner), plan::AssignmentsWithdrawn{no, task, NumberSet{{2, 3}}});
  }
  void ask(Date until) {
    add(at(Role::UnitOfficer),
        plan::ExtensionAsked{city::ExtensionNo{1}, of_ward, until, "Mất điện", {}});
  }
  void grant(Date until) {
    add(at(Role::Leader, 'c'), plan::ExtensionDecided{city::ExtensionNo{1}, until, "", {}});
  }
  // By the ladder; afterwards it did not happen, unless it is kept.
  Complaints remind(bool is_kept = false) {
    add("courier/ladder", oversight::ReminderPromised{
                              city::ReminderNo{99}, ward, NumberSet{{of_ward.value}}, today_, {}});
    const Complaints found = wrong();
    if (!is_kept) facts_.pop_back();
    return found;
  }

  const Date due_ = today_ + 45;
};

TEST_F(ForgedAmendment, IsApprovedByASecondPersonAndChangesNothingBefore) {
  draft(false, due_ + 5);
  approve(Role::Planner);
  EXPECT_THAT(wrong(), Contains(HasSubstr("who wrote the amendment approves it")));
  facts_.pop_back();
  move(due_ + 5);
  EXPECT_THAT(wrong(), Contains(HasSubstr("no issued amendment does this")));
  facts_.pop_back();
  issue();
  EXPECT_THAT(wrong(), Contains(HasSubstr("not approved as it stands")));
  facts_.pop_back();
  approve();
  issue();
  const app::States nothing{};
  EXPECT_THAT(wrong_in(facts_, nothing), Contains(HasSubstr("without all of its effect")));
  move(due_ + 5, {2});
  EXPECT_THAT(wrong(), Contains(HasSubstr("no issued amendment does this"))) << "of one only";
  facts_.pop_back();
  move(due_ + 5);
  EXPECT_THAT(wrong(), IsEmpty());
  EXPECT_THAT(wrong_in(facts_, nothing), Not(Contains(HasSubstr("without all of its effect"))));
  add(at(Role::Planner),
      plan::AssignmentsGiven{task, city::AssignmentNo{4}, NumberSet{{district.value}}, due_ + 5});
  EXPECT_THAT(wrong(), Contains(HasSubstr("nothing issued gives it")));
}

TEST_F(ForgedAmendment, LeavesMoreTimeThatWasGrantedAndEndsRequestsForLess) {
  ask(due_ + 9);
  const Facts asked = facts_;
  grant(due_ + 9);
  draft(false, due_ + 5);
  approve();
  issue();
  move(due_ + 5);
  EXPECT_THAT(wrong(), Contains(HasSubstr("no issued amendment does this")));
  facts_.pop_back();
  move(due_ + 5, {3});
  EXPECT_THAT(wrong(), IsEmpty());
  for (const std::int32_t later : {8, 9}) {
    facts_ = asked;
    draft(false, due_ + later);
    approve();
    issue();
    move(due_ + later);
    grant(due_ + 10);
    const Complaints found = wrong();
    const bool is_settled = std::any_of(found.begin(), found.end(), [](const std::string& one) {
      return one.find("it is settled") != std::string::npos;
    });
    EXPECT_EQ(is_settled, later == 9) << later;
  }
}

TEST_F(ForgedAmendment, WhatIsWithdrawnIsNeverRemindedAskedNorLate) {
  draft(true);
  approve();
  issue();
  withdraw();
  EXPECT_THAT(wrong(), IsEmpty());
  const auto with = [&](const auto& fact) {
    add(at(Role::Planner), fact);
    const Complaints found = wrong();
    facts_.pop_back();
    return found;
  };
  today_ = due_;
  EXPECT_THAT(remind(), Contains(HasSubstr("reminds of what is done or withdrawn")));
  EXPECT_THAT(with(oversight::ExplanationAsked{city::ExplanationNo{1}, of_ward, "", due_ + 5, {}}),
              Contains(HasSubstr("nothing to explain")));
  EXPECT_THAT(with(plan::AssignmentDone{of_ward, today_}), Contains(HasSubstr("or withdrawn")));
  today_ = due_ + 3;
  EXPECT_THAT(with(oversight::LetterIssued{city::LetterNo{1},
                                           district,
                                           ward,
                                           "101/STP-PBGDPL",
                                           today_,
                                           today_ + 9,
                                           NumberSet{{2}},
                                           {}}),
              Contains(HasSubstr("something else than was late")));
}

TEST_F(ForgedAmendment, RemindersKeepToTheStepsOfTheLadderInForce) {
  const auto none = Contains(HasSubstr("its ladder has no step then"));
  const auto settled = Contains(HasSubstr("the step of its ladder is settled"));
  const Date first = today_;
  const Facts before = facts_;
  const auto set = [&](bool silent, std::uint32_t given) {
    facts_ = before;
    today_ = first;
    oversight::LadderSet ladder{of_wards, silent, {45, 43}, {}, given, "Gấp", {}};
    if (silent) ladder.days_before.clear();
    add(at(Role::Planner), ladder);
  };
  today_ = due_ - 31;
  EXPECT_THAT(remind(), none);
  today_ = due_ - 29;
  EXPECT_THAT(remind(true), IsEmpty()) << "the program stood still";
  today_ = due_ - 28;
  EXPECT_THAT(remind(), settled);
  set(false, 3);
  EXPECT_THAT(remind(), none) << "it counts from tomorrow on";
  today_ = due_ - 43;
  EXPECT_THAT(remind(), IsEmpty());
  set(false, 1);
  EXPECT_THAT(remind(), IsEmpty()) << "it was given later";
  set(true, 3);
  today_ = due_ - 30;
  EXPECT_THAT(remind(), none);
}

}  // namespace
}  // namespace lantoa::sim
