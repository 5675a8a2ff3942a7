// Deadlines of rounds and of late reports in working days: counted from the day they are given,
// kept as a day, shown as both. Today is Thursday, 01/07/2021.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/testing_world.h"
#include "city/testing_programs.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class DeadlinesInWorkingDays : public ::testing::Test {
 protected:
  static OpenRound within(std::uint32_t days) {
    OpenRound out = World::half_year();
    out.due = Due::within(days);
    return out;
  }
  std::string said(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, planner, language).body;
  }
  void close_round() {
    const auto done = world.run(World::planner(), CloseRound{RoundNo{1}});
    ASSERT_TRUE(done) << done.error().text.en;
  }

  World world;
  std::string planner = world.node.sign_in(World::planner());
};

TEST_F(DeadlinesInWorkingDays, OfARoundCountFromItsOpening) {
  world.workdays.fold({day("2021-07-02"), workday::Rule::Off, "Nghỉ mẫu", "Thông báo mẫu", {}}, {});
  ASSERT_TRUE(world.run(World::planner(), within(10)));
  EXPECT_EQ(world.round().due, day("2021-07-16"));
  EXPECT_EQ(world.round().working_days, 10U);
  // A calendar that changes afterwards changes nothing.
  world.workdays.fold({day("2021-07-05"), workday::Rule::Off, "Nghỉ mẫu", "Thông báo mẫu", {}}, {});
  EXPECT_EQ(world.round().due, day("2021-07-16"));
  EXPECT_TRUE(world.round().is_late(UnitNo{3}, day("2021-07-17")));
  EXPECT_FALSE(world.round().is_late(UnitNo{3}, day("2021-07-16")));
}

TEST_F(DeadlinesInWorkingDays, ADayLeavesTheFactAsItWas) {
  const auto decided =
      decide(world.known(), World::half_year(),
             Envelope{{}, day("2021-07-01"), *world.node.app.find_actor(World::planner())});
  ASSERT_TRUE(decided);
  EXPECT_THAT(decided->facts.at(0).body, Not(HasSubstr("working_days")));
}

TEST_F(DeadlinesInWorkingDays, NothingAndTooManyAreRefused) {
  OpenRound none = World::half_year();
  none.due = {};
  for (const OpenRound& wrong : {none, within(working_days_max + 1), within(4'000'000'000U)}) {
    const auto done = world.run(World::planner(), wrong);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().details.at(0).field, "han");
  }
  OpenRound before_the_end = within(10);
  before_the_end.to = day("2021-07-31");
  before_the_end.from = day("2021-02-01");
  const auto done = world.run(World::planner(), before_the_end);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().details.at(0).text.vi,
              HasSubstr("10 ngày làm việc, tức đến hết ngày 15/07/2021: Hạn nộp phải từ"));
}

TEST_F(DeadlinesInWorkingDays, AreTypedAndShownWithTheirDay) {
  EXPECT_THAT(said("/bao-cao/mo"), HasSubstr("số ngày làm việc kể từ ngày mở kỳ"));
  const std::string form =
      "pham-vi=1&bieu-mau=hoat-dong-cap-xa-2012&tu-ngay=01/01/2021&den-ngay=30/06/2021&han=";
  const auto wrong = world.node.post("/bao-cao/mo", form + "10 ngày", planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"10 ngày\""));
  EXPECT_THAT(wrong.body, HasSubstr("không nói là ngày làm việc"));
  const auto missing = world.node.post("/bao-cao/mo", form, planner);
  EXPECT_THAT(missing.body, HasSubstr("id=\"han-loi\""));
  EXPECT_EQ(world.node.post("/bao-cao/mo", form + "10 ngày làm việc", planner).status, 303);
  for (const char* path : {"/bao-cao", "/bao-cao/1", "/bao-cao/1/don-vi/3"}) {
    EXPECT_THAT(said(path), HasSubstr("10 ngày làm việc, tức đến hết ngày 15/07/2021")) << path;
    EXPECT_THAT(said(path, Language::English), HasSubstr("10 working days, that is by 15/07/2021"))
        << path;
  }
}

TEST_F(DeadlinesInWorkingDays, OfAUnitThatIsLetInCountFromThatDay) {
  world.open_half_year();
  close_round();
  EXPECT_THAT(said("/bao-cao/1"), HasSubstr("số ngày làm việc kể từ hôm nay"));
  const std::string form = "don-vi=03&ly-do=Mất điện&gia-han-den=";
  for (const char* until : {"61 ngày làm việc", "3 ngày", ""}) {
    const auto wrong = world.node.post("/bao-cao/1/nop-bo-sung", form + until, planner);
    EXPECT_EQ(wrong.status, 422) << until;
    EXPECT_THAT(wrong.body, HasSubstr("id=\"gia-han-den-loi\"")) << until;
  }
  EXPECT_EQ(world.node.post("/bao-cao/1/nop-bo-sung", form + "3 ngày làm việc", planner).status,
            303);
  const Late& late = world.round().late.at(UnitNo{3});
  EXPECT_EQ(late.until, day("2021-07-06"));
  EXPECT_EQ(late.working_days, 3U);
  EXPECT_THAT(said("/bao-cao/1/don-vi/3"),
              HasSubstr("Được nộp bổ sung trong 3 ngày làm việc, tức đến hết ngày 06/07/2021"));
  EXPECT_THAT(said("/bao-cao/1/don-vi/3", Language::English),
              HasSubstr("Let in once more for 3 working days, that is by 06/07/2021"));
}

TEST_F(DeadlinesInWorkingDays, ProgramsSendOneOrTheOther) {
  testing::Programs programs{world.node};
  const auto post = [&](const std::string& path, std::string json) {
    return programs.post(path, std::move(json), World::planner());
  };
  const std::string draft = R"({"form":"hoat-dong-cap-xa-2012","scope":1,"from":"2021-01-01",)"
                            R"("to":"2021-06-30")";
  EXPECT_THAT(post("/rounds", draft + "}").body, HasSubstr("working_days"));
  EXPECT_EQ(post("/rounds", draft + R"(,"due":"2021-07-15","working_days":10})").status, 422);
  EXPECT_EQ(post("/rounds", draft + R"(,"working_days":10})").status, 201);
  EXPECT_THAT(programs.get("/rounds/1", World::planner()).body,
              AllOf(HasSubstr(R"("due":"2021-07-15")"), HasSubstr(R"("working_days":10)")));
  close_round();
  EXPECT_EQ(post("/rounds/1/late", R"({"code":"03","reason":"Mất điện"})").status, 422);
  EXPECT_EQ(post("/rounds/1/late", R"({"code":"03","reason":"Mất điện","working_days":3})").status,
            201);
  EXPECT_EQ(world.round().late.at(UnitNo{3}).until, day("2021-07-06"));
}

}  // namespace
}  // namespace lantoa::city::statistics
