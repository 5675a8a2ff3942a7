// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/statistics/decide.h"

namespace lantoa::city::statistics {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const activity::State& activities;
  const workday::State& workdays;
};

void install(App& app, State& state, Needs needs);

void install_list(App& app, const State& state, Needs needs);    // list.cc: rounds
void install_open(App& app, const State& state, Needs needs);    // open.cc: asking for a new one
void install_round(App& app, const State& state, Needs needs);   // round.cc: what it adds up to
void install_report(App& app, const State& state, Needs needs);  // report.cc: of one unit
void install_api(App& app, const State& state, Needs needs);     // api.cc: for programs
// reports_api.cc: what came in, for programs that keep a copy
void install_reports_api(App& app, const State& state, const Needs& needs);
void install_duties(App& app, const State& state, Needs needs);  // duties.cc: for the start page
void install_cell(App& app, const State& state, Needs needs);  // cell.cc: what a figure is made of
// published.cc: the sums of closed rounds for everybody
void install_published(App& app, const State& state, Needs needs);
// narrative.cc, narrative_form.cc, narrative_api.cc: the report of a round in words
void install_narrative(App& app, const State& state, Needs needs);
void install_narrative_form(App& app, const State& state, Needs needs);
void install_narrative_api(App& app, const State& state, Needs needs);

// The order of a command, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command),
                  Known{state, needs.organisation, needs.activities, needs.workdays});
}

Text title(Standing standing);             // "đã nộp"
std::string_view mark(Standing standing);  // class of the mark beside it
// "quá hạn", "nộp muộn"; nothing when it is neither.
std::optional<Text> late_in_words(const Round& round, UnitNo unit, Date today);
// "6 tháng đầu năm 2021, số ước", in the visitor's language.
std::string title_of(const Round& round, Language language);

}  // namespace lantoa::city::statistics
