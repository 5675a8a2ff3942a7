// Rules of frozen figures.
#pragma once

#include <optional>
#include <vector>

#include "city/calendar/state.h"
#include "city/organisation/state.h"
#include "city/reach/state.h"
#include "city/report/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::report {

struct FreezeFigure {
  ItemNo item;
  UnitNo unit;
  std::vector<reach::Channel> channels;  // ascending; empty: all
  bool key_officials = false;
  Date day;  // today or before
};

struct Known {
  const State& figures;
  const calendar::State& calendar;
  const organisation::State& organisation;
  const reach::State& reach;
};

// What freezing would write, also for the page that shows it first. Invalid: a day before the item
// was opened or after today; Forbidden: a group so small that the figure would tell about persons.
Result<FigureFrozen> count(const Known& known, const FreezeFigure& command, std::uint64_t head);

using Decided = Result<ledger::Decision>;
// The same figure frozen twice is one figure.
Decided decide(const Known& known, const FreezeFigure& command, const Envelope& envelope);

std::string address(FigureNo figure);  // "/so-lieu/3"

}  // namespace lantoa::city::report
