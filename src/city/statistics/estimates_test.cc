// Rounds of which the last days are estimated, the official figures after them, and forms that are
// in force for a time only.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "city/statistics/decide.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/testing_world.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr RoundNo guessed_round{1};
constexpr RoundNo official_round{2};

class Estimates : public ::testing::Test {
 protected:
  template <class Command>
  void does(const std::string& actor, const Command& command) {
    const auto done = world.run(actor, command);
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }
  // Every fault with its field: "uoc-1: Số ước của cột 1: hãy ghi số; …".
  template <class Command>
  std::string told(const std::string& actor, const Command& command) {
    const auto done = world.run(actor, command);
    EXPECT_FALSE(done);
    if (done) return {};
    const Problem& why = done.error();
    if (why.details.empty()) return why.field + ": " + why.text.vi;
    std::string out;
    for (const Detail& detail : why.details) out += detail.field + ": " + detail.text.vi + "\n";
    return out;
  }
  RollUp of(std::uint32_t unit, RoundNo no = guessed_round) {
    const Round& round = world.state.round(no);
    return roll_up(round, *find_form(round.form), world.units)[unit - 1];
  }
  static SubmitReport of_round(RoundNo no, SubmitReport report) {
    report.round = no;
    return report;
  }

  World world;
};

TEST_F(Estimates, BeginAfterACutOffWithinThePeriod) {
  OpenRound round = World::estimates();
  for (const char* wrong : {"2020-12-31", "2021-06-30", "2021-07-01"}) {
    round.counted_to = day(wrong);
    EXPECT_THAT(told(World::planner(), round), HasSubstr("thuc-te-den: Ngày cuối có số thực tế"))
        << wrong;
  }
  round.counted_to = round.from;
  does(World::planner(), round);
  EXPECT_EQ(world.round().actual_to(), day("2021-01-01"));
  EXPECT_EQ(world.round().taken_from(), day("2021-01-02"));
}

TEST_F(Estimates, AreDueAlsoBeforeThePeriodIsOver) {
  OpenRound next = World::estimates();
  next.from = day("2021-07-01");
  next.to = day("2021-12-31");
  next.counted_to = day("2021-11-30");
  next.due = day("2021-11-30");
  EXPECT_THAT(told(World::planner(), next), HasSubstr("han: Hạn nộp phải sau ngày cuối"));
  next.due = day("2021-12-15");
  does(World::planner(), next);
  EXPECT_EQ(world.round().due, day("2021-12-15"));
  world.turn_to("2021-11-30");
  const SubmitReport report = World::estimated(World::report(3, {}), {});
  EXPECT_THAT(told(World::ward(), report), HasSubstr("từ ngày hôm sau mới nộp được"));
  EXPECT_THAT(told(World::planner(), CloseRound{guessed_round}), HasSubstr("30/11/2021"));
  world.turn_to("2021-12-01");
  does(World::ward(), report);
  does(World::planner(), CloseRound{guessed_round});
}

TEST_F(Estimates, AreAskedForInEveryColumnAndNamed) {
  world.open_estimates();
  SubmitReport gaps = World::estimated(World::report(3, {}), {});
  gaps.cells[0].estimate.reset();
  gaps.cells[1].amount.reset();
  gaps.cells[13].estimate = cell_max + 1;
  const std::string why = told(World::ward(), gaps);
  EXPECT_THAT(why, HasSubstr("uoc-1: Số ước của cột 1: hãy ghi số"));
  EXPECT_THAT(why, HasSubstr("cot-2: Số thực tế của cột 2: hãy ghi số"));
  EXPECT_THAT(why, HasSubstr("uoc-14: Số ước của cột 14: số quá lớn"));
  EXPECT_THAT(why, Not(HasSubstr("cot-1:")));
}

TEST_F(Estimates, OfARoundOfActualFiguresAloneAreRefused) {
  world.open_half_year();
  SubmitReport report = World::report(3, {});
  report.cells[2].estimate = 0;
  EXPECT_THAT(told(World::ward(), report), HasSubstr("uoc-3: Kỳ này chỉ lấy số thực tế"));
  EXPECT_FALSE(world.round().report(UnitNo{3}));
  does(World::ward(), World::report(3, {}));
  EXPECT_FALSE(world.round().report(UnitNo{3})->latest().cells[0].estimate);
}

