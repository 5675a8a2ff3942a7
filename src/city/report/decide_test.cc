// Freezing: what may be frozen, what is written, and that it can be counted again.
#include "city/report/decide.h"

#include <gtest/gtest.h>

#include "city/identity/facts.h"

namespace lantoa::city::report {
namespace {

// A city with three districts of six people each and one of a single person.
class Freezing : public ::testing::Test {
 protected:
  Freezing() {
    for (std::uint32_t no = 1; no <= 5; ++no) {
      organisation::UnitOpened fact{
          UnitNo{no}, {}, "Đơn vị", std::to_string(no), organisation::Kind::UrbanDistrict, {}, {}};
      if (no > 1) fact.parent = UnitNo{1};
      tree.fold(fact);
    }
    for (std::uint32_t unit = 2; unit <= 4; ++unit) add(unit, 6);
    tell(reach::ItemOpened{ItemNo{1}, ArticleNo{1}, 1, PlanNo{1}, UnitNo{1}, {}});
    turn("1970-01-01");
    record({1, 2, 3});
    turn("1970-01-02");
    record({7, 8});
  }

  template <class F>
  void tell(const F& fact) {
    state.fold(fact, {++seq, {}, {}, {}});
  }
  void add(std::uint32_t unit, std::uint32_t count) {
    tell(identity::PersonsRegistered{PersonNo{persons + 1}, count, UnitNo{unit}, {}, {}, {}});
    persons += count;
  }
  void record(std::vector<std::uint32_t> who) {
    tell(reach::ReceiptsRecorded{
        ItemNo{1}, reach::Channel::Portal, NumberSet::of(std::move(who)), {}, {}});
  }
  const reach::Item& item() const { return state.item(ItemNo{1}); }
  std::uint64_t head() const { return seq; }

  void turn(const char* day) {
    calendar.fold(calendar::DayTurned{*parse_iso_date(day)}, {++seq, {}, {}, {}});
  }
  Decided freeze(std::uint32_t unit, const char* day, Actor actor = Actor::system("test")) const {
    return decide({figures, calendar, tree, state},
                  {ItemNo{1}, UnitNo{unit}, {}, false, *parse_iso_date(day)},
                  {Instant{}, calendar.today(), std::move(actor), head()});
  }
  FigureFrozen written(const Decided& decided) const {
    EXPECT_TRUE(decided && decided->facts.size() == 1);
    return *decode<FigureFrozen>(decided->facts.at(0).body);
  }

  organisation::State tree;
  reach::State state{tree};
  State figures;
  calendar::State calendar;
  std::uint32_t persons = 0;
  std::uint64_t seq = 0;
};

TEST_F(Freezing, ThePositionIsTheLastFactOfAPastDayAndTheHeadOfToday) {
  const FigureFrozen then = written(freeze(1, "1970-01-01"));
  EXPECT_EQ(then.position, *calendar.end_of(*parse_iso_date("1970-01-01")));
  EXPECT_EQ(then.reached, 3U);
  EXPECT_EQ(then.audience, 18U);
  const FigureFrozen now = written(freeze(1, "1970-01-02"));
  EXPECT_EQ(now.position, head());
  EXPECT_EQ(now.reached, 5U);
}

TEST_F(Freezing, AUnitWhereNobodyHasToKnowHasNoFigure) {
  const auto refused = freeze(5, "1970-01-02");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Invalid);
  EXPECT_EQ(refused.error().field, "don-vi");
}

TEST_F(Freezing, TheSameFigureTwiceIsOne) {
  figures.fold(written(freeze(1, "1970-01-02")), {});
  const Decided again = freeze(1, "1970-01-02");
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->facts.empty());
  EXPECT_EQ(again->answer, "/so-lieu/1");
  record({9});
  EXPECT_EQ(freeze(1, "1970-01-02")->facts.size(), 1U) << "the ledger has grown";
}

TEST_F(Freezing, ADayOutsideTheItemIsRefusedWithTheDaysThereAre) {
  for (const char* day : {"1969-12-31", "1970-01-03"}) {
    const Decided refused = freeze(1, day);
    ASSERT_FALSE(refused) << day;
    EXPECT_EQ(refused.error().code, Code::Invalid);
    EXPECT_NE(refused.error().text.vi.find("02/01/1970"), std::string::npos);
  }
}

