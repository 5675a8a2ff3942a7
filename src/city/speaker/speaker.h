// The slice's table of contents.
#pragma once

#include <memory>

#include "city/activity/state.h"
#include "city/app.h"
#include "city/calendar/state.h"
#include "city/organisation/state.h"
#include "city/speaker/decide.h"
#include "city/speaker/names.h"

namespace lantoa::city::speaker {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const activity::State& activities;
};

void install(App& app, State& state, Needs needs);

// What the pages of this folder stand on.
struct Desk {
  App& app;
  const State& state;
  Needs needs;
  std::shared_ptr<Names> names;
};

void install_public_list(const Desk& desk);  // public_list.cc: for anybody
void install_register(const Desk& desk);     // register.cc: the office's, and as a file
void install_form(const Desk& desk);         // form.cc: recognise, change
void install_page(const Desk& desk);         // page.cc: one of them
void install_ends(const Desk& desk);         // ends.cc: dismiss, erase the name
void install_credit(const Desk& desk);       // credit.cc: who spoke at an activity

inline Known known_of(const Desk& desk) {
  return {desk.state, desk.needs.organisation, desk.needs.activities};
}

// Makes the order of a command, decided against the state when its turn comes.
template <class Command>
Order make_order(const Desk& desk, Command command) {
  return order_of(std::move(command), known_of(desk));
}

// "Báo cáo viên pháp luật cấp tỉnh".
Text title_at(Standing standing, organisation::Kind kind);

constexpr std::string_view public_path = "/bao-cao-vien";
constexpr std::string_view register_path = "/bao-cao-vien/so";

// The way to a page below the register.
std::vector<App::Crumb> below_register(Language language, std::vector<App::Crumb> rest);

}  // namespace lantoa::city::speaker
