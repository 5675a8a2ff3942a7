// ViewCounter: views as readers see them, the ledger's and those of this run that it does not have
// yet. Any thread; never waits for more than another count. Not part of the folded state.
//
//   counter.add(article);                       // a page was answered
//   const auto some = counter.take(most);       // on their way to the ledger …
//   counter.fold(fact, From::Here);             // … and there, in the fold of ViewsCounted
//   counter.put_back();                         // … or not written: they wait again
#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "city/portal/facts.h"

namespace lantoa::city::portal {

class ViewCounter {
 public:
  void add(ArticleNo article);
  std::uint64_t total(ArticleNo article) const;
  std::vector<std::uint64_t> totals(const std::vector<std::uint32_t>& articles) const;

  // Ascending, at most `most`. One taker at a time: what was taken before must have arrived or been
  // put back.
  std::vector<ArticleViews> take(std::size_t most);
  void put_back();
  enum class From { Here, Elsewhere };  // whether it was taken here
  void fold(const ViewsCounted& fact, From from);

 private:
  struct Count {
    std::uint64_t written = 0;
    std::uint32_t leaving = 0;  // taken, not yet in the ledger
    std::uint32_t waiting = 0;

    std::uint64_t total() const { return written + leaving + waiting; }
  };
  Count& at(ArticleNo article);

  mutable std::mutex mutex_;
  std::vector<Count> counts_;  // by article's index
};

}  // namespace lantoa::city::portal
