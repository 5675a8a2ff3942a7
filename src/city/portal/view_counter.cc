#include "city/portal/view_counter.h"

#include <algorithm>
#include <utility>

#include "kernel/assert.h"

namespace lantoa::city::portal {

ViewCounter::Count& ViewCounter::at(ArticleNo article) {
  if (article.index() >= counts_.size()) counts_.resize(article.index() + 1);
  return counts_[article.index()];
}

void ViewCounter::add(ArticleNo article) {
  const std::lock_guard guard(mutex_);
  ++at(article).waiting;
}

std::uint64_t ViewCounter::total(ArticleNo article) const {
  return totals({article.value}).front();
}

std::vector<std::uint64_t> ViewCounter::totals(const std::vector<std::uint32_t>& articles) const {
  std::vector<std::uint64_t> out;
  out.reserve(articles.size());
  const std::lock_guard guard(mutex_);
  for (const std::uint32_t article : articles) {
    const std::size_t index = ArticleNo{article}.index();
    out.push_back(index < counts_.size() ? counts_[index].total() : 0);
  }
  return out;
}

std::vector<ArticleViews> ViewCounter::take(std::size_t most) {
  std::vector<ArticleViews> out;
  const std::lock_guard guard(mutex_);
  for (std::size_t i = 0; i < counts_.size() && out.size() < most; ++i) {
    Count& count = counts_[i];
    ASSERT(count.leaving == 0);
    if (count.waiting == 0) continue;
    count.leaving = std::exchange(count.waiting, 0);
    out.push_back({ArticleNo{static_cast<std::uint32_t>(i + 1)}, count.leaving});
  }
  return out;
}

void ViewCounter::put_back() {
  const std::lock_guard guard(mutex_);
  for (Count& count : counts_) count.waiting += std::exchange(count.leaving, 0);
}

void ViewCounter::fold(const ViewsCounted& fact, From from) {
  const std::lock_guard guard(mutex_);
  for (const ArticleViews& one : fact.views) {
    Count& count = at(one.article);
    count.written += one.count;
    if (from == From::Elsewhere) continue;
    // A fact of an earlier run, met in a replay, is not on its way in this one.
    count.leaving -= std::min(count.leaving, one.count);
  }
}

}  // namespace lantoa::city::portal
