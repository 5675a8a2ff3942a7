// What figures are worth, against sums taken by hand.
#include "city/statistics/testing_narrative.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::HasSubstr;

class NarrativeFigures : public NarrativeWorld {
 protected:
  // Straight from the reports, without the tree's walk.
  std::uint64_t by_hand(const std::vector<std::uint32_t>& units, const std::string& column) const {
    std::uint64_t out = 0;
    for (const std::uint32_t unit : units) {
      const Report* report = half_year().report(UnitNo{unit});
      if (report == nullptr || !report->counts()) continue;
      for (const Cell& cell : report->latest().cells) {
        if (cell.column == column) out += cell.amount;
      }
    }
    return out;
  }
  // Of the second half of 2020, with as many clubs; closed.
  RoundNo closed_before(std::uint64_t clubs) {
    OpenRound round = World::half_year();
    round.from = day("2020-07-01");
    round.to = day("2020-12-31");
    does(World::planner(), round);
    const RoundNo no{world.state.rounds()};
    hand_in(3, clubs, 0, no);
    close(no);
    return no;
  }
};

TEST_F(NarrativeFigures, AreTheSumsOfTheReports) {
  EXPECT_EQ(worth("cột 6"), std::to_string(by_hand({3, 4, 6}, "6")));
  EXPECT_EQ(worth("cột 6"), "44");
  EXPECT_EQ(worth("cột 6 của 02"), std::to_string(by_hand({3, 4}, "6")));
  EXPECT_EQ(worth("cột 6 của 03"), "11");
  EXPECT_EQ(worth("cột 6 của 05"), "0");
  EXPECT_EQ(worth("cột 7"), "0");
  does(World::planner(), ReturnReport{RoundNo{1}, UnitNo{4}, 1, "Xem lại"});
  EXPECT_EQ(worth("cột 6"), "11") << "what was sent back counts no more";
  hand_in(4, 12'345, 1);
  EXPECT_EQ(worth("cột 6"), "12.356");
}

TEST_F(NarrativeFigures, CountTheUnits) {
  EXPECT_EQ(worth("phải nộp"), "3");
  EXPECT_EQ(worth("đã nộp"), "2");
  EXPECT_EQ(worth("chưa nộp"), "1");
  EXPECT_EQ(worth("đúng hạn"), "2");
  EXPECT_EQ(worth("trễ"), "0");
  EXPECT_EQ(worth("phải nộp của 02"), "2");
  EXPECT_EQ(worth("đã nộp của 05"), "0");
  EXPECT_EQ(worth("kỳ"), "6 tháng đầu năm 2021");
  world.turn_to("2021-07-06");
  hand_in(6, 1);
  EXPECT_EQ(worth("trễ"), "1");
  EXPECT_EQ(worth("chưa nộp"), "0");
}

TEST_F(NarrativeFigures, SayHowMuchIsEstimated) {
  OpenRound round = World::half_year();
  round.from = day("2021-02-01");
  round.counted_to = day("2021-05-31");
  does(World::planner(), round);
  SubmitReport report = World::report(3, {{"6", 40}});
  report.round = RoundNo{2};
  for (TypedCell& cell : report.cells) cell.estimate = cell.column == "6" ? 5 : 0;
  does(World::planner(), report);
  EXPECT_EQ(worth("cột 6", RoundNo{2}), "45 (trong đó ước 5)");
  EXPECT_EQ(worth("cột 6 thực tế", RoundNo{2}), "40");
  EXPECT_EQ(worth("cột 6 ước", RoundNo{2}), "5");
  EXPECT_EQ(worth("cột 7", RoundNo{2}), "0") << "nothing of it is estimated";
  close(RoundNo{2});
  EXPECT_EQ(worth("cột 6", RoundNo{2}), "45 (trong đó ước 5)");
}

TEST_F(NarrativeFigures, OfAClosedRoundAreThoseOfItsClosing) {
  close();
  world.turn_to("2021-07-08");
  does(World::planner(), AllowLate{RoundNo{1}, "06", day("2021-07-10"), "Mất điện"});
  hand_in(6, 100);
  EXPECT_EQ(worth("cột 6"), "44");
  EXPECT_EQ(worth("cột 6 của 05"), "0");
  EXPECT_EQ(worth("đã nộp"), "2");
  EXPECT_EQ(worth("trễ"), "0");
  NarrativeVersion version;
  version.sections = {{"ket-qua", "{{cột 6}} {{cột 6 của 02}} {{đã nộp}}"}};
  const auto later = later_than_closing(version, ground());
  ASSERT_EQ(later.size(), 2U);
  EXPECT_EQ(later[0].words, "cột 6");
  EXPECT_EQ(later[0].then, "44");
  EXPECT_EQ(later[0].now, "144");
  EXPECT_EQ(later[1].words, "đã nộp");
}

TEST_F(NarrativeFigures, AreComparedWithTheClosedRoundBefore) {
  EXPECT_THAT(worth("cột 6 so với kỳ trước"), HasSubstr("chưa có kỳ nào như thế"));
  closed_before(40);
  EXPECT_EQ(worth("cột 6 so với kỳ trước"), "tăng 4");
  EXPECT_EQ(worth("cột 7 so với kỳ trước"), "không đổi");
  EXPECT_EQ(worth("cột 6 của 03 so với kỳ trước"), "giảm 29");
  EXPECT_THAT(worth("cột 6 so với cùng kỳ"), HasSubstr("chưa có kỳ nào như thế"));
  OpenRound year = World::half_year();
  year.from = day("2020-01-01");
  year.to = day("2020-06-30");
  does(World::planner(), year);
  close(RoundNo{3});
  EXPECT_EQ(worth("cột 6 so với cùng kỳ năm trước"), "tăng 44");
  EXPECT_EQ(worth("cột 6 so với kỳ trước"), "tăng 4") << "the nearer one";
}

TEST_F(NarrativeFigures, OfAClosedRoundAreNotComparedWithOneClosedLater) {
  close();
  closed_before(40);
  EXPECT_THAT(worth("cột 6 so với kỳ trước"), HasSubstr("chưa có kỳ nào như thế"));
}

TEST_F(NarrativeFigures, AreNotComparedWithAPeriodThatEndedLongBefore) {
  OpenRound year = World::half_year();
  year.from = day("2020-01-01");
  year.to = day("2020-06-30");
  does(World::planner(), year);
  close(RoundNo{2});
  EXPECT_THAT(worth("cột 6 so với kỳ trước"), HasSubstr("chưa có kỳ nào như thế"));
  EXPECT_EQ(worth("cột 6 so với cùng kỳ"), "tăng 44");
}

TEST_F(NarrativeFigures, AreNotComparedWithAPeriodOfAnotherLength) {
  OpenRound month = World::half_year();
  month.from = day("2020-12-01");
  month.to = day("2020-12-31");
  does(World::planner(), month);
  close(RoundNo{2});
  EXPECT_THAT(worth("cột 6 so với kỳ trước"), HasSubstr("chưa có kỳ nào như thế"));
}

TEST_F(NarrativeFigures, OpenToTheirRecords) {
  const auto at = [&](LiveFigure figure) { return address_of(figure, ground()); };
  LiveFigure clubs{LiveFigure::Of::Column, 5, {}, {}, {}};
  EXPECT_EQ(at(clubs), "/bao-cao/1/don-vi/1/cot/6");
  EXPECT_EQ(public_address_of(clubs, ground()), "/so-lieu-cong-khai/1?cot=6#theo-don-vi");
  clubs.unit = UnitNo{3};
  EXPECT_EQ(at(clubs), "/bao-cao/1/don-vi/3/cot/6");
  EXPECT_EQ(at({LiveFigure::Of::Missing, 0, {}, {}, {}}),
            "/bao-cao/1?don-vi=1&xem=chua-nop#tung-don-vi");
  EXPECT_EQ(at({}), "/bao-cao/1");
  EXPECT_EQ(public_address_of({}, ground()), "/so-lieu-cong-khai/1");
}

}  // namespace
}  // namespace lantoa::city::statistics
