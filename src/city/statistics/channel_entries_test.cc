// Articles that the portal counted by itself, within a report: added up once, and opened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/roll_up.h"
#include "city/statistics/testing_world.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct NewsReports : ::testing::Test {
  NewsReports() {
    const OpenRound round{"chi-tieu-chung", UnitNo{1}, day("2021-01-01"), day("2021-06-30"),
                          day("2021-07-05")};
    EXPECT_TRUE(world.run(World::planner(), round));
  }

  ArticleNo publish(std::uint32_t unit, std::string title, std::string_view on) {
    const ArticleNo no{++articles};
    content::VersionDrafted drafted{};
    drafted.article = no;
    drafted.version = 1;
    drafted.title = std::move(title);
    world.activities.fold(content::ArticleStarted{no, UnitNo{unit}, {}, false});
    world.activities.fold(drafted);
    world.activities.fold(content::ArticlePublished{no, 1, "bai"},
                          ledger::Stamp{1, start_of_day(day(on)), {}, {}});
    return no;
  }
  void withdraw(ArticleNo no) {
    world.activities.fold(content::ArticleWithdrawn{no, content::Reason::Wrong, "Sai", PersonNo{1}},
                          ledger::Stamp{2, start_of_day(day("2021-07-01")), {}, {}});
  }
  const Column& news() const { return *find_column(*find_form("chi-tieu-chung"), "11"); }
  std::uint64_t counted(std::uint32_t unit = 3) const {
    return *counted_of(world.round(), news(), world.activities, UnitNo{unit});
  }

  World world;
  std::uint32_t articles = 0;
};

TEST_F(NewsReports, CountArticlesOfThePortalBesideNewsByHand) {
  world.log(3, "tin-bai", "2021-05-05", {{"tin-bai", 2}});
  publish(3, "Bài một", "2021-05-20");
  const ArticleNo gone = publish(3, "Bài hai", "2021-05-20");
  publish(3, "Bài sau kỳ", "2021-07-01");
  publish(4, "Bài của phường khác", "2021-05-20");
  EXPECT_EQ(counted(), 4U);
  EXPECT_EQ(counted(4), 1U);
  const auto pieces = pieces_of(world.round(), news(), world.activities, UnitNo{3});
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[0].activity, ActivityNo{1});
  EXPECT_EQ(pieces[1].article, ArticleNo{1});
  EXPECT_FALSE(pieces[1].activity);
  withdraw(gone);
  EXPECT_EQ(counted(), 3U);
  EXPECT_EQ(pieces_of(world.round(), news(), world.activities, UnitNo{3}).size(), 2U);
}

TEST_F(NewsReports, AFigureOpensDownToTheArticle) {
  world.log(3, "tin-bai", "2021-05-05", {{"tin-bai", 2}});
  publish(3, "Bài <một>", "2021-05-20");
  const std::string ward = world.node.sign_in(World::ward());
  const auto page = world.node.get("/bao-cao/1/don-vi/3/cot/11", ward);
  EXPECT_EQ(page.status, 200);
  for (const char* text :
       {"href=\"/hoat-dong/1\"", "<a href=\"/bai/1\" lang=\"vi\">Bài &lt;một&gt;", "Cổng tự ghi",
        "20/05/2021"}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  EXPECT_THAT(page.body, Not(HasSubstr("Nghi trùng")));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3/cot/11", ward, Language::English).body,
              HasSubstr("by the portal itself"));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", ward).body,
              HasSubstr("name=\"cot-11\" inputmode=\"numeric\" autocomplete=\"off\" value=\"3\""))
      << "and fills the form beforehand";
}

TEST_F(NewsReports, NewsThatMayBeCountedTwiceAreMarked) {
  const ActivityNo no{world.activities.activities() + 1};
  activity::Record record;
  record.kind = "tin-bai";
  record.on = day("2021-05-19");
  record.what = "Bài một";
  record.amounts = {{"tin-bai", 1}};
  world.node.tell(activity::ActivityLogged{no, UnitNo{3}, record, {}});
  publish(3, "Bài Một", "2021-05-20");
  const std::string ward = world.node.sign_in(World::ward());
  const std::string body = world.node.get("/bao-cao/1/don-vi/3/cot/11", ward).body;
  const std::size_t by_hand = body.find("Nghi trùng");
  ASSERT_NE(by_hand, std::string::npos);
  EXPECT_NE(body.find("Nghi trùng", by_hand + 1), std::string::npos) << "both of them";
}

}  // namespace
}  // namespace lantoa::city::statistics
