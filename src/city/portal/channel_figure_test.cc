#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/portal/testing_world.h"

namespace lantoa::city::portal {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct ViewedWorld : World {
  ViewedWorld() {
    open_city();
    publish({"Bài một", "Mở đầu", "Nội dung", "Tác giả"}, "bai-mot");
    publish({"Bài hai", "Mở đầu", "Nội dung", "Tác giả"}, "bai-hai");
  }
  void count(std::vector<ArticleViews> some) { tell("portal", ViewsCounted{std::move(some)}); }
  void next_day() { node.clock.time.ms += day_ms; }

  // “Bài một 7”, the most read first; the figure is their sum.
  std::vector<std::string> viewed(UnitNo unit, const char* from, const char* to) {
    for (const ChannelFigure& figure : node.app.channel_figures) {
      if (figure.code != "luot-xem") continue;
      const std::vector<bool> below = units.below(unit);
      const Actor actor;
      const ChannelAsk ask{unit, below, *parse_iso_date(from), *parse_iso_date(to), actor, {}};
      std::vector<std::string> out;
      std::uint64_t sum = 0;
      for (const ChannelRecord& one : figure.records(ask, Language::Vietnamese)) {
        out.push_back(one.title + " " + std::to_string(one.amount));
        addresses.push_back(one.address);
        sum += one.amount;
      }
      EXPECT_EQ(figure.amount(ask), sum);
      return out;
    }
    ADD_FAILURE() << "no figure";
    return {};
  }

  std::vector<std::string> addresses;
};

TEST(ViewsFigure, IsOfTheUnitsArticlesInThePeriod) {
  ViewedWorld world;
  world.count({{ArticleNo{1}, 3}, {ArticleNo{2}, 5}});
  world.next_day();
  world.count({{ArticleNo{1}, 4}});
  EXPECT_THAT(world.viewed(UnitNo{1}, "2021-05-12", "2021-05-13"),
              ElementsAre("Bài một 7", "Bài hai 5"));
  EXPECT_THAT(world.addresses, ElementsAre("/bai/1-bai-mot", "/bai/2-bai-hai"));
  EXPECT_THAT(world.viewed(UnitNo{2}, "2021-05-12", "2021-05-12"),
              ElementsAre("Bài hai 5", "Bài một 3"));
  EXPECT_THAT(world.viewed(UnitNo{2}, "2021-05-13", "2021-12-31"), ElementsAre("Bài một 4"));
  EXPECT_THAT(world.viewed(UnitNo{2}, "2021-06-01", "2021-12-31"), IsEmpty());
}

TEST(ViewsFigure, LeavesOutUnitsBesideAndKeepsWhatWasWithdrawn) {
  ViewedWorld world;
  world.tell("unit/3",
             organisation::UnitOpened{
                 UnitNo{3}, UnitNo{1}, "Sở khác", "03", organisation::Kind::Department, {}, {}});
  world.count({{ArticleNo{1}, 3}});
  world.tell("article", content::ArticleWithdrawn{ArticleNo{1}, {}, "Sai", PersonNo{1}});
  EXPECT_THAT(world.viewed(UnitNo{3}, "2021-05-01", "2021-05-31"), IsEmpty());
  EXPECT_THAT(world.viewed(UnitNo{2}, "2021-05-01", "2021-05-31"), ElementsAre("Bài một 3"))
      << "it was read then";
  world.tell("article", content::VersionDrafted{ArticleNo{1}, 2, "Bản nháp", {}, {}, {}, {}});
  EXPECT_THAT(world.viewed(UnitNo{2}, "2021-05-01", "2021-05-31"), ElementsAre("Bài một 3"))
      << "a draft is not told to who sees the figure";
}

}  // namespace
}  // namespace lantoa::city::portal
