// The views that are in the ledger.
#pragma once

#include <cstdint>
#include <vector>

#include "city/portal/facts.h"

namespace lantoa::city::portal {

class State {
 public:
  void fold(const ViewsCounted& fact);

  std::uint64_t views(ArticleNo article) const;  // 0 when nobody read it, or it is unknown

  bool operator==(const State&) const = default;

 private:
  std::vector<std::uint64_t> views_;  // by article's index
};

}  // namespace lantoa::city::portal
