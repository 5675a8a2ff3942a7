// Figures that were frozen.
#pragma once

#include <vector>

#include "city/reach/state.h"
#include "city/report/facts.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::report {

struct Figure {
  FigureFrozen frozen;
  std::uint64_t seq = 0;  // of the fact that froze it
  Instant at;

  reach::Count count() const { return {frozen.audience, frozen.reached, frozen.by_proxy}; }
  // What is counted, in the words of reach, up to the figure's position.
  reach::Filter filter() const;
};

class State {
 public:
  void fold(const FigureFrozen& fact, const ledger::Stamp& stamp);

  std::uint32_t figures() const { return static_cast<std::uint32_t>(figures_.size()); }
  const Figure& figure(FigureNo no) const;        // needs no <= figures()
  Result<const Figure*> find(FigureNo no) const;  // NotFound otherwise
  // The figure that says exactly this already; none otherwise.
  FigureNo same_as(const FigureFrozen& wanted) const;

 private:
  std::vector<Figure> figures_;
};

}  // namespace lantoa::city::report
