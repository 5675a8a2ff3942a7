// What the portal counts by itself: how an article counts, and how it is kept from counting twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "city/activity/import_file.h"
#include "city/activity/kinds.h"
#include "city/activity/testing_articles.h"

namespace lantoa::city::activity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr UnitNo ward_unit{3};

struct Channels : ::testing::Test {
  Total counted(UnitNo unit, std::string_view from, std::string_view to) const {
    return world.activities.total(unit, portal_kind, day(from), day(to));
  }
  std::uint32_t counted(UnitNo unit = ward_unit) const {
    return counted(unit, "2021-01-01", "2021-12-31").activities;
  }
  Problem refusal(const LogActivity& command, std::string actor = World::ward()) {
    const auto before = world.activities.activities();
    const auto done = world.run(std::move(actor), command);
    EXPECT_FALSE(done);
    EXPECT_EQ(world.activities.activities(), before);
    return done ? Problem{} : done.error();
  }

  World world;
  Articles articles{world};
};

TEST_F(Channels, AnArticleCountsForItsUnitOnTheDayItWentPublic) {
  const ArticleNo no = articles.publish(ward_unit, "Chính quyền đô thị là gì",
                                        {DocumentNo{2}, DocumentNo{1}, DocumentNo{2}}, PlanNo{1});
  const ChannelEntry* one = world.activities.entry(no);
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(one->number, 1U);
  EXPECT_EQ(one->record.kind, portal_kind);
  EXPECT_EQ(one->record.on, day("2021-05-20"));
  EXPECT_EQ(one->record.what, "Chính quyền đô thị là gì");
  EXPECT_THAT(one->record.documents, ElementsAre(DocumentNo{1}, DocumentNo{2}));
  EXPECT_THAT(one->record.amounts, ElementsAre(Amount{"tin-bai", 1}));
  EXPECT_EQ(counted(), 1U);
  EXPECT_EQ(counted(UnitNo{2}), 0U) << "of the unit alone, as activities are";
  EXPECT_EQ(counted(ward_unit, "2021-05-20", "2021-05-20").amounts.at("tin-bai"), 1U);
  EXPECT_EQ(counted(ward_unit, "2021-05-01", "2021-05-31").activities, 1U) << "a whole month";
  EXPECT_EQ(counted(ward_unit, "2021-05-21", "2021-06-30").activities, 0U);
  EXPECT_THAT(world.activities.entries_of(PlanNo{1}, ward_unit), ElementsAre(no));
  EXPECT_THAT(world.activities.entries_of(PlanNo{1}, UnitNo{2}), IsEmpty());
}

TEST_F(Channels, OnlyWhatIsPublicIsAnEntry) {
  world.tell(content::ArticleStarted{ArticleNo{1}, ward_unit, {}, false});
  content::VersionDrafted drafted{};
  drafted.article = ArticleNo{1};
  drafted.version = 1;
  drafted.title = "Bản nháp";
  world.tell(drafted);
  EXPECT_EQ(world.activities.entry(ArticleNo{1}), nullptr);
  EXPECT_EQ(world.activities.entry(ArticleNo{7}), nullptr);
  EXPECT_EQ(world.activities.entry(ArticleNo{}), nullptr);
  EXPECT_EQ(counted(), 0U);
}

TEST_F(Channels, TwoArticlesOfADayAreTwo) {
  articles.publish(ward_unit, "Bài một");
  articles.publish(ward_unit, "Bài hai");
  EXPECT_EQ(counted(ward_unit, "2021-05-20", "2021-05-20").activities, 2U);
  EXPECT_EQ(world.activities.of_unit(ward_unit).at(std::string(portal_kind)).entries.size(), 2U);
}

TEST_F(Channels, ACorrectionChangesWordsAndNoCount) {
  const ArticleNo no = articles.publish(ward_unit, "Bài một", {DocumentNo{1}});
  world.turn_to("2021-06-03");
  articles.revise(no, "Bài một, bản sửa", {DocumentNo{2}});
  const Record& record = world.activities.entry(no)->record;
  EXPECT_EQ(record.what, "Bài một, bản sửa");
  EXPECT_THAT(record.documents, ElementsAre(DocumentNo{2}));
  EXPECT_EQ(record.on, day("2021-05-20"));
  EXPECT_EQ(counted(), 1U);
  EXPECT_EQ(counted(ward_unit, "2021-06-01", "2021-06-30").activities, 0U);
}

