// What can happen when a reader says whether an article helped him. Facts carry no trace of the
// reader; the words he wrote stand in erasable rows.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"

namespace lantoa::city::rating {

// Why it did not help.
enum class Reason { NotFound, Unclear, Wrong, Other };
BOOST_DESCRIBE_ENUM(Reason, NotFound, Unclear, Wrong, Other)

struct ArticleRated {
  static constexpr std::string_view kind = "rating.article_rated";
  RatingNo rating;
  ArticleNo article;
  bool helpful = false;
  std::optional<Reason> reason;  // of one that did not help; none: not said
  bool has_words = false;        // in the vault
};
BOOST_DESCRIBE_STRUCT(ArticleRated, (), (rating, article, helpful, reason, has_words))

// The time for which words are kept is over; the ratings themselves stay counted.
struct WordsErased {
  static constexpr std::string_view kind = "rating.words_erased";
  NumberSet ratings;
};
BOOST_DESCRIBE_STRUCT(WordsErased, (), (ratings))

std::string words_id(RatingNo rating);  // vault row "rating/<n>", a plain text

}  // namespace lantoa::city::rating
