// The slice's table of contents.
#pragma once

#include <functional>

#include "city/activity/state.h"
#include "city/app.h"
#include "city/calendar/state.h"
#include "city/law/state.h"
#include "city/webpage/decide.h"
#include "platform/fetch/fetch.h"

namespace lantoa::city::webpage {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const law::State& law;
  const activity::State& activities;
};

// Where pages are looked at.
struct Web {
  // Asks for a page; blocks. Empty: none is looked at.
  std::function<Result<fetch::Answer>(const std::string& url)> fetch = {};
  // Whether it has the hosts under .example, which are reserved for such as the demo's.
  bool has_examples = false;
};
// Public addresses, and these ("10.1.2.3:8080"); says who asks.
Web the_web(const App& app, std::vector<std::string> also);

void install(App& app, State& state, Needs needs, Web web);

void install_pages(App& app, const State& state, Needs needs);  // pages.cc: of one activity
void install_list(App& app, const State& state, Needs needs);   // list.cc: those to be seen to

template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command), Known{state, needs.organisation, needs.activities});
}

// What the last look says: its words, and the class of the mark beside them.
struct Standing {
  Text words;
  std::string mark;
};
Standing standing_of(const WebPage& page);

}  // namespace lantoa::city::webpage
