#include "city/portal/page_cache.h"

#include <gtest/gtest.h>

#include "city/testing.h"

namespace lantoa::city::portal {
namespace {

constexpr auto vi = Language::Vietnamese;
constexpr auto en = Language::English;

class Cache : public ::testing::Test {
 protected:
  PageCache::Page page(const std::string& html) {
    return std::make_shared<const CachedPage>(http::html_page(html), cache.marker(), ArticleNo{},
                                              cache.stamp());
  }

  testing::FakeRandom random;
  testing::FakeClock clock;
  PageCache cache{random, clock, 64 * 1024};
};

TEST_F(Cache, KeepsOnePageAnAddressAndLanguage) {
  cache.put(vi, "/", page("một"));
  cache.put(en, "/", page("one"));
  EXPECT_EQ(cache.find(vi, "/")->text.fill({}), "một");
  EXPECT_EQ(cache.find(en, "/")->text.fill({}), "one");
  EXPECT_EQ(cache.find(vi, "/bai"), nullptr);
  cache.put(vi, "/", page("hai"));
  EXPECT_EQ(cache.find(vi, "/")->text.fill({}), "hai");
}

TEST_F(Cache, AFactMakesEveryPageOldAtOnce) {
  cache.put(vi, "/", page("một"));
  cache.facts_changed();
  EXPECT_EQ(cache.find(vi, "/"), nullptr);
  EXPECT_EQ(cache.size_bytes(), 0U);
}

TEST_F(Cache, APageDrawnBeforeAFactIsNotKept) {
  const auto drawn = page("một");
  cache.facts_changed();
  cache.put(vi, "/", drawn);
  EXPECT_EQ(cache.find(vi, "/"), nullptr);
}

TEST_F(Cache, FiguresMayBeASecondOld) {
  cache.put(vi, "/", page("một"));
  clock.time.ms += 3'600'000;
  EXPECT_NE(cache.find(vi, "/"), nullptr);  // nothing happened
  cache.put(vi, "/", page("hai"));
  cache.figures_changed();
  clock.time.ms += figures_age_ms_max - 1;
  EXPECT_NE(cache.find(vi, "/"), nullptr);
  clock.time.ms += 1;
  EXPECT_EQ(cache.find(vi, "/"), nullptr);
}

TEST_F(Cache, AClockSetBackMakesFiguresOld) {
  cache.put(vi, "/", page("một"));
  cache.figures_changed();
  clock.time.ms -= 1;
  EXPECT_EQ(cache.find(vi, "/"), nullptr);
}

TEST_F(Cache, DropsTheLongestUnusedBeyondItsBytes) {
  const std::string html(10'000, 'x');
  for (int i = 0; i < 5; ++i) cache.put(vi, "/" + std::to_string(i), page(html));
  EXPECT_NE(cache.find(vi, "/0"), nullptr);  // used again
  cache.put(vi, "/5", page(html));
  cache.put(vi, "/6", page(html));
  EXPECT_LE(cache.size_bytes(), 64U * 1024);
  EXPECT_NE(cache.find(vi, "/0"), nullptr);
  EXPECT_EQ(cache.find(vi, "/1"), nullptr);
  EXPECT_NE(cache.find(vi, "/6"), nullptr);
  cache.put(vi, "/large", page(std::string(70'000, 'y')));
  EXPECT_EQ(cache.find(vi, "/large"), nullptr);
  EXPECT_NE(cache.find(vi, "/6"), nullptr);
}

}  // namespace
}  // namespace lantoa::city::portal
