// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/content/state.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "city/search/follower.h"

namespace lantoa::city::search {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const law::State& law;
  const plan::State& plans;
  const content::State& content;
};

// After the slices it finds things of, and before the ledger is replayed.
void install(App& app, Follower& follower, Needs needs);

void install_page(App& app, Follower& follower, Needs needs);         // page.cc: /tim
void install_suggestions(App& app, Follower& follower, Needs needs);  // suggest.cc: /tim/goi-y

}  // namespace lantoa::city::search
