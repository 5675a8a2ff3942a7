// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/guidance/decide.h"

namespace lantoa::city::guidance {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const law::State& law;
  const plan::State& plans;
};

void install(App& app, State& state, Needs needs);

void install_list(App& app, const State& state, Needs needs);      // list.cc: what is found
void install_ask(App& app, const State& state, Needs needs);       // ask.cc
void install_question(App& app, const State& state, Needs needs);  // question.cc: one, its forms
void install_duties(App& app, const State& state, Needs needs);    // duties.cc: the start page
void install_api(App& app, const State& state, Needs needs);       // api.cc: for programs

inline Known known_of(const State& state, const Needs& needs) {
  return {state, needs.organisation, needs.law, needs.plans};
}

// The order of a command, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command), known_of(state, needs));
}

}  // namespace lantoa::city::guidance
