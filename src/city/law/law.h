// The slice's table of contents.
#pragma once

#include <memory>

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

// The same of full texts (text_pages.cc, text_actions.cc), which are read once for all of them.
class Texts;
void install_text_pages(App& app, std::shared_ptr<Texts> texts, const State& state, Needs needs);
void install_text_actions(App& app, std::shared_ptr<Texts> texts, const State& state, Needs needs);

// One document's page, also shown again by a form of it that failed.
Page document_page(App& app, const State& state, Needs needs);
// One edition of its full text, to be compared, confirmed or refused.
using EditionNo = Id<struct EditionTag>;  // within a document, from 1
Page edition_page(App& app, std::shared_ptr<Texts> texts, const State& state, Needs needs);

}  // namespace lantoa::city::law