TEST_F(Estimates, MustAddUpByThemselves) {
  world.open_estimates();
  const SubmitReport both =
      World::estimated(World::report(3, {{"10", 5}, {"11", 1}}), {{"10", 2}, {"12", 3}});
  const std::string why = told(World::ward(), both);
  EXPECT_THAT(why, HasSubstr("cot-10: Số thực tế của cột 10 phải bằng 11 + 12 + 13 + 14"));
  EXPECT_THAT(why, HasSubstr("uoc-10: Số ước của cột 10 phải bằng 11 + 12 + 13 + 14: đang là 2, "
                             "cộng lại được 3."));
  // Together they would hold, alone neither does.
  const SubmitReport mixed = World::estimated(World::report(3, {{"10", 1}}), {{"11", 1}});
  EXPECT_THAT(told(World::ward(), mixed), HasSubstr("cot-10:"));
}

TEST_F(Estimates, AreNotComparedWithActivities) {
  world.meeting(3, "2021-05-31", 45);
  world.meeting(3, "2021-06-01", 500);
  world.open_estimates();
  does(World::ward(),
       World::estimated(World::report(3, {{"1", 1}, {"2", 45}}), {{"1", 7}, {"2", 300}}));
  EXPECT_EQ(world.round().report(UnitNo{3})->latest().cells[1], (Cell{"2", 45, 45, 300}));
  const Column& attending = *find_column(*find_form("hoat-dong-cap-xa-2012"), "2");
  EXPECT_EQ(pieces_of(world.round(), attending, world.activities, UnitNo{3}).size(), 1U);
  EXPECT_THAT(
      told(World::ward(), World::estimated(World::report(3, {{"1", 2}, {"2", 545}}, 1), {})),
      HasSubstr("giai-trinh: "))
      << "a meeting of June is no actual figure yet";
}

TEST_F(Estimates, ThatAloneDifferAreAnotherVersion) {
  world.open_estimates();
  does(World::ward(), World::estimated(World::report(3, {}), {{"6", 1}}));
  EXPECT_THAT(told(World::ward(), World::estimated(World::report(3, {}, 1), {{"6", 1}})),
              HasSubstr("Không có gì khác"));
  does(World::ward(), World::estimated(World::report(3, {}, 1), {{"6", 2}}));
  EXPECT_EQ(of(1).estimate(5), 2U);
}

TEST_F(Estimates, AddUpTheTreeBesideActualFigures) {
  world.open_estimates();
  does(World::planner(), World::estimated(World::report(3, {{"6", 1}}), {{"6", 20}}));
  does(World::planner(), World::estimated(World::report(6, {{"6", 5}}), {{"6", 300}}));
  EXPECT_EQ(of(1).sums[5], 6U);
  EXPECT_EQ(of(1).estimate(5), 320U);
  EXPECT_EQ(of(1).total(5), 326U);
  EXPECT_EQ(of(2).estimate(5), 20U);
  EXPECT_EQ(of(4).estimate(5), 0U) << "asked, but it handed nothing in";
  does(World::planner(), ReturnReport{guessed_round, UnitNo{6}, 1, "Ước quá cao"});
  EXPECT_EQ(of(1).estimate(5), 20U);
}

TEST_F(Estimates, AreNoneInARoundOfActualFigures) {
  world.open_half_year();
  does(World::ward(), World::report(3, {{"6", 1}}));
  EXPECT_TRUE(of(1).estimates.empty());
  EXPECT_EQ(of(1).estimate(5), std::nullopt);
  EXPECT_EQ(of(1).total(5), 1U);
  does(World::planner(), CloseRound{guessed_round});
  EXPECT_EQ(world.round().closing->sums[5], (Sum{"6", 1, {}}));
}

