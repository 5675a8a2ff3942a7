#include "city/portal/state.h"

namespace lantoa::city::portal {

void State::fold(const ViewsCounted& fact) {
  for (const ArticleViews& one : fact.views) {
    if (one.article.index() >= views_.size()) views_.resize(one.article.index() + 1);
    views_[one.article.index()] += one.count;
  }
}

void State::places_change(Instant at) {
  places_changed_ = places_changed_ ? std::max(*places_changed_, at) : at;
}

std::uint64_t State::views(ArticleNo article) const {
  return article && article.index() < views_.size() ? views_[article.index()] : 0;
}

}  // namespace lantoa::city::portal
