// The views that are in the ledger, and when the list of public addresses last changed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "city/portal/facts.h"
#include "kernel/time.h"

namespace lantoa::city::portal {

class State {
 public:
  void fold(const ViewsCounted& fact);
  void places_change(Instant at);  // a fact of another slice came that adds an address or ends one

  std::uint64_t views(ArticleNo article) const;  // 0 when nobody read it, or it is unknown

  std::optional<Instant> places_changed() const { return places_changed_; }  // none: never

  bool operator==(const State&) const = default;

 private:
  std::vector<std::uint64_t> views_;  // by article's index
  std::optional<Instant> places_changed_;
};

}  // namespace lantoa::city::portal
