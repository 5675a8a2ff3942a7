// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/content/state.h"
#include "city/identity/state.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"

namespace lantoa::city::content {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const identity::State& identity;
  const law::State& law;
  const plan::State& plans;
};

// `clock` is asked for what is due, and by pages that say how long something has waited.
void install(App& app, State& state, Needs needs, Clock& clock);

void install_list(App& app, const State& state, Needs needs);     // list.cc
void install_article(App& app, const State& state, Needs needs);  // article.cc
void install_forms(App& app, const State& state, Needs needs);    // form.cc
void install_images(App& app, const State& state, Needs needs);   // images.cc: their bytes
void install_used(App& app, const State& state, Needs needs);     // used.cc
void install_compare(App& app, const State& state, Needs needs);  // compare.cc
void install_actions(App& app, const State& state, Needs needs);  // actions.cc
void install_publication(App& app, const State& state, Needs needs,
                         Clock& clock);           // publication.cc
void install_ties(App& app, const State& state);  // ties.cc: of a unit that is to be closed

// One article's office page, also shown again by an act on it that failed.
Page article_page(App& app, const State& state, Needs needs);

}  // namespace lantoa::city::content
