// What a closed unit did: until its last day it is recorded, after it no more, by whichever way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/import_file.h"
#include "city/activity/testing_world.h"
#include "city/testing_programs.h"

namespace lantoa::city::activity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Programs;

// Ward 11 (unit 3) stopped at the end of 15/05/2021; today is 20/05/2021.
struct ClosedUnit : ::testing::Test {
  ClosedUnit() {
    world.units.fold(organisation::UnitClosed{UnitNo{3}, day("2021-05-15"), "Sáp nhập", {}},
                     ledger::Stamp{});
  }
  static LogActivity meeting_on(std::string_view date) {
    LogActivity out = World::meeting();
    out.typed.on = day(date);
    return out;
  }
  World world;
};

TEST_F(ClosedUnit, RecordsUntilItsLastDay) {
  EXPECT_TRUE(world.run(World::district(), meeting_on("2021-05-15")));
  const auto refused = world.run(World::district(), meeting_on("2021-05-16"));
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().details.size(), 1U);
  EXPECT_EQ(refused.error().details[0].field, fields::on);
  EXPECT_THAT(refused.error().details[0].text.vi,
              HasSubstr("Phường Mười Một đã dừng hoạt động từ 16/05/2021"));
  EXPECT_THAT(refused.error().details[0].text.vi, HasSubstr("Hãy sửa ngày"));
}

TEST_F(ClosedUnit, ACorrectionKeepsTheDayThatWasRecordedBefore) {
  World other;
  const ActivityNo no = other.log(meeting_on("2021-05-18"));
  other.units.fold(organisation::UnitClosed{UnitNo{3}, day("2021-05-15"), "Sáp nhập", {}},
                   ledger::Stamp{});
  Typed typed = meeting_on("2021-05-18").typed;
  typed.amounts = {{"luot-nguoi", 46}};
  EXPECT_TRUE(other.run(World::district(), CorrectActivity{no, 1, typed, "Đếm lại"}));
  typed.on = day("2021-05-19");
  EXPECT_FALSE(other.run(World::district(), CorrectActivity{no, 2, typed, "Sai ngày"}));
}

TEST_F(ClosedUnit, AFileNamesItByTheCodeItHad) {
  const auto bring_in = [&](std::string_view rows) {
    return world.run(World::district(),
                     *read_log("đơn vị,ngày,loại,số lượt người dự\n" + std::string(rows)));
  };
  EXPECT_TRUE(bring_in("03,15/05/2021,truc-tiep,40\n"));
  const auto refused = bring_in("03,14/05/2021,truc-tiep,41\n03,16/05/2021,truc-tiep,42\n");
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().details.size(), 1U);
  EXPECT_EQ(refused.error().details[0].row, 3U);
  EXPECT_THAT(refused.error().details[0].text.vi, HasSubstr("đã dừng hoạt động từ 16/05/2021"));
  EXPECT_EQ(world.activities.activities(), 1U) << "nothing is half-written";
  world.tell(organisation::UnitOpened{
      UnitNo{5}, UnitNo{2}, "Phường Mới", "03", organisation::Kind::Ward, {}, day("2021-05-16")});
  ASSERT_TRUE(bring_in("03,14/05/2021,truc-tiep,43\n03,17/05/2021,truc-tiep,44\n"));
  EXPECT_EQ(world.activities.activity(ActivityNo{2}).unit, UnitNo{3}) << "whose code it was then";
  EXPECT_EQ(world.activities.activity(ActivityNo{3}).unit, UnitNo{5});
}

TEST_F(ClosedUnit, WhatItRecordedIsSaidBeforeItIsClosed) {
  const auto ties_of = [&](UnitNo unit) {
    std::vector<UnitTie> out;
    for (const auto& add : world.node.app.unit_ties) add(unit, out);
    return out;
  };
  EXPECT_TRUE(ties_of(UnitNo{3}).empty());
  ASSERT_TRUE(world.run(World::district(), meeting_on("2021-05-15")));
  ASSERT_TRUE(world.run(World::district(), meeting_on("2021-05-13")));
  const auto ties = ties_of(UnitNo{3});
  ASSERT_EQ(ties.size(), 1U);
  EXPECT_EQ(ties[0].count, 2U);
  EXPECT_FALSE(ties[0].blocks);
  EXPECT_EQ(ties[0].address, "/hoat-dong?don-vi=3");
  EXPECT_THAT(ties[0].then.vi, HasSubstr("Gần nhất ngày 15/05/2021")) << "not the last recorded";
}

TEST_F(ClosedUnit, ProgramsHearTheSame) {
  Programs programs{world.node};
  const auto log = [&](const std::string& on) {
    return R"({"unit":3,"kind":"truc-tiep","on":")" + on +
           R"(","amounts":[{"measure":"luot-nguoi","amount":45}]})";
  };
  EXPECT_EQ(programs.post("/activities", log("2021-05-15"), World::district()).status, 201);
  EXPECT_EQ(
      Programs::places_of(programs.post("/activities", log("2021-05-16"), World::district()), 422),
      std::vector<std::string>{"on"});
  EXPECT_EQ(Programs::places_of(
                programs.post("/activity-batches", R"({"activities":[)" + log("2021-05-17") + "]}",
                              World::district()),
                422),
            std::vector<std::string>{"1 on"});
}

TEST_F(ClosedUnit, TheFormOffersItNoMoreButTakesItsTask) {
  const std::string ward = world.node.sign_in(World::ward());
  const std::string district = world.node.sign_in(World::district());
  EXPECT_EQ(world.node.get("/hoat-dong/ghi", ward).status, 403) << "he reports for nothing else";
  const auto by_task = world.node.get("/hoat-dong/ghi?viec=2", district);
  EXPECT_EQ(by_task.status, 200);
  EXPECT_THAT(by_task.body, HasSubstr("Phường Mười Một"));
  const auto list = world.node.get("/hoat-dong?don-vi=2", district).body;
  EXPECT_THAT(list, Not(HasSubstr("Phường Mười Một"))) << "without activities it is left out";
  ASSERT_TRUE(world.run(World::district(), meeting_on("2021-05-15")));
  EXPECT_THAT(world.node.get("/hoat-dong?don-vi=2", district).body, HasSubstr("Phường Mười Một"));
}

}  // namespace
}  // namespace lantoa::city::activity
