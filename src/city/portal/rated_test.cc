// What the public is told of readers' ratings: nothing of few, two numbers of many.
#include <gtest/gtest.h>

#include "city/portal/testing_world.h"

namespace lantoa::city::portal {
namespace {

struct RatedWorld : World {
  RatedWorld() {
    open_city();
    article = publish({"Bài mẫu", "Mở đầu", "Nội dung", "Tác giả"}, "bai-mau");
  }
  void rate(bool helpful, std::uint32_t times = 1) {
    for (std::uint32_t i = 0; i < times; ++i) {
      const RatingNo no{ratings.ratings() + 1};
      tell("rating", rating::ArticleRated{no, article, helpful, {}, false});
    }
  }
  // From the pages that are kept, or drawn and kept; a second later than what changed.
  std::string body() {
    node.clock.time.ms += figures_age_ms_max;
    if (const auto kept = fast("/bai/1-bai-mau")) return kept->body;
    return node.get("/bai/1-bai-mau").body;
  }
  bool shows(std::string_view text) { return body().find(text) != std::string::npos; }

  ArticleNo article;
};

TEST(Rated, IsAskedUnderEachArticleAndToldFromTenOn) {
  RatedWorld world;
  EXPECT_TRUE(world.shows("Bài này có giúp ích cho bạn không?"));
  EXPECT_TRUE(world.shows("action=\"/bai/1/danh-gia\" method=\"get\""));
  world.rate(true, rating::ratings_shown_min - 2);
  world.rate(false);
  EXPECT_FALSE(world.shows("đánh giá thấy bài này có ích"));
  world.rate(true);
  EXPECT_TRUE(world.shows("<a href=\"/bai/1/danh-gia#cach-tinh\">9 trong 10 đánh giá"));
}

TEST(Rated, ChangesAPageThatIsKept) {
  RatedWorld world;
  world.rate(true, rating::ratings_shown_min);
  EXPECT_TRUE(world.shows("10 trong 10"));
  world.rate(false);
  EXPECT_TRUE(world.shows("10 trong 11"));
}

}  // namespace
}  // namespace lantoa::city::portal
