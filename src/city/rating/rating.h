// The slice's table of contents.
#pragma once

#include <array>

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/organisation/state.h"
#include "city/rating/decide.h"

namespace lantoa::city::rating {

constexpr std::string_view form_name = "rating";  // of its tokens, form_token.h

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const content::State& articles;
  Clock& clock;  // for the age of forms and for counting senders
};

void install(App& app, State& state, Needs needs);

void install_form(App& app, const State& state, Needs needs);    // form.cc: what readers send
void install_office(App& app, const State& state, Needs needs);  // office.cc: what officers read

// Makes the order of a command, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command), Known{state, needs.articles});
}

struct ReasonCode {
  const char* code;  // in forms and addresses
  Reason reason;
};
inline constexpr std::array reason_codes{
    ReasonCode{"khong-thay", Reason::NotFound}, ReasonCode{"kho-hieu", Reason::Unclear},
    ReasonCode{"sai-cu", Reason::Wrong}, ReasonCode{"khac", Reason::Other}};

}  // namespace lantoa::city::rating
