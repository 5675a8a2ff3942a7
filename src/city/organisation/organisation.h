// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/organisation/state.h"

namespace lantoa::city::organisation {

struct Needs {
  const calendar::State& calendar;
};

void install(App& app, State& state, Needs needs);

// GET pages (pages.cc) and POST actions (actions.cc).
void install_pages(App& app, const State& state);
void install_actions(App& app, const State& state, Needs needs);
void install_groups(App& app, const State& state);   // groups.cc: groups of units
void install_closing(App& app, const State& state);  // closing.cc: both
void install_mailbox(App& app, const State& state);  // mailbox.cc: where mails to a unit go
void install_api(App& app, const State& state);      // api.cc: for programs

}  // namespace lantoa::city::organisation