TEST_F(Freezing, AGroupThatWouldTellAboutSinglePersonsIsRefused) {
  add(5, 1);
  turn("1970-01-03");
  Actor planner = Actor::system("x");
  planner.kind = Actor::Kind::Account;
  planner.grants = {{Role::Planner, UnitNo{1}}};
  EXPECT_EQ(freeze(5, "1970-01-03", planner).error().code, Code::Forbidden);
  EXPECT_TRUE(freeze(4, "1970-01-03", planner));
}

// A frozen figure is seen by everybody who sees figures.
TEST_F(Freezing, ASmallUnitsOwnOfficerCannotFreezeItEither) {
  add(5, 3);
  turn("1970-01-03");
  Actor officer = Actor::system("x");
  officer.kind = Actor::Kind::Account;
  officer.grants = {{Role::UnitOfficer, UnitNo{5}}};
  EXPECT_EQ(freeze(5, "1970-01-03", officer).error().code, Code::Forbidden);
}

// Of 6 persons 4 would be key officials: the figures of both leave two others to work out.
TEST_F(Freezing, AGroupThatFollowsFromTwoFiguresIsRefused) {
  tell(identity::PersonsRegistered{
      PersonNo{persons + 1}, 8, UnitNo{5}, NumberSet::of({19, 20, 21, 22, 23, 24}), {}, {}});
  persons += 8;
  turn("1970-01-03");
  const Date day = *parse_iso_date("1970-01-03");
  const auto refused =
      count({figures, calendar, tree, state}, {ItemNo{1}, UnitNo{5}, {}, true, day}, head());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Forbidden);
  EXPECT_TRUE(
      count({figures, calendar, tree, state}, {ItemNo{1}, UnitNo{5}, {}, false, day}, head()));
}

TEST_F(Freezing, WhoeverHasNoSayOverTheUnitIsRefused) {
  Actor officer = Actor::system("x");
  officer.kind = Actor::Kind::Account;
  officer.grants = {{Role::UnitOfficer, UnitNo{2}}};
  EXPECT_TRUE(freeze(2, "1970-01-02", officer));
  EXPECT_EQ(freeze(3, "1970-01-02", officer).error().code, Code::Forbidden);
}

// Outsiders are shown this fact.
TEST_F(Freezing, TheFactNamesNobody) {
  Actor planner = Actor::system("x");
  planner.kind = Actor::Kind::Account;
  planner.person = PersonNo{9};
  planner.grants = {{Role::Planner, UnitNo{1}}};
  EXPECT_FALSE(written(freeze(1, "1970-01-02", planner)).by);
}

// What was frozen stands; what is known later is another figure.
TEST_F(Freezing, ALaterCorrectionChangesOnlyWhatIsKnownToday) {
  figures.fold(written(freeze(1, "1970-01-02")), {});
  tell(reach::ReceiptCorrected{ItemNo{1}, head(), PersonNo{7}, PersonNo{1}});
  const Figure& figure = figures.figure(FigureNo{1});
  const auto counted = [&](const reach::Filter& filter) {
    return reach::Tally(state, tree, item(), filter).count(UnitNo{1});
  };
  EXPECT_EQ(counted(figure.filter()), figure.count());
  reach::Filter today = figure.filter();
  today.corrected_since = true;
  EXPECT_EQ(counted(today).reached, figure.frozen.reached - 1);
}

TEST(FigureFrozenFact, ReadsBackAsItWasWritten) {
  const FigureFrozen fact{
      FigureNo{2}, ItemNo{1}, UnitNo{3},  {reach::Channel::Meeting}, true, Date{18'000}, 4'812, 31,
      12,          3,         PersonNo{9}};
  const auto again = decode<FigureFrozen>(encode(fact));
  ASSERT_TRUE(again);
  EXPECT_EQ(encode(*again), encode(fact));
  EXPECT_EQ(again->channels, fact.channels);
  EXPECT_EQ(again->position, fact.position);
}

}  // namespace
}  // namespace lantoa::city::report
