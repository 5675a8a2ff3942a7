// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/organisation/state.h"
#include "city/workday/state.h"

namespace lantoa::city::workday {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
};

void install(App& app, State& state, Needs needs);

// The page of a year (pages.cc); recording a day (actions.cc).
void install_pages(App& app, const State& state, Needs needs);
void install_actions(App& app, const State& state, Needs needs);

}  // namespace lantoa::city::workday
