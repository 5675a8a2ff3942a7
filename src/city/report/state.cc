#include "city/report/state.h"

#include "kernel/assert.h"

namespace lantoa::city::report {

reach::Filter Figure::filter() const {
  reach::Filter filter;
  if (!frozen.channels.empty()) filter.channels = reach::ChannelSet::only(frozen.channels);
  filter.key_officials = frozen.key_officials;
  filter.up_to = frozen.position;
  return filter;
}

void State::fold(const FigureFrozen& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.figure.index() == figures_.size());
  figures_.push_back({fact, stamp.seq, stamp.at});
}

const Figure& State::figure(FigureNo no) const {
  ASSERT(no && no.index() < figures_.size());
  return figures_[no.index()];
}

Result<const Figure*> State::find(FigureNo no) const {
  if (no && no.index() < figures_.size()) return &figures_[no.index()];
  return problem(Code::NotFound,
                 {"Không có số liệu đã chốt này.", "There is no such frozen figure."});
}

FigureNo State::same_as(const FigureFrozen& wanted) const {
  for (const Figure& figure : figures_) {
    const FigureFrozen& have = figure.frozen;
    if (have.item == wanted.item && have.unit == wanted.unit && have.channels == wanted.channels &&
        have.key_officials == wanted.key_officials && have.day == wanted.day &&
        have.position == wanted.position) {
      return have.figure;
    }
  }
  return {};
}

}  // namespace lantoa::city::report
