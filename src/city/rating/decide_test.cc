#include "city/rating/decide.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/rating/erasures.h"
#include "city/rating/testing_world.h"

namespace lantoa::city::rating {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Problem why(const Result<ledger::Done>& done) {
  if (done) {
    ADD_FAILURE() << "this was not refused";
    return {};
  }
  return done.error();
}

TEST(RateArticle, IsCountedByItsAnswer) {
  World world;
  EXPECT_EQ(world.rate(true)->answer, "/bai/1/danh-gia/cam-on");
  ASSERT_TRUE(world.rate(false));
  ASSERT_TRUE(world.rate(false, Reason::Unclear));
  EXPECT_EQ(world.ratings.counts(world.article), (Counts{3, 1}));
  EXPECT_EQ(world.ratings.counts(ArticleNo{2}), Counts{});
  EXPECT_THAT(world.ratings.of_article(world.article),
              ElementsAre(RatingNo{1}, RatingNo{2}, RatingNo{3}));
  EXPECT_EQ(world.ratings.rating(RatingNo{2}).reason, std::nullopt);
  EXPECT_EQ(world.ratings.rating(RatingNo{3}).reason, Reason::Unclear);
}

TEST(RateArticle, WordsStandInTheVaultAndNowhereElse) {
  World world;
  ASSERT_TRUE(world.rate(false, Reason::Wrong, "  Nghị quyết đã\nđược  thay. "));
  EXPECT_EQ(world.words(1), "Nghị quyết đã được thay.");
  EXPECT_TRUE(world.ratings.rating(RatingNo{1}).has_words);
  ASSERT_TRUE(world.node.store->read(0, UINT64_MAX, [](const ledger::Fact& fact) -> Result<void> {
    EXPECT_EQ(fact.body.find("thay"), std::string::npos) << fact.kind;
    return {};
  }));
}

TEST(RateArticle, WordsWithoutAReasonAreAnotherReason) {
  World world;
  ASSERT_TRUE(world.rate(false, {}, "Chữ nhỏ quá"));
  EXPECT_EQ(world.ratings.rating(RatingNo{1}).reason, Reason::Other);
}

TEST(RateArticle, WhoWasHelpedIsNotAskedWhyAndNothingOfItIsKept) {
  World world;
  ASSERT_TRUE(world.rate(true, Reason::Wrong, "Lời thừa"));
  EXPECT_EQ(world.ratings.rating(RatingNo{1}).reason, std::nullopt);
  EXPECT_EQ(world.words(1), std::nullopt);
}

TEST(RateArticle, EachFaultIsNamedAtItsField) {
  struct Case {
    std::optional<bool> helpful;
    std::optional<Reason> reason;
    std::string words;
    const char* field;
  };
  std::string long_words;
  for (std::size_t i = 0; i <= words_characters_max; ++i) long_words += "ệ";
  const std::vector<Case> cases = {
      {{}, {}, "", fields::helpful},
      {false, Reason::Other, " ", fields::words},
      {false, {}, long_words, fields::words},
      {false, {}, "a\x01z", fields::words},
      {false, {}, "a\xC2\x92z", fields::words},
      {false, {}, "Céng hßa x· héi chñ nghÜa ViÖt Nam", fields::words}};
  World world;
  for (const Case& one : cases) {
    const Problem problem = why(world.rate(one.helpful, one.reason, one.words));
    EXPECT_EQ(problem.code, Code::Invalid) << one.words;
    ASSERT_EQ(problem.details.size(), 1U) << one.words;
    EXPECT_EQ(problem.details.front().field, one.field) << one.words;
  }
  EXPECT_EQ(world.ratings.ratings(), 0U);
  long_words.resize(words_characters_max * std::string("ệ").size());
  EXPECT_TRUE(world.rate(false, {}, long_words)) << "letters are counted, not bytes";
}

TEST(RateArticle, OnlyOfAPublicArticle) {
  World world;
  world.withdraw(world.article);
  EXPECT_EQ(why(world.rate(true)).code, Code::NotFound);
  world.article = ArticleNo{9};
  EXPECT_EQ(why(world.rate(true)).code, Code::NotFound);
}

TEST(RateArticle, NoMoreInAnHourThanReadersGive) {
  World world;
  for (std::size_t i = 0; i < ratings_an_hour_of_article_max; ++i) ASSERT_TRUE(world.rate(true));
  EXPECT_EQ(why(world.rate(true)).code, Code::TooOften);
  const ArticleNo full = world.article;
  world.article = world.publish("Bài thứ hai");
  EXPECT_TRUE(world.rate(true)) << "another article has room";
  world.article = full;
  world.node.clock.time.ms += lately_ms;
  EXPECT_TRUE(world.rate(true)) << "an hour later";
}

TEST(KeepTerms, ErasesWordsAfterTheirTimeAndKeepsTheCount) {
  World world;
  ASSERT_TRUE(world.rate(false, Reason::Wrong, "Lời cũ"));
  world.node.clock.time.ms += day_ms;
  ASSERT_TRUE(world.rate(false, Reason::Wrong, "Lời mới"));
  world.node.clock.time.ms += (kept_days - 1) * day_ms;
  ASSERT_EQ(world.run("courier/rating-terms", KeepTerms{})->seq, 0U)
      << "the last day is still kept";
  world.node.clock.time.ms += day_ms;
  EXPECT_EQ(why(world.run("account/3", KeepTerms{})).code, Code::Forbidden);
  ASSERT_NE(world.run("courier/rating-terms", KeepTerms{})->seq, 0U);
  EXPECT_EQ(world.words(1), std::nullopt);
  EXPECT_EQ(world.words(2), "Lời mới");
  EXPECT_EQ(world.ratings.counts(world.article).all, 2U);
  EXPECT_FALSE(world.ratings.rating(RatingNo{1}).has_words);
  EXPECT_TRUE(world.ratings.rating(RatingNo{1}).had_words);
  EXPECT_EQ(world.run("courier/rating-terms", KeepTerms{})->seq, 0U) << "once";
}

TEST(KeepTerms, ComeWithTheDayThatTurns) {
  World world;
  ASSERT_TRUE(world.rate(false, {}, "Lời"));
  Courier& terms = *world.node.app.couriers.back();
  EXPECT_FALSE(terms.step()) << "nothing is over yet";
  world.node.clock.time.ms += (kept_days + 1) * day_ms;
  world.tell(calendar::DayTurned{vietnam_date(world.node.clock.time)});
  EXPECT_TRUE(terms.step());
  EXPECT_EQ(world.words(1), std::nullopt);
  EXPECT_FALSE(terms.step()) << "once a day";
}

TEST(WordsErased, NamesTheRowsItErases) {
  const WordsErased fact{{{1, 3}}};
  EXPECT_THAT(*erased_by(WordsErased::kind, encode(fact)), ElementsAre("rating/1", "rating/3"));
  EXPECT_THAT(*erased_by(ArticleRated::kind, ""), IsEmpty());
}

TEST(State, IsTheSameWhenFoldedAgain) {
  World world;
  ASSERT_TRUE(world.rate(true));
  ASSERT_TRUE(world.rate(false, Reason::NotFound, "Lời"));
  world.tell(WordsErased{{{2}}});
  State again;
  ledger::Folds folds;
  folds.on<ArticleRated>([&](const ArticleRated& f, const ledger::Stamp& s) { again.fold(f, s); });
  folds.on<WordsErased>([&](const WordsErased& f, const ledger::Stamp&) { again.fold(f); });
  ASSERT_TRUE(world.node.store->read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
    if (!fact.kind.starts_with("rating.")) return {};
    TRY_ASSIGN(const auto prepared, folds.prepare(fact));
    prepared();
    return {};
  }));
  EXPECT_EQ(again, world.ratings);
}

}  // namespace
}  // namespace lantoa::city::rating
