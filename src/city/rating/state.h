// Ratings as they are now: each one, and counted by article. No words: those are read from the
// vault for the page that shows them.
#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "city/rating/facts.h"
#include "kernel/text.h"
#include "kernel/time.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::rating {

Text title(Reason reason);

struct Rating {
  RatingNo no;
  ArticleNo article;
  Instant at;
  bool helpful = false;
  std::optional<Reason> reason;
  bool had_words = false;
  bool has_words = false;  // until they are erased

  bool operator==(const Rating&) const = default;
};

struct Counts {
  std::uint32_t all = 0;
  std::uint32_t helpful = 0;

  bool operator==(const Counts&) const = default;
};

// Of fewer the public is told nothing: they would say more about single readers than about the
// text.
constexpr std::uint32_t ratings_shown_min = 10;

constexpr std::int64_t lately_ms = 60LL * 60 * 1000;

class State {
 public:
  void fold(const ArticleRated& fact, const ledger::Stamp& stamp);
  void fold(const WordsErased& fact);

  std::uint32_t ratings() const { return static_cast<std::uint32_t>(ratings_.size()); }
  const Rating& rating(RatingNo no) const;  // needs one that was given
  Counts counts(ArticleNo article) const;
  const std::vector<RatingNo>& of_article(ArticleNo article) const;  // ascending
  // How many were given since `lately_ms` before `now`, in all and of one article.
  std::size_t lately(Instant now) const;
  std::size_t lately(Instant now, ArticleNo article) const;
  // Given before this day, their words not erased; ascending.
  std::vector<std::uint32_t> words_before(Date day) const;

  bool operator==(const State&) const = default;

 private:
  struct OfArticle {
    Counts counts;
    std::vector<RatingNo> ratings;

    bool operator==(const OfArticle&) const = default;
  };

  std::vector<Rating> ratings_;
  std::unordered_map<ArticleNo, OfArticle> of_article_;
  std::vector<RatingNo> with_words_;  // ascending
  std::deque<RatingNo> lately_;       // ascending; what is older falls out as others come in
};

}  // namespace lantoa::city::rating
