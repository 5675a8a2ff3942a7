#include "city/statistics/decide.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/roll_up.h"
#include "city/statistics/testing_world.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Problem why(const Result<ledger::Done>& done) {
  EXPECT_FALSE(done);
  return done ? Problem{} : done.error();
}

std::vector<std::string> fields_of(const Problem& problem) {
  std::vector<std::string> out;
  if (!problem.field.empty()) out.push_back(problem.field);
  for (const Detail& detail : problem.details) {
    if (detail.field != problem.field) out.push_back(detail.field);
  }
  return out;
}

class Statistics : public ::testing::Test {
 protected:
  Statistics() { world.open_half_year(); }
  void hand_in(const SubmitReport& report, const std::string& actor = World::planner()) {
    const auto done = world.run(actor, report);
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }
  RollUp of(std::uint32_t unit) {
    return roll_up(world.round(), *find_form(world.round().form), world.units)[unit - 1];
  }

  World world;
};

TEST(Period, IsNamedAsPeopleDo) {
  EXPECT_EQ(period(day("2021-01-01"), day("2021-06-30")).vi, "6 tháng đầu năm 2021");
  EXPECT_EQ(period(day("2021-01-01"), day("2021-12-31")).vi, "năm 2021");
  EXPECT_EQ(period(day("2021-10-01"), day("2021-12-31")).vi, "quý IV năm 2021");
  EXPECT_EQ(period(day("2024-02-01"), day("2024-02-29")).vi, "tháng 2 năm 2024");
  EXPECT_EQ(period(day("2024-02-01"), day("2024-02-28")).vi, "từ 01/02/2024 đến 28/02/2024");
}

TEST_F(Statistics, AskThoseWhoFillTheFormAsTheTreeIsThen) {
  EXPECT_THAT(world.round().units, ElementsAre(3, 4, 6));
  EXPECT_EQ(why(world.run(World::planner(), World::half_year())).code, Code::Conflict) << "twice";
  EXPECT_EQ(why(world.run(World::district(), World::half_year())).code, Code::Forbidden);
  OpenRound wrong = World::half_year();
  wrong.form = "khong-co";
  wrong.to = day("2020-06-30");
  wrong.due = day("2019-07-05");
  EXPECT_THAT(fields_of(why(world.run(World::planner(), wrong))),
              ElementsAre("den-ngay", "han", "bieu-mau"));
  OpenRound nobody = World::half_year();
  nobody.form = "can-bo-2012";
  nobody.scope = UnitNo{3};
  EXPECT_THAT(fields_of(why(world.run(World::planner(), nobody))), ElementsAre("bieu-mau"));
}

