// The slice's table of contents.
#pragma once

#include "city/activity/decide.h"
#include "city/app.h"
#include "city/calendar/state.h"

namespace lantoa::city::activity {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const law::State& law;
  const plan::State& plans;
};

void install(App& app, State& state, Needs needs);

void install_list(App& app, const State& state, Needs needs);    // list.cc: totals and activities
void install_page(App& app, const State& state, Needs needs);    // page.cc: one with its history
void install_photos(App& app, const State& state, Needs needs);  // photos.cc: after install_page
void install_form(App& app, const State& state, Needs needs);    // form.cc: record, correct
void install_import(App& app, const State& state, Needs needs);  // import.cc: many, from a file
void install_api(App& app, const State& state, Needs needs);     // api.cc: for programs

// entries.cc, channel_api.cc: what channels did by themselves
void install_entries(App& app, const State& state, Needs needs);
void install_channel_api(App& app, const State& state, Needs needs);

void install_ties(App& app, const State& state);  // ties.cc: of a unit that is to be closed

void install_offline(App& app);  // offline.cc: recording without a line

constexpr std::string_view worker_address = "/hoat-dong/ngoai-tuyen.js";

// What waits in the visitor's browser, filled by web/js/offline.js. Part {{>unsent}}.
struct WaitingPart {
  static constexpr std::string_view tpl = "src/city/activity/waiting.tpl";
  std::string owner;   // who alone may send it
  std::string script;  // address
};
BOOST_DESCRIBE_STRUCT(WaitingPart, (), (owner, script))
WaitingPart waiting_part(const App& app, const Visit& visit);

// Makes the order of a command, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command), Known{state, needs.organisation, needs.law, needs.plans});
}

}  // namespace lantoa::city::activity
