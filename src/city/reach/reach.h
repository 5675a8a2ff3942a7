// The slice's table of contents.
#pragma once

#include "city/activity/state.h"
#include "city/app.h"
#include "city/calendar/state.h"
#include "city/content/state.h"
#include "city/reach/decide.h"

namespace lantoa::city::reach {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const identity::State& identity;
  const plan::State& plans;
  const content::State& content;
  const activity::State& activities;
};

void install(App& app, State& state, Needs needs);

void install_coverage(App& app, const State& state,
                      Needs needs);  // coverage.cc: figures up the tree
void install_compare(App& app, const State& state,
                     Needs needs);                                 // compare.cc: units of one kind
void install_names(App& app, const State& state, Needs needs);     // names.cc: who is missing
void install_receipts(App& app, const State& state, Needs needs);  // receipts.cc: the records
void install_attendance(App& app, const State& state, Needs needs);  // attendance.cc: by name
void install_staff(App& app, const State& state, Needs needs);  // staff.cc: a person about himself
void install_api(App& app, const State& state, Needs needs);    // api.cc: for programs
// channel_figures.cc: for the page of activities
void install_channel_figures(App& app, const State& state, Needs needs);

inline Known known_of(const State& state, const Needs& needs) {
  return {state, needs.organisation, needs.identity, needs.plans, needs.content, needs.activities};
}

// The order of a command, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command), known_of(state, needs));
}

// Confirmations share a sync; two of one person for one item never stand in one batch.
Order confirm_order(const State& state, const Needs& needs, PersonNo person, Confirm command);

std::string address(ItemNo item, UnitNo unit);  // "/do-phu/1/3"
std::string title_of(const Item& item, const content::State& content);
// City › district › … › unit, the last without a link.
std::vector<App::Crumb> crumbs(const organisation::State& organisation, ItemNo item, UnitNo unit,
                               Language language, const std::string& query = {});

}  // namespace lantoa::city::reach
