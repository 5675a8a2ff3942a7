// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/law/state.h"
#include "city/organisation/state.h"

namespace lantoa::city::law {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
};

void install(App& app, State& state, Needs needs);

// The pages (pages.cc); the forms and what they do (actions.cc).
void install_pages(App& app, const State& state, Needs needs);
void install_actions(App& app, const State& state, Needs needs);

// One document's page, also shown again by a form of it that failed.
Page document_page(App& app, const State& state, Needs needs);

}  // namespace lantoa::city::law
