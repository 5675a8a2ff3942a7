#include "city/rating/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::rating {

Text title(Reason reason) {
  switch (reason) {
    case Reason::NotFound:
      return {"Không tìm thấy điều cần biết", "What I wanted to know is not there"};
    case Reason::Unclear:
      return {"Khó hiểu", "It is hard to understand"};
    case Reason::Wrong:
      return {"Có chỗ sai hoặc đã cũ", "Something in it is wrong or out of date"};
    case Reason::Other:
      return {"Lý do khác", "Another reason"};
  }
  return {};
}

void State::fold(const ArticleRated& fact, const ledger::Stamp& stamp) {
  ratings_.push_back({fact.rating, fact.article, stamp.at, fact.helpful, fact.reason,
                      fact.has_words, fact.has_words});
  OfArticle& of = of_article_[fact.article];
  of.ratings.push_back(fact.rating);
  ++of.counts.all;
  if (fact.helpful) ++of.counts.helpful;
  if (fact.has_words) with_words_.push_back(fact.rating);
  while (!lately_.empty() && stamp.at.ms - rating(lately_.front()).at.ms >= lately_ms) {
    lately_.pop_front();
  }
  lately_.push_back(fact.rating);
}

void State::fold(const WordsErased& fact) {
  for (const std::uint32_t number : fact.ratings.numbers) {
    const RatingNo no{number};
    if (no && no.index() < ratings_.size()) ratings_[no.index()].has_words = false;
  }
  std::erase_if(with_words_, [&](RatingNo no) { return !rating(no).has_words; });
}

const Rating& State::rating(RatingNo no) const {
  ASSERT(no && no.index() < ratings_.size());
  return ratings_[no.index()];
}

Counts State::counts(ArticleNo article) const {
  const auto found = of_article_.find(article);
  return found == of_article_.end() ? Counts{} : found->second.counts;
}

const std::vector<RatingNo>& State::of_article(ArticleNo article) const {
  static const std::vector<RatingNo> none;
  const auto found = of_article_.find(article);
  return found == of_article_.end() ? none : found->second.ratings;
}

std::size_t State::lately(Instant now) const {
  return static_cast<std::size_t>(std::count_if(lately_.begin(), lately_.end(), [&](RatingNo no) {
    return now.ms - rating(no).at.ms < lately_ms;
  }));
}

std::size_t State::lately(Instant now, ArticleNo article) const {
  return static_cast<std::size_t>(std::count_if(lately_.begin(), lately_.end(), [&](RatingNo no) {
    return rating(no).article == article && now.ms - rating(no).at.ms < lately_ms;
  }));
}

std::vector<std::uint32_t> State::words_before(Date day) const {
  std::vector<std::uint32_t> out;
  for (const RatingNo no : with_words_) {
    if (vietnam_date(rating(no).at) < day) out.push_back(no.value);
  }
  return out;
}

}  // namespace lantoa::city::rating
