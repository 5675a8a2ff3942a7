// What an amendment does to the work of units, before it does it.
#include <random>
#include <set>

#include "city/plan/testing_amendments.h"

namespace lantoa::city::plan {
namespace {

using NumberList = std::vector<std::uint32_t>;

class ImpactOf : public testing::Amendments {
 protected:
  TaskImpact one(const TaskAmendment& change) const {
    return impact_of(plans, tree, workdays, {"", {}, {change}, {}}, today).changes.front();
  }
  template <class No>
  static NumberList numbers(const std::vector<No>& list) {
    NumberList out;
    for (const No no : list) out.push_back(no.value);
    return out;
  }
};

TEST_F(ImpactOf, NobodyIsTouchedByWords) {
  TaskAmendment words{TaskNo{1}};
  words.what = "Khác";
  const TaskImpact impact = one(words);
  EXPECT_EQ(numbers(impact.all), (NumberList{1, 2}));
  EXPECT_TRUE(impact.effect.moved.empty());
  EXPECT_TRUE(impact.effect.withdrawn.empty());
}

// 12/05/2021 is a Wednesday: three working days after it end on Monday the 17th.
TEST_F(ImpactOf, DeadlinesComeNearerOrGoFartherByDays) {
  given_more_time(2, due + 4);
  struct MovedCase {
    std::int32_t days;  // from today to the new deadline
    NumberList nearer, later, kept, late, soon;
  };
  const std::vector<MovedCase> cases{
      {30, {}, {}, {2}, {}, {}},    {20, {1}, {}, {2}, {}, {}},  {34, {}, {1}, {}, {}, {}},
      {40, {}, {1, 2}, {}, {}, {}}, {5, {1}, {}, {2}, {}, {}},   {4, {1}, {}, {2}, {}, {1}},
      {0, {1}, {}, {2}, {}, {1}},   {-1, {1}, {}, {2}, {1}, {}},
  };
  for (const MovedCase& row : cases) {
    const TaskImpact impact = one(due_on(1, today + row.days));
    EXPECT_EQ(numbers(impact.nearer), row.nearer) << row.days;
    EXPECT_EQ(numbers(impact.later), row.later) << row.days;
    EXPECT_EQ(numbers(impact.effect.kept), row.kept) << row.days;
    EXPECT_EQ(numbers(impact.late_at_once), row.late) << row.days;
    EXPECT_EQ(numbers(impact.short_notice), row.soon) << row.days;
  }
  const TaskImpact later = one(due_on(1, due + 10));
  EXPECT_EQ(later.later_days.least, 6);
  EXPECT_EQ(later.later_days.most, 10);
  EXPECT_EQ(one(due_on(1, due - 8)).nearer_days.most, 8);
}

TEST_F(ImpactOf, WhatIsDoneStaysAndIsCounted) {
  given(ReportDone{AssignmentNo{1}, today}, ward);
  const TaskImpact impact = one(due_on(1, due - 1));
  EXPECT_EQ(numbers(impact.done), NumberList{1});
  EXPECT_EQ(numbers(impact.nearer), NumberList{2});
  const TaskImpact gone = one(withdrawn(1));
  EXPECT_EQ(numbers(gone.effect.withdrawn), NumberList{2});
  EXPECT_EQ(numbers(gone.done), NumberList{1});
}

TEST_F(ImpactOf, WhatHangsOnItIsNamed) {
  given(AskExtension{AssignmentNo{3}, due + 5, "Mất điện"}, district);
  const Actor planner = account(7, {{Role::Planner, UnitNo{3}}});
  DraftPlan grown{UnitNo{3}, UnitNo{3}, "Kế hoạch của quận", {}, {}, "", {}, {}};
  grown.parent = AssignmentNo{3};
  grown.tasks = {{"Họp", {{organisation::Kind::Ward}, UnitNo{3}}, due - 5}};
  given(grown, planner);
  const TaskImpact nearer = one(due_on(2, due - 6));
  EXPECT_EQ(numbers(nearer.beyond), NumberList{2});
  EXPECT_TRUE(nearer.asking.empty()) << "it asks for more";
  EXPECT_TRUE(one(due_on(2, due - 5)).beyond.empty());
  EXPECT_EQ(numbers(one(due_on(2, due + 5)).asking), NumberList{3});
  const TaskImpact gone = one(withdrawn(2));
  EXPECT_EQ(numbers(gone.hanging), NumberList{2});
  EXPECT_EQ(numbers(gone.asking), NumberList{3});
}

TEST_F(ImpactOf, NewAssignmentsAreCountedByKind) {
  open(6, 3, "Phường Ba", organisation::Kind::Ward);
  TaskAmendment reached{TaskNo{1}};
  EXPECT_EQ(numbers(one(reached).effect.reached), NumberList{6});
  AmendmentText text{"", {}, {reached}, {}};
  text.tasks = {
      {"In", {{organisation::Kind::UrbanDistrict, organisation::Kind::Ward}, UnitNo{1}}, due, {}}};
  Impact impact = impact_of(plans, tree, workdays, text, today);
  ASSERT_EQ(impact.tasks.size(), 1U);
  EXPECT_EQ(numbers(impact.tasks[0].units), (NumberList{3, 4, 5, 6}));
  const Kinds kinds{{organisation::Kind::UrbanDistrict, 1U}, {organisation::Kind::Ward, 3U}};
  EXPECT_EQ(impact.tasks[0].kinds, kinds);
  EXPECT_EQ(impact.new_assignments(text), 4U);
  text.changes[0].reached = true;
  EXPECT_EQ(impact.new_assignments(text), 5U) << "and those that the drafter ticked";
}

// The plans before and after, held against what was shown before.
void expect_shown(const Impact& shown, const AmendmentText& text, const State& before,
                  const State& after) {
  std::set<AssignmentNo> nearer, later, withdrawn, ended;
  for (std::uint32_t i = 1; i <= before.assignments(); ++i) {
    const AssignmentNo no{i};
    const Assignment& was = before.assignment(no);
    const Assignment& is = after.assignment(no);
    EXPECT_EQ(is.done, was.done) << i;
    if (is.due < was.due) nearer.insert(no);
    if (is.due > was.due) later.insert(no);
    if (is.withdrawn && !was.withdrawn) withdrawn.insert(no);
    if (before.waiting_of(no) != nullptr && after.waiting_of(no) == nullptr) ended.insert(no);
  }
  std::set<AssignmentNo> said_nearer, said_later, said_withdrawn, said_ended;
  for (const TaskImpact& one : shown.changes) {
    said_nearer.insert(one.nearer.begin(), one.nearer.end());
    said_later.insert(one.later.begin(), one.later.end());
    said_withdrawn.insert(one.effect.withdrawn.begin(), one.effect.withdrawn.end());
    said_ended.insert(one.asking.begin(), one.asking.end());
    for (const AssignmentNo no : one.effect.kept) {
      EXPECT_EQ(after.assignment(no).due, before.assignment(no).due);
    }
    EXPECT_EQ(after.task(one.task).done, one.done.size());
  }
  EXPECT_EQ(said_nearer, nearer);
  EXPECT_EQ(said_later, later);
  EXPECT_EQ(said_withdrawn, withdrawn);
  EXPECT_EQ(said_ended, ended);
  EXPECT_EQ(after.assignments() - before.assignments(), shown.new_assignments(text));
}

// Whatever units did before and whatever is amended: what is shown is what issuing then does.
TEST_F(ImpactOf, IssuingChangesExactlyWhatWasShown) {
  open(6, 3, "Phường Ba", organisation::Kind::Ward);
  const State start = plans;
  std::mt19937 dice(20'210'512);
  const auto roll = [&](std::uint32_t sides) { return static_cast<std::int32_t>(dice() % sides); };
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    plans = start;
    for (std::uint32_t no = 1; no <= 3; ++no) {
      const std::int32_t fate = roll(4);
      if (fate == 0) given(ReportDone{AssignmentNo{no}, today}, second);
      if (fate == 1) given(AskExtension{AssignmentNo{no}, due + 1 + roll(20), "Mưa"}, second);
      if (fate == 2) given_more_time(no, due + 1 + roll(20));
    }
    DraftAmendment command = draft({});
    for (std::uint32_t no = 1; no <= 2; ++no) {
      TaskAmendment change = due_on(no, due - 20 + roll(45));
      change.withdrawn = roll(4) == 0;
      change.reached = roll(2) == 0;
      command.draft.changes.push_back(change);
    }
    if (roll(2) == 0) command.draft.tasks = {added("mỗi phường")};
    given(command, drafter);
    if (!says_anything(last().text)) continue;
    const AmendmentText text = last().text;
    const Impact shown = impact_of(plans, tree, workdays, text, today);
    const State before = plans;
    given_issued();
    expect_shown(shown, text, before, plans);
  }
}

}  // namespace
}  // namespace lantoa::city::plan