// A tree that grew at random, of which some units hand in: every unit's sums are those of all
// below.
TEST(EstimatesAtRandom, AddUpAsByHand) {
  const Form& form = *find_form("hoat-dong-cap-xa-2012");
  using Figures = std::vector<std::uint64_t>;
  ASSERT_TRUE(rc::check([&] {
    organisation::State tree;
    State state;
    std::uint64_t seq = 0;
    const auto count = *rc::gen::inRange<std::uint32_t>(2, 30);
    RoundOpened opened{guessed_round, form.code, {}, Date{0}, Date{9}, Date{9}, UnitNo{1}, {}, {}};
    opened.counted_to = Date{5};
    std::vector<UnitNo> parents;
    for (std::uint32_t no = 1; no <= count; ++no) {
      organisation::UnitOpened fact{
          UnitNo{no}, {}, "U", std::to_string(no), organisation::Kind::Ward, {}, {}};
      parents.push_back(no == 1 ? UnitNo{} : UnitNo{*rc::gen::inRange<std::uint32_t>(1, no)});
      if (parents.back()) fact.parent = parents.back();
      tree.fold(fact);
      opened.units.numbers.push_back(no);
    }
    state.fold(opened, {++seq, {}, {}, {}});
    std::vector<Figures> by_hand(count, Figures(form.columns.size()));
    for (std::uint32_t no = 1; no <= count; ++no) {
      if (!*rc::gen::arbitrary<bool>()) continue;
      ReportSubmitted fact{guessed_round, UnitNo{no}, 1, {}, {}, {}};
      for (std::size_t i = 0; i < form.columns.size(); ++i) {
        const auto estimate = *rc::gen::inRange<std::uint64_t>(0, cell_max);
        fact.cells.push_back({form.columns[i].code, 1, {}, estimate});
        for (UnitNo at{no}; at; at = parents[at.index()]) by_hand[at.index()][i] += estimate;
      }
      state.fold(fact, {++seq, {}, {}, {}});
    }
    const std::vector<RollUp> all = roll_up(state.round(guessed_round), form, tree);
    for (std::uint32_t i = 0; i < count; ++i) RC_ASSERT(all[i].estimates == by_hand[i]);
  }));
}

TEST_F(Estimates, AreKeptByTheClosingWhateverComesLater) {
  world.open_estimates();
  does(World::planner(), World::estimated(World::report(3, {{"6", 1}}), {{"6", 20}}));
  does(World::planner(), CloseRound{guessed_round});
  EXPECT_EQ(world.round().closing->sums[5], (Sum{"6", 1, 20}));
  EXPECT_EQ(world.round().closing->estimate("6"), 20U);
  EXPECT_EQ(world.round().closing->estimate("99"), std::nullopt);
  does(World::planner(), AllowLate{guessed_round, "03", day("2021-07-03"), "Đếm nhầm"});
  does(World::planner(), World::estimated(World::report(3, {{"6", 2}}, 1), {{"6", 9}}));
  EXPECT_EQ(of(1).estimate(5), 9U);
  const RollUp then =
      roll_up(world.round(), *find_form(world.round().form), world.units, Counting::AsClosed)[0];
  EXPECT_EQ(then.estimate(5), 20U);
}

TEST_F(Estimates, AreFollowedByOneRoundOfOfficialFigures) {
  world.open_estimates();
  EXPECT_THAT(told(World::planner(), World::estimates()), HasSubstr("Kỳ này đã mở rồi"));
  does(World::planner(), World::half_year());
  const Round& official = world.state.round(official_round);
  EXPECT_EQ(official.follows, guessed_round);
  EXPECT_EQ(estimates_before(world.state, official), &world.round());
  EXPECT_EQ(official_after(world.state, world.round()), &official);
  EXPECT_EQ(period_title(world.round()).vi, "6 tháng đầu năm 2021, số ước");
  EXPECT_EQ(period_title(official).vi, "6 tháng đầu năm 2021, chính thức");
  EXPECT_EQ(period_title(official).en, "first half of 2021, official");
  EXPECT_THAT(told(World::planner(), World::half_year()), HasSubstr("Kỳ này đã mở rồi"));
  does(World::ward(), of_round(official_round, World::report(3, {})));
}

