// Many activities of a program at once: all of them or none, every fault by its row and member.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/testing_world.h"
#include "city/testing_programs.h"

namespace lantoa::city::activity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Programs;

constexpr const char* batches = "/activity-batches";

// `more`: further members, ",\"what\":\"Tổ 5\"".
std::string meeting_of(std::uint32_t unit, std::uint32_t attending, const std::string& more = {}) {
  return R"({"unit":)" + std::to_string(unit) +
         R"(,"kind":"truc-tiep","on":"2021-05-20","amounts":[{"measure":"luot-nguoi","amount":)" +
         std::to_string(attending) + "}]" + more + "}";
}

std::string batch_of(const std::vector<std::string>& rows) {
  std::string out;
  for (const std::string& row : rows) out += (out.empty() ? "" : ",") + row;
  return R"({"activities":[)" + out + "]}";
}

struct Batches : ::testing::Test {
  http::Response send(const std::vector<std::string>& rows, const std::string& account,
                      const std::string& key = {}) {
    return programs.post(batches, batch_of(rows), account, key);
  }
  std::vector<std::string> faults(const std::vector<std::string>& rows,
                                  const std::string& account = World::district()) {
    const auto before = world.activities.activities();
    auto out = Programs::places_of(send(rows, account), 422);
    EXPECT_EQ(world.activities.activities(), before) << "all of them or none";
    return out;
  }

  World world;
  Programs programs{world.node};
};

TEST_F(Batches, AreRecordedInTheOrderSentAndAnsweredByNumber) {
  world.log(World::meeting(1));
  const auto done = send({meeting_of(3, 45, R"(,"what":"Tổ 5","documents":["97/2019/QH14"])"),
                          meeting_of(2, 46), meeting_of(3, 47)},
                         World::district(), "mot");
  const json::Value receipt = Programs::parsed(done, 201);
  EXPECT_THAT(done.body, HasSubstr(R"("repeated":false,"page":"/hoat-dong","numbers":[2,3,4])"));
  ASSERT_EQ(world.activities.activities(), 4U);
  const Activity& first = world.activities.activity(ActivityNo{2});
  EXPECT_EQ(first.unit, UnitNo{3});
  EXPECT_EQ(first.record.what, "Tổ 5");
  EXPECT_THAT(first.record.documents, ElementsAre(DocumentNo{1}));
  EXPECT_EQ(world.activities.activity(ActivityNo{3}).unit, UnitNo{2}) << "units may differ";
  EXPECT_EQ(receipt.find("position")->integer, world.activities.changes().of(ActivityNo{4}));
}

TEST_F(Batches, TheSameKeyIsDoneOnceAndAnsweredTheSameNumbers) {
  const std::vector<std::string> rows{meeting_of(3, 45), meeting_of(3, 46)};
  EXPECT_EQ(send(rows, World::ward(), "mot").status, 201);
  EXPECT_THAT(send(rows, World::ward(), "mot").body,
              HasSubstr(R"("repeated":true,"page":"/hoat-dong","numbers":[1,2])"));
  EXPECT_EQ(send({rows[0]}, World::ward(), "mot").status, 422) << "another body";
  EXPECT_EQ(world.activities.activities(), 2U);
}

TEST_F(Batches, EveryFaultNamesItsRowAndMember) {
  EXPECT_THAT(faults({meeting_of(3, 45), meeting_of(4, 46), meeting_of(99, 47), meeting_of(3, 0),
                      R"({"unit":3,"kind":"la","on":"2021-05-20","amounts":[]})",
                      R"({"unit":3,"kind":"loa","on":"2021-05-21","amounts":[]})",
                      meeting_of(3, 48, R"(,"assignment":1,"documents":["1/2099/NĐ-CP"])")}),
              ElementsAre("2 unit", "3 unit", "4 amounts", "5 kind", "6 on", "6 amounts",
                          "6 amounts", "7 assignment", "7 documents"))
      << "rights are judged by row";
  EXPECT_THAT(faults({meeting_of(2, 45), meeting_of(3, 46)}, World::ward()), ElementsAre("1 unit"));
}

TEST_F(Batches, WhatIsNoActivityNamesItsRowTheSameWay) {
  EXPECT_THAT(
      faults({meeting_of(3, 45), R"({"unit":"3","on":"2021-02-31","amounts":[{}]})", "7"}),
      ElementsAre("2 unit", "2 kind", "2 on", "2 amounts[0].measure", "2 amounts[0].amount", "3 "));
  EXPECT_THAT(Programs::places_of(programs.post(batches, "{}", World::ward()), 422),
              ElementsAre("activities"));
}

TEST_F(Batches, TwinsAreAskedAboutUntilTheyAreSaidToBeOthers) {
  world.log(World::meeting(45));
  const auto twins = send({meeting_of(3, 45), meeting_of(3, 46), meeting_of(3, 46)}, World::ward());
  EXPECT_THAT(Programs::places_of(twins, 422), ElementsAre("1 is_other", "3 is_other"));
  EXPECT_THAT(twins.body, HasSubstr("recorded activity 1"));
  EXPECT_THAT(twins.body, HasSubstr("as item 2"));
  const std::string other = R"(,"is_other":true)";
  EXPECT_EQ(send({meeting_of(3, 45, other), meeting_of(3, 46), meeting_of(3, 46, other),
                  meeting_of(3, 46, other)},
                 World::ward())
                .status,
            201)
      << "also word for word: the program said so";
}

TEST_F(Batches, AreOfOneToFiveHundred) {
  EXPECT_THAT(faults({}), IsEmpty());
  EXPECT_THAT(programs.post(batches, batch_of({}), World::ward()).body,
              HasSubstr(R"("field":"activities")"));
  std::vector<std::string> rows;
  for (std::uint32_t i = 1; i <= batch_rows_max; ++i) rows.push_back(meeting_of(3, i));
  rows.push_back(meeting_of(3, 5'000));
  const auto many = send(rows, World::ward());
  EXPECT_EQ(many.status, 413);
  EXPECT_THAT(many.body, HasSubstr("at most 500"));
  rows.pop_back();
  EXPECT_EQ(send(rows, World::ward()).status, 201);
  EXPECT_EQ(world.activities.activities(), batch_rows_max);
}

TEST_F(Batches, OfWhoRecordsNothingAreRefused) {
  EXPECT_EQ(send({meeting_of(3, 45)}, World::auditor()).status, 403);
  EXPECT_EQ(world.run(World::auditor(), ImportActivities{}).error().code, Code::Forbidden);
}

}  // namespace
}  // namespace lantoa::city::activity
