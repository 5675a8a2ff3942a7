#include "city/speaker/state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/speaker/branches.h"
#include "city/speaker/held.h"
#include "city/speaker/testing_world.h"

namespace lantoa::city::speaker {
namespace {

using ::testing::ElementsAre;

class SpeakerState : public ::testing::Test {
 protected:
  Held held(SpeakerNo no, std::string_view today = "2021-07-01") {
    return held_by(world.state.speaker(no), world.activities, day(today));
  }
  bool idle(SpeakerNo no, std::string_view today) {
    return is_idle(world.state.speaker(no), world.activities, day(today));
  }

  World world;
};

TEST_F(SpeakerState, TheLastWordOnAnActivityCounts) {
  const SpeakerNo one = world.recognise(3, "Người Mẫu");
  const SpeakerNo other = world.recognise(3, "Người Mẫu Hai");
  const ActivityNo first = world.meeting(3, "2021-06-10");
  const ActivityNo second = world.meeting(3, "2021-05-10");
  world.credit(second, {one});
  world.credit(first, {one, other});
  EXPECT_THAT(world.state.speaker(one).sessions, ElementsAre(first, second));
  world.credit(first, {other});
  EXPECT_THAT(world.state.speaker(one).sessions, ElementsAre(second));
  EXPECT_THAT(world.state.speaker(other).sessions, ElementsAre(first));
  EXPECT_EQ(world.state.credit(first).version, 2U);
  EXPECT_EQ(world.state.credit(ActivityNo{99}).version, 0U);
}

TEST_F(SpeakerState, AnAnnulledActivityCountsNowhere) {
  const SpeakerNo no = world.recognise(3, "Người Mẫu", "2019-01-01");
  const ActivityNo last = world.meeting(3, "2021-06-10");
  world.credit(last, {no});
  world.credit(world.meeting(3, "2021-01-01"), {no});
  world.credit(world.meeting(3, "2020-12-31"), {no});
  EXPECT_EQ(held(no).all, 3U);
  EXPECT_EQ(held(no).this_year, 2U);
  EXPECT_EQ(held(no).last, day("2021-06-10"));
  world.node.tell(activity::ActivityAnnulled{last, 2, "Ghi hai lần", {}});
  EXPECT_EQ(held(no).all, 2U);
  EXPECT_EQ(held(no).this_year, 1U);
  EXPECT_EQ(held(no).last, day("2021-01-01"));
}

TEST_F(SpeakerState, IsIdleAfterTwelveMonthsOfServingWithoutASession) {
  const SpeakerNo no = world.recognise(3, "Người Mẫu", "2020-02-29");
  EXPECT_FALSE(idle(no, "2021-02-28"));
  EXPECT_TRUE(idle(no, "2021-03-01"));
  world.credit(world.meeting(3, "2020-06-10"), {no});
  EXPECT_FALSE(idle(no, "2021-06-10"));
  EXPECT_TRUE(idle(no, "2021-06-11"));
  world.dismiss(no, "2021-06-20");
  EXPECT_FALSE(idle(no, "2021-06-20")) << "serves no longer";
}

TEST(Branches, HaveWordsEvenWhereTheyAreUnknown) {
  EXPECT_EQ(in_words({"dat-dai", "hinh-su"}, Language::Vietnamese), "Đất đai, Hình sự");
  EXPECT_EQ(in_words({"cua-ban-moi"}, Language::English), "cua-ban-moi");
}

}  // namespace
}  // namespace lantoa::city::speaker