TEST_F(Statistics, AReportSaysWhatItsActivitiesSayOrExplains) {
  world.meeting(3, "2021-01-01", 45);
  world.meeting(3, "2021-06-30", 15);
  world.meeting(3, "2021-07-01", 1'000);
  world.meeting(4, "2021-03-03", 500);
  hand_in(World::report(3, {{"1", 2}, {"2", 60}}), World::ward());
  EXPECT_EQ(world.round().report(UnitNo{3})->latest().cells[1], (Cell{"2", 60, 60}));
  EXPECT_EQ(world.round().report(UnitNo{3})->latest().cells[5], (Cell{"6", 0, {}}));

  const Problem more = why(world.run(World::ward(), World::report(3, {{"1", 2}, {"2", 75}}, 1)));
  EXPECT_THAT(fields_of(more), ElementsAre("giai-trinh"));
  EXPECT_THAT(more.details.empty() ? more.text.vi : more.details.front().text.vi,
              HasSubstr("cột 2."));
  hand_in(World::report(3, {{"1", 2}, {"2", 75}}, 1, "Một buổi ghi thiếu người"), World::ward());
  EXPECT_EQ(world.round().report(UnitNo{3})->version(), 2);
}

TEST_F(Statistics, EveryColumnIsAskedForAndSumsMustHold) {
  SubmitReport gaps = World::report(3, {});
  gaps.cells[0].amount.reset();
  gaps.cells[13].amount = cell_max + 1;
  EXPECT_THAT(fields_of(why(world.run(World::ward(), gaps))), ElementsAre("cot-1", "cot-14"));
  const Problem sums = why(
      world.run(World::ward(), World::report(3, {{"10", 5}, {"11", 1}, {"14", 5}}, 0, "Đếm tay")));
  EXPECT_THAT(fields_of(sums), ElementsAre("cot-10"));
  EXPECT_THAT(sums.text.vi + (sums.details.empty() ? "" : sums.details.front().text.vi),
              HasSubstr("11 + 12 + 13 + 14: đang là 5, cộng lại được 6"));
  hand_in(World::report(3, {{"10", 6}, {"11", 1}, {"14", 5}}, 0, "Đếm tay"), World::ward());
}

// No form sends these, a program may: what it handed in must not get lost without a word.
TEST_F(Statistics, ColumnsThatTheFormDoesNotHaveOrThatComeTwiceAreRefused) {
  SubmitReport report = World::report(3, {});
  report.cells.push_back({"99", 5});
  report.cells.push_back({"1", 7});
  EXPECT_THAT(fields_of(why(world.run(World::ward(), report))), ElementsAre("cot-99", "cot-1"));
}

TEST_F(Statistics, OnlyWhoReportsForTheUnitHandsIn) {
  EXPECT_EQ(why(world.run(World::elsewhere(), World::report(3, {}))).code, Code::Forbidden);
  EXPECT_EQ(why(world.run(World::auditor(), World::report(3, {}))).code, Code::Forbidden);
  EXPECT_EQ(why(world.run(World::planner(), World::report(7, {}))).code, Code::NotFound)
      << "not asked";
  EXPECT_EQ(why(world.run(World::ward(), World::report(3, {}, 1))).code, Code::Conflict);
  hand_in(World::report(3, {}), World::ward());
  EXPECT_EQ(why(world.run(World::ward(), World::report(3, {}, 0))).code, Code::Conflict);
  EXPECT_EQ(why(world.run(World::ward(), World::report(3, {}, 1))).code, Code::Conflict)
      << "nothing differs";
}

TEST_F(Statistics, NothingIsHandedInBeforeThePeriodIsOver) {
  world.turn_to("2021-07-02");
  OpenRound next = World::half_year();
  next.from = day("2021-07-01");
  next.to = day("2021-12-31");
  next.due = day("2022-01-05");
  ASSERT_TRUE(world.run(World::planner(), next));
  SubmitReport early = World::report(3, {});
  early.round = RoundNo{2};
  EXPECT_EQ(why(world.run(World::ward(), early)).code, Code::Conflict);
}

TEST_F(Statistics, TheUnitAboveAcceptsOrSendsBack) {
  hand_in(World::report(3, {{"6", 1}}), World::ward());
  const ReturnReport back{RoundNo{1}, UnitNo{3}, 1, "Thiếu câu lạc bộ"};
  EXPECT_EQ(why(world.run(World::ward(), back)).code, Code::Forbidden) << "one's own";
  EXPECT_EQ(why(world.run(World::elsewhere(), back)).code, Code::Forbidden);
  EXPECT_THAT(
      fields_of(why(world.run(World::district(), ReturnReport{RoundNo{1}, UnitNo{3}, 1, " "}))),
      ElementsAre("ly-do"));
  ASSERT_TRUE(world.run(World::district(), back));
  EXPECT_EQ(world.round().standing(UnitNo{3}), Standing::Returned);
  EXPECT_EQ(of(1).counted, 0) << "it counts no longer";
  EXPECT_EQ(why(world.run(World::district(), back)).code, Code::Conflict);

  hand_in(World::report(3, {{"6", 2}}, 1), World::ward());
  const AcceptReport yes{RoundNo{1}, UnitNo{3}, 2};
  ASSERT_TRUE(world.run(World::district(), yes));
  ASSERT_TRUE(world.run(World::district(), yes)) << "twice is once";
  EXPECT_EQ(world.round().standing(UnitNo{3}), Standing::Accepted);
  EXPECT_EQ(why(world.run(World::ward(), World::report(3, {{"6", 3}}, 2))).code, Code::Conflict);
  ASSERT_TRUE(world.run(World::planner(), ReturnReport{RoundNo{1}, UnitNo{3}, 2, "Xem lại"}));
  hand_in(World::report(3, {{"6", 3}}, 2), World::ward());
}

TEST_F(Statistics, AddUpTheTree) {
  hand_in(World::report(3, {{"6", 1}}));
  hand_in(World::report(4, {{"6", 10}}));
  world.turn_to("2021-07-06");
  hand_in(World::report(6, {{"6", 100}}));
  EXPECT_EQ(of(1).sums[5], 111);
  EXPECT_EQ(of(2).sums[5], 11);
  EXPECT_EQ(of(3).sums[5], 1);
  EXPECT_EQ(of(1).asked, 3);
  EXPECT_EQ(of(1).counted, 3);
  EXPECT_EQ(of(1).in_time, 2) << "one came a day after the deadline";
  EXPECT_EQ(of(7).asked, 0);
}

TEST_F(Statistics, AReportThatWasSentBackIsInTimeByItsNextVersion) {
  hand_in(World::report(3, {{"6", 1}}));
  EXPECT_EQ(of(3).in_time, 1);
  ASSERT_TRUE(world.run(World::planner(), ReturnReport{RoundNo{1}, UnitNo{3}, 1, "Trống"}));
  world.turn_to("2021-07-06");
  hand_in(World::report(3, {{"6", 2}}, 1));
  EXPECT_EQ(of(3).in_time, 0);
}

TEST_F(Statistics, AnEmptyFormHandedInEarlyGainsNothing) {
  hand_in(World::report(3, {}), World::ward());
  EXPECT_EQ(of(3).in_time, 1);
  world.turn_to("2021-07-20");
  hand_in(World::report(3, {{"6", 2}}, 1), World::ward());
  EXPECT_EQ(of(3).in_time, 0) << "what counts came late";
  EXPECT_TRUE(world.round().is_late(UnitNo{3}, day("2021-07-20")));
  EXPECT_TRUE(world.round().is_late(UnitNo{4}, day("2021-07-06"))) << "and who is missing is, too";
  EXPECT_FALSE(world.round().is_late(UnitNo{4}, day("2021-07-05")));
}

TEST_F(Statistics, NobodyAcceptsWhatHeHandedIn) {
  hand_in(World::report(3, {}), World::district());
  EXPECT_EQ(why(world.run(World::district(), AcceptReport{RoundNo{1}, UnitNo{3}, 1})).code,
            Code::Forbidden);
  EXPECT_TRUE(world.run(World::planner(), AcceptReport{RoundNo{1}, UnitNo{3}, 1}));
}

TEST_F(Statistics, ARoundAskedByMistakeIsCancelled) {
  hand_in(World::report(3, {{"6", 1}}));
  EXPECT_EQ(why(world.run(World::district(), CancelRound{RoundNo{1}, "Nhầm kỳ"})).code,
            Code::Forbidden);
  EXPECT_THAT(fields_of(why(world.run(World::planner(), CancelRound{RoundNo{1}, ""}))),
              ElementsAre("ly-do"));
  ASSERT_TRUE(world.run(World::planner(), CancelRound{RoundNo{1}, "Nhầm kỳ"}));
  EXPECT_EQ(of(1).asked, 0);
  EXPECT_EQ(of(1).sums[5], 0);
  EXPECT_FALSE(world.round().is_late(UnitNo{4}, day("2022-01-01")));
  EXPECT_EQ(why(world.run(World::planner(), World::report(4, {}))).code, Code::Conflict);
  EXPECT_EQ(why(world.run(World::planner(), CloseRound{RoundNo{1}})).code, Code::Conflict);
  EXPECT_TRUE(world.run(World::planner(), World::half_year())) << "now for the right one";
}

TEST_F(Statistics, DaysFarAwayAreSlips) {
  OpenRound far = World::half_year();
  far.from = day("2121-01-01");
  far.to = day("2121-06-30");
  far.due = far.to;
  EXPECT_THAT(fields_of(why(world.run(World::planner(), far))), ElementsAre("den-ngay"));
  OpenRound past = World::half_year();
  past.from = day("2011-01-01");
  past.to = day("2011-06-30");
  past.due = day("2021-06-30");
  EXPECT_THAT(fields_of(why(world.run(World::planner(), past))), ElementsAre("tu-ngay", "han"));
}

TEST_F(Statistics, AClosedRoundKeepsItsSumsAndTakesOnlyThoseWhoAreLetIn) {
  hand_in(World::report(3, {{"6", 1}}));
  EXPECT_EQ(why(world.run(World::district(), CloseRound{RoundNo{1}})).code, Code::Forbidden);
  ASSERT_TRUE(world.run(World::planner(), CloseRound{RoundNo{1}}));
  EXPECT_EQ(why(world.run(World::planner(), CloseRound{RoundNo{1}})).code, Code::Conflict);
  EXPECT_EQ(world.round().closing->sums[5], (Sum{"6", 1}));
  EXPECT_EQ(world.round().closing->submitted, 1);
  EXPECT_EQ(why(world.run(World::planner(), World::report(4, {{"6", 10}}))).code, Code::Conflict);
  EXPECT_EQ(why(world.run(World::planner(), ReturnReport{RoundNo{1}, UnitNo{3}, 1, "x"})).code,
            Code::Conflict);

  EXPECT_TRUE(world.run(World::district(), AcceptReport{RoundNo{1}, UnitNo{3}, 1}))
      << "that changes no sum";
  const AllowLate late{RoundNo{1}, "04", day("2021-07-03"), "Mất điện"};
  EXPECT_EQ(why(world.run(World::district(), late)).code, Code::Forbidden);
  EXPECT_THAT(fields_of(why(
                  world.run(World::planner(), AllowLate{RoundNo{1}, "07", day("2021-06-30"), ""}))),
              ElementsAre("don-vi", "gia-han-den", "ly-do"));
  ASSERT_TRUE(world.run(World::planner(), late));
  hand_in(World::report(4, {{"6", 10}}));
  EXPECT_EQ(of(1).sums[5], 11);
  EXPECT_EQ(world.round().closing->sums[5].amount, 1) << "what stood there stays";
  world.turn_to("2021-07-04");
  EXPECT_EQ(why(world.run(World::planner(), World::report(4, {{"6", 11}}, 1))).code,
            Code::Conflict);
}

TEST_F(Statistics, WhatAnnulledActivitiesSaidCountsNoMore) {
  const ActivityNo no = world.meeting(3, "2021-05-05", 45);
  world.meeting(3, "2021-05-06", 5);
  const Column& attending = *find_column(*find_form("hoat-dong-cap-xa-2012"), "2");
  EXPECT_EQ(counted_of(world.round(), attending, world.activities, UnitNo{3}), 50);
  world.node.tell(activity::ActivityAnnulled{no, 2, "Ghi hai lần", {}});
  EXPECT_EQ(counted_of(world.round(), attending, world.activities, UnitNo{3}), 5);
  EXPECT_EQ(pieces_of(world.round(), attending, world.activities, UnitNo{3}).size(), 1);
}

}  // namespace
}  // namespace lantoa::city::statistics