TEST_F(Channels, WhatIsWithdrawnIsKeptWithTheReasonAndCountsNowhere) {
  const ArticleNo no = articles.publish(ward_unit, "Bài một", {}, PlanNo{1});
  articles.publish(ward_unit, "Bài hai");
  articles.withdraw(no, content::Reason::LawChanged);
  articles.withdraw(no, content::Reason::LawChanged);
  const ChannelEntry& one = *world.activities.entry(no);
  ASSERT_TRUE(one.taken_off);
  EXPECT_FALSE(one.counts());
  EXPECT_EQ(one.taken_off->reason, content::Reason::LawChanged);
  EXPECT_EQ(one.taken_off->text, "Ghi nhầm số điều");
  EXPECT_EQ(counted(), 1U);
  EXPECT_EQ(counted(ward_unit, "2021-05-20", "2021-05-20").activities, 1U);
  EXPECT_EQ(world.activities.entries_of(ward_unit).size(), 2U) << "both stay to be seen";
  EXPECT_THAT(world.activities.entries_of(PlanNo{1}, ward_unit), ElementsAre(no));
}

TEST_F(Channels, WhatComesBackIsTheSameItemOfNews) {
  const ArticleNo no = articles.publish(ward_unit, "Bài một");
  articles.withdraw(no);
  EXPECT_THAT(world.activities.of_unit(ward_unit), IsEmpty());
  world.turn_to("2021-07-01");
  articles.revise(no, "Bài một, viết lại");
  EXPECT_EQ(counted(), 1U);
  EXPECT_EQ(counted(ward_unit, "2021-05-01", "2021-05-31").activities, 1U)
      << "on the day it first went public, so that no second period counts it too";
  EXPECT_TRUE(world.activities.entry(no)->counts());
  EXPECT_EQ(world.activities.entries().size(), 1U);
}

// An article stays with the unit in whose name it was published, whatever is opened beside it.
TEST_F(Channels, AUnitThatIsOpenedLaterTakesNothingAlong) {
  articles.publish(ward_unit, "Bài một");
  world.tell(organisation::UnitOpened{
      UnitNo{5}, UnitNo{2}, "Phường Mười Một mới", "05", organisation::Kind::Ward, {}, {}});
  articles.publish(UnitNo{5}, "Bài hai");
  EXPECT_EQ(counted(), 1U);
  EXPECT_EQ(counted(UnitNo{5}), 1U);
}

TEST_F(Channels, TotalsAreWhatIsCountedAfresh) {
  std::mt19937 random(97);
  std::vector<ArticleNo> all;
  for (int step = 0; step < 200; ++step) {
    world.turn_to(iso(day("2021-05-20") + step));
    if (all.empty() || random() % 2 == 0) {
      all.push_back(articles.publish(UnitNo{static_cast<std::uint32_t>(1 + random() % 4)}, "Bài"));
    } else if (random() % 2 == 0) {
      articles.withdraw(all[random() % all.size()]);
    } else {
      articles.revise(all[random() % all.size()], "Bài sửa");
    }
    for (std::uint32_t unit = 1; unit <= 4; ++unit) {
      std::uint32_t wanted = 0;
      for (const ChannelEntry& one : world.activities.entries()) {
        const Date on = one.record.on;
        const bool is_within = on >= day("2021-06-10") && on <= day("2021-09-15");
        if (one.unit.value == unit && one.counts() && is_within) ++wanted;
      }
      EXPECT_EQ(counted(UnitNo{unit}, "2021-06-10", "2021-09-15").activities, wanted);
    }
  }
}

TEST_F(Channels, NobodyRecordsWhatTheyDoThemselves) {
  LogActivity by_hand = news("Bài một");
  by_hand.typed.kind = portal_kind;
  const Problem why = refusal(by_hand);
  ASSERT_EQ(why.details.size(), 1U);
  EXPECT_EQ(why.details.front().field, fields::kind);
  EXPECT_THAT(why.details.front().text.vi, HasSubstr("do Cổng tự ghi khi bài được đăng"));
  EXPECT_THAT(why.details.front().text.en, HasSubstr("recorded by the portal itself"));

  const ActivityNo no = world.log(news("Bài trên báo"));
  CorrectActivity becomes{no, 1, by_hand.typed, "Nhầm loại"};
  EXPECT_FALSE(world.run(World::ward(), becomes)) << "nor by a correction";
  for (const Kind& kind : kinds()) EXPECT_FALSE(is_of_channel(kind.code)) << "none is offered";
  EXPECT_TRUE(is_counted(portal_kind, "tin-bai")) << "a form of a report may ask for it";
}

