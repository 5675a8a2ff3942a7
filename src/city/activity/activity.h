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

void install_list(App& app, const State& state, Needs needs);  // list.cc: totals and activities
void install_page(App& app, const State& state, Needs needs);  // page.cc: one with its history
void install_form(App& app, const State& state, Needs needs);  // form.cc: record, correct

// Makes the order of a command, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  Order order;
  order.decide = [&state, needs, command = std::move(command)](const Envelope& envelope) {
    return decide(Known{state, needs.organisation, needs.law, needs.plans}, command, envelope);
  };
  return order;
}

}  // namespace lantoa::city::activity
