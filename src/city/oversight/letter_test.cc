#include <gtest/gtest.h>

#include "city/oversight/decide.h"
#include "kernel/fact.h"

namespace lantoa::city::oversight {
namespace {

// A city with a district of two wards; one task for both, ten days late.
class Letters : public ::testing::Test {
 protected:
  Letters() {
    const auto open = [&](std::uint32_t no, std::uint32_t parent, organisation::Kind kind) {
      organisation::UnitOpened unit{UnitNo{no}, {}, "Đơn vị", std::to_string(no), kind, {}, {}};
      if (parent != 0) unit.parent = UnitNo{parent};
      tree.fold(unit);
    };
    open(1, 0, organisation::Kind::City);
    open(2, 1, organisation::Kind::UrbanDistrict);
    open(3, 2, organisation::Kind::Ward);
    open(4, 2, organisation::Kind::Ward);
    open(5, 1, organisation::Kind::UrbanDistrict);
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Việc", {{}, UnitNo{1}}, today - 10, {}});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{3, 4}}, today - 10});
    officer.kind = Actor::Kind::Account;
    officer.grants = {{Role::Planner, UnitNo{1}}};
  }
  Decided when(const IssueLetter& command) {
    return decide(Known{state, tree, plans, workdays}, command,
                  {start_of_day(today), today, officer});
  }

  const Date today = *parse_iso_date("2021-06-15");
  organisation::State tree;
  plan::State plans;
  workday::State workdays;
  State state;
  Actor officer;
  const IssueLetter good{UnitNo{2}, "1092/stp-pbgdpl", today - 1, today + 7};
};

TEST_F(Letters, ALetterIsRecordedOnceWithItsNumber) {
  const auto sent = when(good);
  ASSERT_TRUE(sent) << sent.error().text.en;
  ASSERT_EQ(sent->facts.size(), 1U);
  state.fold(*lantoa::decode<LetterIssued>(sent->facts[0].body));
  ASSERT_EQ(state.letters().size(), 1U);
  EXPECT_EQ(state.letters()[0].number, "1092/STP-PBGDPL");
  ASSERT_NE(state.last_letter(AssignmentNo{2}), nullptr);
  EXPECT_EQ(state.last_letter(AssignmentNo{2})->done_by, today + 7);
  EXPECT_EQ(state.last_letter(AssignmentNo{3}), nullptr);
  const auto again = when(good);
  EXPECT_EQ(again.error().code, Code::Conflict);
  EXPECT_EQ(again.error().field, "so");
}

TEST_F(Letters, ANumberIsNewForItsIssuerAndYear) {
  const auto sent = when(good);
  ASSERT_TRUE(sent);
  state.fold(*lantoa::decode<LetterIssued>(sent->facts[0].body));
  officer.home = UnitNo{5};
  EXPECT_TRUE(when(good)) << "another office's";
}

// The paper was signed days before it is recorded: what it names is what was late on its day.
TEST_F(Letters, ALetterNamesWhatWasLateOnItsDay) {
  plans.fold(plan::AssignmentDone{AssignmentNo{1}, today - 3});
  plans.fold(plan::AssignmentDone{AssignmentNo{2}, today});
  const auto named = [&](std::int32_t days_ago) -> std::string {
    IssueLetter command = good;
    command.dated = today - days_ago;
    const auto sent = when(command);
    return sent ? lantoa::decode<LetterIssued>(sent->facts[0].body)->assignments.text()
                : std::string(sent.error().field);
  };
  EXPECT_EQ(named(4), "1-2");
  EXPECT_EQ(named(3), "2");
  EXPECT_EQ(named(0), "ngay") << "nothing is late any more";
  EXPECT_EQ(named(10), "ngay") << "it was only due on that day";
}

// More time that was granted later does not change what was late then.
TEST_F(Letters, WhatWasLateIsJudgedByThatDaysDeadline) {
  plans.fold(plan::ExtensionAsked{ExtensionNo{1}, AssignmentNo{1}, today + 5, "Mất điện", {}},
             {1, start_of_day(today - 4), {}, {}});
  plans.fold(plan::ExtensionDecided{ExtensionNo{1}, today + 5, "", {}},
             {2, start_of_day(today - 2), {}, {}});
  const auto late = [&](Date day) { return late_on(day, UnitNo{2}, tree, plans).size(); };
  EXPECT_EQ(late(today - 3), 2U);
  EXPECT_EQ(late(today - 2), 1U);
  EXPECT_EQ(late(today), 1U);
  EXPECT_EQ(late(today + 6), 2U);
}

// The paper says "10 ngày làm việc kể từ ngày ban hành", whenever it is recorded.
TEST_F(Letters, WorkingDaysCountFromTheLettersDay) {
  const auto as_day = when(good);
  ASSERT_TRUE(as_day);
  EXPECT_EQ(as_day->facts[0].body.find("working_days"), std::string::npos);
  IssueLetter command = good;
  command.dated = *parse_iso_date("2021-06-11");  // a Friday
  command.done_by = Due::within(10);
  const auto sent = when(command);
  ASSERT_TRUE(sent) << sent.error().text.en;
  const auto fact = *lantoa::decode<LetterIssued>(sent->facts[0].body);
  EXPECT_EQ(fact.done_by, *parse_iso_date("2021-06-25"));
  EXPECT_EQ(fact.working_days, 10U);
  state.fold(fact);
  EXPECT_EQ(state.letters().at(0).working_days, 10U);
  command.done_by = Due::within(60);
  const auto far = when(command);
  ASSERT_FALSE(far);
  EXPECT_EQ(far.error().field, "han");
  EXPECT_NE(far.error().details.at(0).text.vi.find("60 ngày làm việc, tức đến hết ngày "),
            std::string::npos);
  command.dated.reset();
  EXPECT_EQ(when(command).error().field, "ngay") << "from which nothing can be counted";
}

TEST_F(Letters, WhatCannotBeIsNamed) {
  IssueLetter command = good;
  command.dated.reset();
  command.done_by = {};
  EXPECT_EQ(when(command).error().details.size(), 2U);
  for (const char* number : {"không số", "97/2019/QH14", "06/KH-UBND"}) {
    command = good;
    command.number = number;
    EXPECT_EQ(when(command).error().field, "so") << number;
  }
  for (const std::int32_t days : {1, -letter_age_max - 1}) {
    command = good;
    command.dated = today + days;
    EXPECT_EQ(when(command).error().field, "ngay") << days;
  }
  for (const std::int32_t days : {0, letter_days_max + 1}) {
    command = good;
    command.done_by = *command.dated + days;
    EXPECT_EQ(when(command).error().field, "han") << days;
  }
  command = good;
  command.unit = UnitNo{5};
  EXPECT_EQ(when(command).error().field, "ngay") << "nothing of this district is late";
  officer.grants = {{Role::UnitOfficer, UnitNo{2}}};
  EXPECT_EQ(when(good).error().code, Code::Forbidden);
}

}  // namespace
}  // namespace lantoa::city::oversight