TEST_F(Channels, AFileCannotBringThemInAndIsToldWhy) {
  for (const std::string kind : {"cong-tin", "\"Tin, bài trên Cổng\""}) {
    const auto command =
        read_log("ngày,loại,nội dung,số tin bài\n20/05/2021," + kind + ",Bài một,1\n");
    ASSERT_TRUE(command) << command.error().text.en;
    const auto done = world.run(World::ward(), *command);
    ASSERT_FALSE(done);
    ASSERT_EQ(done.error().details.size(), 1U);
    EXPECT_EQ(done.error().details.front().row, 2U);
    EXPECT_THAT(done.error().details.front().text.vi, HasSubstr("do Cổng tự ghi"));
  }
}

TEST_F(Channels, TheSameNewsByHandIsAskedAbout) {
  const ArticleNo no = articles.publish(ward_unit, "Chính quyền đô thị: hỏi và đáp");
  const Problem why = refusal(news("chinh quyen do thi – HỎI VÀ ĐÁP"));
  EXPECT_EQ(why.code, Code::Conflict);
  EXPECT_EQ(why.field, fields::other);
  EXPECT_THAT(why.text.vi, HasSubstr("Bài “Chính quyền đô thị: hỏi và đáp” đã lên Cổng ngày "
                                     "20/05/2021 nên đã tự được tính, không cần ghi lại."));
  LogActivity other = news("Chính quyền đô thị: hỏi và đáp");
  other.typed.is_other = true;
  const ActivityNo said = world.log(other);
  EXPECT_THAT(world.activities.portal_twins(ward_unit, world.activities.activity(said).record),
              IsEmpty())
      << "that is settled";
  EXPECT_THAT(world.activities.hand_twins(*world.activities.entry(no)), IsEmpty());
}

TEST_F(Channels, AnotherSubjectDayUnitOrKindIsNoTwin) {
  articles.publish(ward_unit, "Bài một");
  world.turn_to("2021-05-30");
  world.log(news("Bài một", "2021-05-16"));  // four days apart
  world.log(news("Bài một", "2021-05-24"));
  EXPECT_EQ(refusal(news("Bài một", "2021-05-17")).field, fields::other) << "three are too near";
  EXPECT_EQ(refusal(news("Bài một", "2021-05-23")).field, fields::other);
  world.log(news("Bài hai", "2021-05-20"));
  world.log(news("", "2021-05-19"));
  LogActivity elsewhere = news("Bài một", "2021-05-20");
  elsewhere.unit = UnitNo{2};
  EXPECT_TRUE(world.run(World::district(), elsewhere));
  LogActivity leaflet = news("Bài một", "2021-05-20");
  leaflet.typed.kind = "tai-lieu";
  leaflet.typed.amounts = {{"tai-lieu", 100}};
  world.log(leaflet);
}

// Recorded before the article went public, so that nobody was asked.
TEST_F(Channels, TwinsThatCameApartAreFoundFromBothSides) {
  const ActivityNo by_hand = world.log(news("Bài một"));
  const ArticleNo no = articles.publish(ward_unit, "Bài Một");
  const Record& record = world.activities.activity(by_hand).record;
  EXPECT_THAT(world.activities.portal_twins(ward_unit, record), ElementsAre(no));
  EXPECT_THAT(world.activities.hand_twins(*world.activities.entry(no)), ElementsAre(by_hand));
  articles.withdraw(no);
  EXPECT_THAT(world.activities.portal_twins(ward_unit, record), IsEmpty())
      << "what does not count counts nothing twice";
  EXPECT_THAT(world.activities.hand_twins(*world.activities.entry(no)), IsEmpty());
}

TEST_F(Channels, ARowOfAFileThatThePortalCountedIsAskedAbout) {
  articles.publish(ward_unit, "Bài một");
  const std::string head = "ngày,loại,nội dung,số tin bài,khác\n";
  const auto asked = read_log(head + "19/05/2021,tin-bai,Bài một,1,\n");
  ASSERT_TRUE(asked);
  const auto refused = world.run(World::ward(), *asked);
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().details.size(), 1U);
  EXPECT_EQ(refused.error().details.front().row, 2U);
  EXPECT_THAT(refused.error().details.front().text.vi,
              HasSubstr("nên đã tự được tính. Nếu đây là tin, bài khác, hãy ghi “x”"));
  EXPECT_TRUE(world.run(World::ward(), *read_log(head + "19/05/2021,tin-bai,Bài một,1,x\n")));
}

}  // namespace
}  // namespace lantoa::city::activity