TEST_F(Estimates, AreFollowedByNothingOfAnotherFormScopeOrPeriod) {
  world.open_estimates();
  OpenRound district = World::half_year();
  district.scope = UnitNo{2};
  OpenRound longer = World::half_year();
  longer.from = day("2020-12-31");
  OpenRound form = World::half_year();
  form.form = "chi-tieu-chung";
  for (const OpenRound& other : {district, longer, form}) {
    does(World::planner(), other);
    const Round& opened = world.state.round(RoundNo{world.state.rounds()});
    EXPECT_EQ(opened.follows, std::nullopt) << opened.no.value;
    EXPECT_EQ(opened.counted_to, std::nullopt) << opened.no.value;
    EXPECT_EQ(official_after(world.state, world.round()), nullptr) << opened.no.value;
  }
  does(World::planner(), World::half_year());
  EXPECT_EQ(world.state.round(RoundNo{5}).follows, guessed_round);
}

// What was written before there were estimates is read and written as it always was.
TEST(EstimatesInFacts, LeaveNoTraceWhereThereAreNone) {
  const std::string closed = R"({"round":1,"submitted":2,"sums":[{"column":"6","amount":11}]})";
  const auto sums = decode<RoundClosed>(closed);
  ASSERT_TRUE(sums);
  EXPECT_EQ(sums->sums, (std::vector<Sum>{{"6", 11, {}}}));
  EXPECT_EQ(encode(*sums), closed);
  const std::string report = R"({"round":1,"unit":3,"version":1,"cells":)"
                             R"([{"column":"2","amount":45,"counted":45},)"
                             R"({"column":"6","amount":2}],"note":""})";
  const auto submitted = decode<ReportSubmitted>(report);
  ASSERT_TRUE(submitted);
  EXPECT_EQ(submitted->cells, (std::vector<Cell>{{"2", 45, 45, {}}, {"6", 2, {}, {}}}));
  EXPECT_EQ(encode(*submitted), report);
  const std::string opened = R"({"round":1,"form":"chi-tieu-chung","title":"năm 2020",)"
                             R"("from":"2020-01-01","to":"2020-12-31","due":"2021-01-05",)"
                             R"("scope":1,"units":"3-4"})";
  const auto round = decode<RoundOpened>(opened);
  ASSERT_TRUE(round);
  EXPECT_EQ(round->counted_to, std::nullopt);
  EXPECT_EQ(encode(*round), opened);
}

TEST_F(Estimates, AreNotAskedForAfterOfficialFigures) {
  world.open_half_year();
  EXPECT_EQ(world.round().follows, std::nullopt);
  EXPECT_EQ(period_title(world.round()).vi, "6 tháng đầu năm 2021");
  EXPECT_THAT(told(World::planner(), World::estimates()),
              HasSubstr("thuc-te-den: Số liệu chính thức của kỳ này đã được yêu cầu"));
}

TEST_F(Estimates, ThatWereCancelledAreNotLookedBackTo) {
  world.open_estimates();
  does(World::planner(), CancelRound{guessed_round, "Nhầm ngày"});
  does(World::planner(), World::half_year());
  EXPECT_EQ(world.state.round(official_round).follows, std::nullopt);
  EXPECT_EQ(official_after(world.state, world.round()), nullptr);
}

TEST(PeriodTitle, OfAWholeYearWithoutEstimatesIsTheOfficialOne) {
  const Date from = day("2020-01-01"), to = day("2020-12-31");
  EXPECT_EQ(period_title(from, to, false, false).vi, "năm 2020, chính thức");
  EXPECT_EQ(period_title(from, to, true, false).vi, "năm 2020, số ước");
  EXPECT_EQ(period_title(from, to, true, false).en, "year 2020, estimates");
  EXPECT_EQ(period_title(from, day("2020-03-31"), false, false).vi, "quý I năm 2020");
}

TEST_F(Estimates, AreAskedOnAFormThatIsInForceOnTheLastDay) {
  OpenRound old{"chi-tieu-chung", UnitNo{1}, day("2019-08-01"), day("2019-12-31"),
                day("2021-07-05")};
  const std::string why = told(World::planner(), old);
  EXPECT_THAT(why, HasSubstr("bieu-mau: Biểu mẫu này không có hiệu lực vào ngày cuối kỳ"));
  EXPECT_THAT(why, HasSubstr("Dùng cho kỳ có ngày cuối từ 01/01/2020."));
  EXPECT_EQ(world.state.rounds(), 0U);
  old.to = day("2020-01-01");
  does(World::planner(), old);
}

}  // namespace
}  // namespace lantoa::city::statistics
