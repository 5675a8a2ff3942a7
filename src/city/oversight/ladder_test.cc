#include "city/oversight/ladder.h"

#include <gtest/gtest.h>

namespace lantoa::city::oversight {
namespace {

constexpr Date ladder_deadline{20'000};

// Seen from so many days before the deadline the newest step is that of so many days before it.
struct StepCase {
  std::int32_t left;
  std::optional<std::int32_t> step;
};

void expect_step(const std::optional<Date>& due, const StepCase& one, const std::string& what) {
  ASSERT_EQ(due.has_value(), one.step.has_value()) << what << " at " << one.left;
  if (due) {
    EXPECT_EQ(ladder_deadline - *due, *one.step) << what << " at " << one.left;
  }
}

TEST(Ladder, TheNewestStepDue) {
  struct Table {
    std::string what;
    Ladder ladder;
    std::vector<StepCase> cases;
  };
  const std::vector<Table> tables{
      {"the usual one",
       usual_ladder(),
       {{31, {}},
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
        {-400, -399}}},
      {"only the day itself, and never again",
       {{0}, {}, false},
       {{120, {}}, {1, {}}, {0, 0}, {-1, 0}, {-400, 0}}},
      {"the longest",
       {{120, 7}, 60, false},
       {{121, {}},
        {120, 120},
        {8, 120},
        {7, 7},
        {0, 7},
        {-59, 7},
        {-60, -60},
        {-119, -60},
        {-120, -120}}},
      {"every day once it is late", {{5}, 1, false}, {{6, {}}, {5, 5}, {0, 5}, {-1, -1}, {-2, -2}}},
      {"none", {{}, {}, true}, {{30, {}}, {0, {}}, {-7, {}}}}};
  for (const Table& table : tables) {
    for (const StepCase& one : table.cases) {
      expect_step(step_due(table.ladder, ladder_deadline, ladder_deadline - one.left), one,
                  table.what);
    }
  }
}

// Changes made so many days before the deadline, when there were five assignments or more.
LadderChange set_at(std::int32_t left, Ladder ladder, std::uint32_t given = 5) {
  return {std::move(ladder), ladder_deadline - left, given};
}

void expect_steps(const std::vector<LadderChange>& changes, std::uint32_t assignment,
                  const std::string& what, const std::vector<StepCase>& cases) {
  for (const StepCase& one : cases) {
    expect_step(
        step_due(changes, AssignmentNo{assignment}, ladder_deadline, ladder_deadline - one.left),
        one, what);
  }
}

TEST(Ladder, AChangeCountsForStepsAfterItsDayOnly) {
  expect_steps({set_at(10, {{4, 2}, 3, false})}, 1, "the steps until that day stay",
               {{11, 15}, {10, 15}, {9, 15}, {7, 15}, {4, 4}, {1, 2}, {-2, 2}, {-3, -3}});
  expect_steps({set_at(10, {{10, 9}, {}, false})}, 1, "that of the day itself is not made up",
               {{10, 15}, {9, 9}, {0, 9}, {-30, 9}});
  expect_steps({set_at(10, {{40}, {}, false})}, 1, "none of before is made up", {{9, 15}, {0, 15}});
  expect_steps({set_at(10, {{8}, {}, false}), set_at(10, {{6}, {}, false})}, 1,
               "of two on one day the later", {{10, 15}, {8, 15}, {6, 6}});
}

TEST(Ladder, WhatIsGivenAfterAChangeKnowsNoOtherLadder) {
  expect_steps({set_at(10, {{4, 2}, 3, false})}, 6, "no usual step", {{9, {}}, {4, 4}, {1, 2}});
  expect_steps({set_at(10, {{40}, {}, false})}, 6, "its newest step counts at once", {{9, 40}});
}

TEST(Ladder, NothingComesInATimeWithoutRemindersNorIsMadeUpAfterIt) {
  const Ladder none{{}, {}, true};
  const std::vector<LadderChange> pause{set_at(20, none), set_at(5, usual_ladder(), 9)};
  expect_steps(pause, 1, "a pause",
               {{21, 30}, {20, 30}, {19, {}}, {15, {}}, {5, {}}, {4, {}}, {3, 3}, {-7, -7}});
  expect_steps(pause, 7, "given in the pause", {{15, {}}, {5, {}}, {4, {}}, {3, 3}});
  expect_steps(pause, 10, "given after it", {{4, 7}, {3, 3}});
  expect_steps({set_at(20, none), set_at(20, usual_ladder())}, 1, "taken back on the same day",
               {{20, 30}, {19, 30}, {15, 15}});
}

// By day from tomorrow on; days without a mail are left out.
using Mails = std::vector<std::pair<std::size_t, std::uint32_t>>;
Mails mails_of(const std::vector<LadderChange>& changes, const std::vector<Remindable>& open,
               Date from) {
  const auto all = mails_ahead(changes, open, from);
  EXPECT_EQ(all.size(), static_cast<std::size_t>(days_ahead));
  Mails out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] != 0) out.emplace_back(i + 1, all[i]);
  }
  return out;
}

