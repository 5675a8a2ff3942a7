// Counting views: what is written, and that readers see every view exactly once meanwhile.
#include "city/portal/decide.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "city/portal/state.h"
#include "city/portal/view_counter.h"

namespace lantoa::city::portal {
namespace {

content::State three_articles() {
  content::State state;
  for (std::uint32_t no = 1; no <= 3; ++no) {
    state.fold(content::ArticleStarted{ArticleNo{no}, UnitNo{1}, {}, false});
  }
  return state;
}

Envelope by(Actor actor) { return {Instant{}, Date{}, std::move(actor)}; }

ArticleViews views(std::uint32_t article, std::uint32_t count) {
  return {ArticleNo{article}, count};
}

TEST(CountViews, OneFactForAllArticles) {
  const auto content = three_articles();
  const CountViews command{{views(1, 5), views(3, 1)}};
  const auto decision = decide(content, command, by(Actor::system("views")));
  ASSERT_TRUE(decision.has_value());
  ASSERT_EQ(decision->facts.size(), 1U);
  EXPECT_EQ(decision->facts[0].kind, "portal.views_counted");
  EXPECT_EQ(decision->facts[0].body,
            R"({"views":[{"article":1,"count":5},{"article":3,"count":1}]})");
  EXPECT_EQ(decode<ViewsCounted>(decision->facts[0].body)->views, command.views);
}

TEST(CountViews, RefusesWhatTheCounterNeverSends) {
  const auto content = three_articles();
  struct Case {
    std::vector<ArticleViews> views;
    Code code;
  };
  for (const Case& one : {
           Case{{views(4, 1)}, Code::Invalid},               // no such article
           Case{{views(0, 1)}, Code::Invalid},               // none
           Case{{views(1, 0)}, Code::Invalid},               // nothing
           Case{{views(1, 1), views(1, 1)}, Code::Invalid},  // twice
           Case{{views(2, 1), views(1, 1)}, Code::Invalid},  // another order
           Case{std::vector(articles_per_count_max + 1, views(1, 1)), Code::TooLarge},
       }) {
    const auto decision = decide(content, CountViews{one.views}, by(Actor::system("views")));
    ASSERT_FALSE(decision.has_value());
    EXPECT_EQ(decision.error().code, one.code);
  }
  EXPECT_EQ(decide(content, CountViews{{views(1, 1)}}, by(Actor{})).error().code, Code::Forbidden);
  EXPECT_TRUE(decide(content, CountViews{}, by(Actor::system("views")))->facts.empty());
}

TEST(CountViews, CommutesBecauseViewsAreAddedUp) {
  rc::check([](const std::vector<std::pair<std::uint8_t, std::uint16_t>>& counts) {
    State forwards;
    State backwards;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto& [first, n] = counts[i];
      const auto& [last, m] = counts[counts.size() - 1 - i];
      forwards.fold(ViewsCounted{{views(first + 1U, n)}}, {});
      backwards.fold(ViewsCounted{{views(last + 1U, m)}}, {});
    }
    RC_ASSERT(forwards == backwards);
  });
}

TEST(PortalState, KnowsNothingOfOtherArticles) {
  State state;
  state.fold(ViewsCounted{{views(2, 7)}}, {});
  state.fold(ViewsCounted{{views(2, 1)}}, {});
  EXPECT_EQ(state.views(ArticleNo{2}), 8U);
  EXPECT_EQ(state.views(ArticleNo{1}), 0U);
  EXPECT_EQ(state.views(ArticleNo{9}), 0U);
  EXPECT_EQ(state.views(ArticleNo{}), 0U);
}

TEST(PortalState, CountsViewsOnTheDayOnWhichTheyWereWritten) {
  const auto on = [](const char* at) { return ledger::Stamp{1, *parse_iso_instant(at), {}, {}}; };
  const auto day = [](const char* text) { return *parse_iso_date(text); };
  State state;
  state.fold(ViewsCounted{{views(2, 7)}}, on("2021-05-12T23:59:00+07:00"));
  state.fold(ViewsCounted{{views(1, 2), views(2, 3)}}, on("2021-05-13T00:00:00+07:00"));
  EXPECT_EQ(state.views_between(ArticleNo{2}, day("2021-05-12"), day("2021-05-12")), 7U);
  EXPECT_EQ(state.views_between(ArticleNo{2}, day("2021-05-13"), day("2021-06-30")), 3U);
  EXPECT_EQ(state.views_between(ArticleNo{2}, day("2021-05-01"), day("2021-05-31")), 10U);
  EXPECT_EQ(state.views_between(ArticleNo{9}, day("2021-05-01"), day("2021-05-31")), 0U);
  EXPECT_EQ(state.views_between(ArticleNo{}, day("2021-05-01"), day("2021-05-31")), 0U);
}

constexpr auto here = ViewCounter::From::Here;

TEST(ViewCounter, ATotalNeverJumpsOnTheWayToTheLedger) {
  ViewCounter counter;
  counter.fold(ViewsCounted{{views(2, 100)}}, here);  // of earlier runs
  counter.add(ArticleNo{2});
  counter.add(ArticleNo{2});
  EXPECT_EQ(counter.total(ArticleNo{2}), 102U);
  const auto leaving = counter.take(10);
  EXPECT_EQ(leaving, std::vector{views(2, 2)});
  counter.add(ArticleNo{2});
  EXPECT_EQ(counter.total(ArticleNo{2}), 103U);
  counter.fold(ViewsCounted{leaving}, here);
  EXPECT_EQ(counter.total(ArticleNo{2}), 103U);
  EXPECT_EQ(counter.take(10), std::vector{views(2, 1)});
}

TEST(ViewCounter, WhatWasNotWrittenIsTakenAgain) {
  ViewCounter counter;
  counter.add(ArticleNo{1});
  EXPECT_EQ(counter.take(10).size(), 1U);
  counter.put_back();
  counter.add(ArticleNo{1});
  EXPECT_EQ(counter.total(ArticleNo{1}), 2U);
  EXPECT_EQ(counter.take(10), std::vector{views(1, 2)});
}

TEST(ViewCounter, ViewsFromElsewhereLeaveThoseOnTheirWayAlone) {
  ViewCounter counter;
  counter.add(ArticleNo{1});
  EXPECT_EQ(counter.take(10).size(), 1U);
  counter.fold(ViewsCounted{{views(1, 50)}}, ViewCounter::From::Elsewhere);
  EXPECT_EQ(counter.total(ArticleNo{1}), 51U);
  counter.put_back();
  EXPECT_EQ(counter.take(10), std::vector{views(1, 1)});
}

TEST(ViewCounter, TakesNoMoreThanAsked) {
  ViewCounter counter;
  for (std::uint32_t no = 1; no <= 5; ++no) counter.add(ArticleNo{no});
  const auto some = counter.take(3);
  EXPECT_EQ(some, (std::vector{views(1, 1), views(2, 1), views(3, 1)}));
  counter.fold(ViewsCounted{some}, here);
  EXPECT_EQ(counter.take(3).size(), 2U);
}

}  // namespace
}  // namespace lantoa::city::portal
