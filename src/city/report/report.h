// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/content/state.h"
#include "city/report/decide.h"

namespace lantoa::city::report {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const content::State& content;
  const reach::State& reach;
};

void install(App& app, State& state, Needs needs);

void install_figures(App& app, const State& state, Needs needs);  // figures.cc: list, one, freezing
void install_records(App& app, const State& state, Needs needs);  // records.cc: what is behind one
void install_api(App& app, const State& state, Needs needs);      // api.cc: for programs

inline Known known(const State& state, const Needs& needs) {
  return {state, needs.calendar, needs.organisation, needs.reach};
}

// What is counted, in a line: "Quận Ba Đình · qua họp · cán bộ chủ chốt".
std::string what(const FigureFrozen& figure, const Needs& needs, Language language);
std::string title(const FigureFrozen& figure, const Needs& needs);  // of the article
// The same facts counted again; `corrected_since`: with the corrections made since.
reach::Count counted_again(const Figure& figure, const Needs& needs, bool corrected_since);

}  // namespace lantoa::city::report