TEST(Ladder, MailsAheadCountUnitsOnceADay) {
  const Date from{20'000};
  const std::vector<Remindable> open{{AssignmentNo{1}, UnitNo{2}, from + 7, from},
                                     {AssignmentNo{2}, UnitNo{2}, from + 7, from},
                                     {AssignmentNo{3}, UnitNo{3}, from - 1, from - 1}};
  EXPECT_EQ(mails_of({}, open, from),
            (Mails{{4, 1}, {6, 2}, {7, 1}, {13, 1}, {14, 1}, {20, 1}, {21, 1}, {27, 1}, {28, 1}}));
  EXPECT_EQ(mails_of({}, {{AssignmentNo{1}, UnitNo{2}, from + 10, {}}}, from),
            (Mails{{1, 1}, {3, 1}, {7, 1}, {9, 1}, {10, 1}, {17, 1}, {24, 1}}))
      << "the newest step that was missed, once";
  EXPECT_TRUE(mails_of({}, {}, from).empty());
}

TEST(Ladder, MailsAheadByAnotherLadder) {
  const Date from{20'000};
  const std::vector<Remindable> open{{AssignmentNo{1}, UnitNo{2}, from + 10, from},
                                     {AssignmentNo{2}, UnitNo{3}, from + 10, from}};
  EXPECT_EQ(mails_of({}, open, from), (Mails{{3, 2}, {7, 2}, {9, 2}, {10, 2}, {17, 2}, {24, 2}}));
  EXPECT_EQ(mails_of({{{{5, 0}, {}, false}, from, 2}}, open, from), (Mails{{5, 2}, {10, 2}}));
  EXPECT_TRUE(mails_of({{{{}, {}, true}, from, 2}}, open, from).empty());
}

TEST(Ladder, MailsAheadTellApartWhatWasGivenBeforeAChange) {
  const Date from{20'000};
  const std::vector<Remindable> open{{AssignmentNo{1}, UnitNo{2}, from + 10, {}},
                                     {AssignmentNo{2}, UnitNo{3}, from + 10, {}}};
  EXPECT_EQ(mails_of({{{{5}, {}, false}, from - 3, 1}}, open, from), (Mails{{1, 1}, {5, 2}}))
      << "a step of the earlier ladder was missed for the first only";
}

TEST(Ladder, IsSaidInWords) {
  const auto said = [](const Ladder& ladder) { return ladder_in_words(ladder); };
  EXPECT_EQ(said(usual_ladder()).vi,
            "Nhắc trước hạn 30, 15, 7, 3, 1 ngày, vào ngày hạn, sau đó 7 ngày một lần đến khi "
            "xong");
  EXPECT_EQ(said(usual_ladder()).en,
            "Reminders 30, 15, 7, 3, 1 days before the deadline, on the day itself, then every 7 "
            "days until it is done");
  EXPECT_EQ(said({{0}, {}, false}).vi, "Nhắc vào ngày hạn, quá hạn thì không nhắc nữa");
  EXPECT_EQ(said({{1}, 1, false}).vi,
            "Nhắc trước hạn 1 ngày, quá hạn thì mỗi ngày một lần đến khi xong");
  EXPECT_EQ(said({{1}, 1, false}).en,
            "Reminders 1 day before the deadline, after it every day until it is done");
  EXPECT_EQ(said({{}, {}, true}).vi, "Không gửi thư nhắc về kế hoạch này");
}

}  // namespace
}  // namespace lantoa::city::oversight
