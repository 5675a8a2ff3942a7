#include <gtest/gtest.h>

#include "city/oversight/decide.h"
#include "kernel/fact.h"

namespace lantoa::city::oversight {
namespace {

// A city with two wards; plan 1 and plan 2, each with one task for both wards, due on one day.
class PlanLadders : public ::testing::Test {
 protected:
  PlanLadders() {
    tree.fold(organisation::UnitOpened{
        UnitNo{1}, {}, "Thành phố Mẫu", "01", organisation::Kind::City, {}, {}});
    for (std::uint32_t no = 2; no <= 3; ++no) {
      tree.fold(organisation::UnitOpened{UnitNo{no},
                                         UnitNo{1},
                                         "Phường Mẫu",
                                         std::to_string(no),
                                         organisation::Kind::Ward,
                                         {},
                                         {}});
    }
    for (std::uint32_t no = 1; no <= 2; ++no) {
      plans.fold(plan::PlanDrafted{PlanNo{no}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
      plans.fold(plan::TaskAdded{TaskNo{no}, PlanNo{no}, 2, "Việc", {{}, UnitNo{1}}, due, {}});
    }
    planner = account(Role::Planner, UnitNo{1});
  }
  static Actor account(Role role, UnitNo over) {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.person = PersonNo{7};
    actor.grants = {{role, over}};
    return actor;
  }
  void issue() {
    for (std::uint32_t no = 1; no <= 2; ++no) {
      plans.fold(plan::PlanIssued{PlanNo{no}, std::to_string(no) + "/KH-UBND", due - 60});
      plans.fold(
          plan::AssignmentsGiven{TaskNo{no}, AssignmentNo{2 * no - 1}, NumberSet{{2, 3}}, due});
    }
  }

  static SetLadder ladder(std::vector<std::uint32_t> days, std::optional<std::uint32_t> repeat,
                          std::string reason = "Việc gấp") {
    SetLadder out;
    out.plan = PlanNo{1};
    out.days_before = std::move(days);
    out.repeat_days = repeat;
    out.reason = std::move(reason);
    return out;
  }
  static SetLadder no_reminders(std::string reason = "Tạm dừng") {
    SetLadder out = ladder({}, {}, std::move(reason));
    out.silent = true;
    return out;
  }

  template <class C>
  Decided when(const C& command, const Actor& actor, Date on) {
    return decide(Known{state, tree, plans, workdays}, command, {start_of_day(on), on, actor});
  }
  Decided when(const SetLadder& command) { return when(command, planner, due - 40); }
  void set(SetLadder command, Date on) {
    command.seen_version = static_cast<std::uint32_t>(state.ladders(command.plan).size());
    const auto done = when(command, planner, on);
    ASSERT_TRUE(done) << done.error().text.en;
    state.fold(*lantoa::decode<LadderSet>(done->facts.front().body), {1, start_of_day(on), {}, {}});
  }
  // What is promised on that day: the assignments of the first ward's digest, "1,3"; and how many
  // digests there are.
  std::pair<std::string, std::size_t> promised(Date on) {
    const auto done = when(PromiseReminders{}, Actor::system("ladder"), on);
    std::string first;
    for (const auto& fact : done->facts) {
      const auto one = *lantoa::decode<ReminderPromised>(fact.body);
      state.fold(one, {1, start_of_day(on), {}, {}});
      if (one.unit == UnitNo{2}) first = one.assignments.text();
    }
    return {first, done->facts.size()};
  }
  using Digest = std::pair<std::string, std::size_t>;

  const Date due{20'000};
  organisation::State tree;
  plan::State plans;
  workday::State workdays;
  State state;
  Actor planner;
};

TEST_F(PlanLadders, AreSetByWhoUrgesOverTheIssuer) {
  issue();
  const SetLadder good = ladder({0, 10, 20}, 5, "  Việc \n gấp ");
  for (const Actor& other :
       {account(Role::UnitOfficer, UnitNo{1}), account(Role::Auditor, UnitNo{1}),
        account(Role::Planner, UnitNo{2})}) {
    EXPECT_EQ(when(good, other, due - 40).error().code, Code::Forbidden);
  }
  Actor nobody = planner;
  nobody.person = {};
  EXPECT_EQ(when(good, nobody, due - 40).error().code, Code::Forbidden) << "bound to no person";
  EXPECT_TRUE(when(good, account(Role::Leader, UnitNo{1}), due - 40));
  SetLadder unknown = good;
  unknown.plan = PlanNo{3};
  EXPECT_EQ(when(unknown).error().code, Code::NotFound);

  const auto done = when(good);
  ASSERT_TRUE(done) << done.error().text.en;
  EXPECT_EQ(done->answer, "/ke-hoach/1/nhac-viec?xong=thang-nhac");
  ASSERT_EQ(done->facts.size(), 1U);
  EXPECT_EQ(done->facts[0].subject, "plan/1");
  const auto fact = *lantoa::decode<LadderSet>(done->facts[0].body);
  EXPECT_EQ(fact.days_before, (std::vector<std::uint32_t>{20, 10, 0}));
  EXPECT_EQ(fact.repeat_days, 5U);
  EXPECT_EQ(fact.given, 4U);
  EXPECT_EQ(fact.reason, "Việc gấp");
  EXPECT_EQ(fact.by, PersonNo{7});
  state.fold(fact, {1, start_of_day(due - 40), {}, {}});
  EXPECT_EQ(state.ladder(PlanNo{1}), (Ladder{{20, 10, 0}, 5, false}));
  EXPECT_EQ(state.ladders(PlanNo{1}).front().on, due - 40);
  EXPECT_EQ(state.ladder(PlanNo{2}), usual_ladder());
  EXPECT_TRUE(state.ladders(PlanNo{2}).empty());
}

TEST_F(PlanLadders, EveryFaultIsSaidAtItsField) {
  issue();
  SetLadder unread = ladder({}, 7);
  unread.unread.push_back({fields::steps, 0, {"“hai” không phải là số", "no number"}});
  struct Case {
    SetLadder command;
    std::vector<std::string> wrong;
  };
  const std::vector<std::uint32_t> eleven{10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
  for (const Case& one : std::vector<Case>{
           {ladder({}, 7), {fields::steps}},
           {ladder(eleven, 7), {fields::steps}},
           {ladder({121}, 7), {fields::steps}},
           {ladder({7, 3, 7}, 7), {fields::steps}},
           {ladder({200, 7, 7}, 7), {fields::steps, fields::steps}},
           {unread, {fields::steps}},
           {ladder({7}, 0), {fields::repeat}},
           {ladder({7}, 61), {fields::repeat}},
           {ladder({7}, 7, " "), {fields::ladder_reason}},
           {ladder({7}, 7, std::string(301, 'x')), {fields::ladder_reason}},
           {no_reminders(""), {fields::ladder_reason}},
           {ladder({}, 99, ""), {fields::steps, fields::repeat, fields::ladder_reason}}}) {
    const auto done = when(one.command);
    ASSERT_FALSE(done) << one.wrong.front();
    EXPECT_EQ(done.error().code, Code::Invalid);
    std::vector<std::string> wrong;
    for (const Detail& detail : done.error().details) wrong.push_back(detail.field);
    EXPECT_EQ(wrong, one.wrong);
  }
  EXPECT_TRUE(when(ladder({120, 0}, 60, std::string(300, 'x'))));
  EXPECT_TRUE(when(ladder({0}, {})));
}

TEST_F(PlanLadders, ADraftNeedsAReasonForNoRemindersOnly) {
  EXPECT_TRUE(when(ladder({7}, 7, "")));
  EXPECT_EQ(when(no_reminders("")).error().field, fields::ladder_reason);
  EXPECT_TRUE(when(no_reminders()));
  EXPECT_EQ(when(ladder({7}, 7, std::string(301, 'x'))).error().field, fields::ladder_reason);
}

TEST_F(PlanLadders, WhatChangesNothingOrWasNotSeenIsAConflict) {
  issue();
  const auto usual = when(ladder({0, 1, 3, 7, 15, 30}, 7));
  EXPECT_EQ(usual.error().code, Code::Conflict);
  EXPECT_EQ(usual.error().field, fields::steps);
  set(no_reminders(), due - 40);
  const auto stale = when(ladder({7}, 7));
  EXPECT_EQ(stale.error().code, Code::Conflict);
  EXPECT_TRUE(stale.error().field.empty());
  SetLadder again = no_reminders("Lý do khác");
  again.seen_version = 1;
  EXPECT_EQ(when(again).error().code, Code::Conflict);
  EXPECT_EQ(when(again).error().field, fields::silent);
}

TEST_F(PlanLadders, EachPlanGoesByItsOwnInOneDigest) {
  set(ladder({20, 10, 0}, 5), due - 70);
  issue();
  EXPECT_EQ(promised(due - 30), (Digest{"3", 2}));
  EXPECT_EQ(promised(due - 20), (Digest{"1", 2}));
  EXPECT_EQ(promised(due - 15), (Digest{"3", 2}));
  EXPECT_EQ(promised(due - 10), (Digest{"1", 2}));
  EXPECT_EQ(promised(due - 10), (Digest{"", 0})) << "the same step twice";
  EXPECT_EQ(promised(due - 7), (Digest{"3", 2}));
  plans.fold(plan::AssignmentDone{AssignmentNo{2}, due - 5});
  EXPECT_EQ(promised(due), (Digest{"1,3", 2}));
  EXPECT_EQ(promised(due + 5), (Digest{"1", 1})) << "the other ward is done with plan 1";
  EXPECT_EQ(promised(due + 7), (Digest{"3", 2}));
}

TEST_F(PlanLadders, AChangeInMidCourseMakesNoneUpAndRepeatsNone) {
  issue();
  plans.fold(plan::AssignmentDone{AssignmentNo{3}, due - 40});
  plans.fold(plan::AssignmentDone{AssignmentNo{4}, due - 40});
  EXPECT_EQ(promised(due - 15), (Digest{"1", 2}));
  set(ladder({20, 14, 12}, {}), due - 14);
  EXPECT_EQ(promised(due - 14), (Digest{"", 0})) << "it counts from the next day on";
  EXPECT_EQ(promised(due - 13), (Digest{"", 0})) << "nor is that step made up";
  EXPECT_EQ(promised(due - 12), (Digest{"1", 2}));
  EXPECT_EQ(promised(due - 7), (Digest{"", 0})) << "a step of the earlier ladder";
  set(ladder({12, 2}, 3), due - 5);
  EXPECT_EQ(promised(due - 4), (Digest{"", 0})) << "that step brought its mail already";
  EXPECT_EQ(promised(due - 2), (Digest{"1", 2}));
  EXPECT_EQ(promised(due), (Digest{"", 0}));
  EXPECT_EQ(promised(due + 3), (Digest{"1", 2}));
}

TEST_F(PlanLadders, AStepThatTheProgramMissedComesThoughTheLadderChanged) {
  issue();
  set(ladder({2}, {}), due - 6);
  EXPECT_EQ(promised(due - 5), (Digest{"1,3", 2})) << "of seven days, by the ladder of that day";
  EXPECT_EQ(promised(due - 4), (Digest{"", 0}));
}

TEST_F(PlanLadders, APauseAndItsEnd) {
  issue();
  plans.fold(plan::AssignmentDone{AssignmentNo{3}, due - 40});
  plans.fold(plan::AssignmentDone{AssignmentNo{4}, due - 40});
  EXPECT_EQ(promised(due - 30), (Digest{"1", 2}));
  set(no_reminders(), due - 20);
  EXPECT_EQ(promised(due - 15), (Digest{"", 0}));
  EXPECT_EQ(promised(due - 7), (Digest{"", 0}));
  set(ladder({30, 15, 7, 3, 1, 0}, 7), due - 5);
  EXPECT_EQ(promised(due - 4), (Digest{"", 0})) << "nothing of the pause is made up";
  EXPECT_EQ(promised(due - 3), (Digest{"1", 2}));
}

// A later deadline begins a ladder of its own, which is that of its plan.
TEST_F(PlanLadders, ALaterDeadlineGoesByTheLadderOfThePlan) {
  set(ladder({10, 4}, {}), due - 70);
  issue();
  plans.fold(plan::AssignmentDone{AssignmentNo{3}, due - 40});
  EXPECT_EQ(promised(due - 4).first, "1");
  plans.fold(plan::ExtensionAsked{ExtensionNo{1}, AssignmentNo{1}, due + 8, "Mất điện", {}},
             {1, start_of_day(due - 2), {}, {}});
  plans.fold(plan::ExtensionDecided{ExtensionNo{1}, due + 8, "", {}},
             {2, start_of_day(due - 1), {}, {}});
  EXPECT_TRUE(has_more_time_since(plans, AssignmentNo{1}, due - 1));
  EXPECT_FALSE(has_more_time_since(plans, AssignmentNo{1}, due));
  EXPECT_FALSE(has_more_time_since(plans, AssignmentNo{2}, due - 60));
  EXPECT_EQ(promised(due).first, "") << "ten days before it nobody knew of it";
  EXPECT_EQ(promised(due + 4).first, "1");
}

TEST_F(PlanLadders, ANearerDeadlineIsNoMoreTimeAndWhatIsWithdrawnIsNotRemindedOf) {
  set(ladder({10, 4}, {}), due - 70);
  issue();
  plans.fold(plan::AssignmentDone{AssignmentNo{3}, due - 40});
  plans.fold(plan::DeadlinesMoved{AmendmentNo{1}, TaskNo{1}, NumberSet{{1}}, due - 8},
             {1, start_of_day(due - 20), {}, {}});
  EXPECT_FALSE(has_more_time_since(plans, AssignmentNo{1}, due - 30));
  EXPECT_EQ(promised(due - 18).first, "1") << "ten days before the nearer one";
  plans.fold(plan::AssignmentsWithdrawn{AmendmentNo{1}, TaskNo{1}, NumberSet{{1}}},
             {2, start_of_day(due - 15), {}, {}});
  EXPECT_EQ(promised(due - 12).first, "");
  EXPECT_TRUE(subjects_of(state.reminder(ReminderNo{1}), plans).empty());
}

}  // namespace
}  // namespace lantoa::city::oversight
