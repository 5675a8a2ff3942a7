#include "city/portal/state.h"

namespace lantoa::city::portal {

void State::fold(const ViewsCounted& fact, const ledger::Stamp& stamp) {
  const Date day = vietnam_date(stamp.at);
  for (const ArticleViews& one : fact.views) {
    if (one.article.index() >= views_.size()) views_.resize(one.article.index() + 1);
    Views& views = views_[one.article.index()];
    views.all += one.count;
    views.by_day.add(day, one.count);
  }
}

void State::places_change(Instant at) {
  places_changed_ = places_changed_ ? std::max(*places_changed_, at) : at;
}

std::uint64_t State::views(ArticleNo article) const {
  return article && article.index() < views_.size() ? views_[article.index()].all : 0;
}

std::uint64_t State::views_between(ArticleNo article, Date from, Date to) const {
  if (!article || article.index() >= views_.size()) return 0;
  return views_[article.index()].by_day.between(from, to);
}

}  // namespace lantoa::city::portal
