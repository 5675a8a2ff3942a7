// The views that are in the ledger, also by day, and when the list of public addresses last
// changed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "city/day_counts.h"
#include "city/portal/facts.h"
#include "kernel/time.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::portal {

class State {
 public:
  void fold(const ViewsCounted& fact, const ledger::Stamp& stamp);
  void places_change(Instant at);  // a fact of another slice came that adds an address or ends one

  std::uint64_t views(ArticleNo article) const;  // 0 when nobody read it, or it is unknown

  // The same on these days, both included, by the day on which they were written.
  std::uint64_t views_between(ArticleNo article, Date from, Date to) const;

  std::optional<Instant> places_changed() const { return places_changed_; }  // none: never

  bool operator==(const State&) const = default;

 private:
  struct Views {
    std::uint64_t all = 0;
    DayCounts by_day;

    bool operator==(const Views&) const = default;
  };
  std::vector<Views> views_;  // by article's index
  std::optional<Instant> places_changed_;
};

}  // namespace lantoa::city::portal
