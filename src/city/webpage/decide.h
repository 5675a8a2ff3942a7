// Rules of linking pages on the web to an activity, and of what a look at one says.
#pragma once

#include <string>

#include "city/activity/state.h"
#include "city/actor.h"
#include "city/organisation/state.h"
#include "city/webpage/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::webpage {

constexpr std::size_t url_bytes_max = 500;
constexpr std::size_t pages_max = 10;  // of an activity, those that are linked
constexpr std::size_t reason_characters_max = 300;

namespace fields {
constexpr const char* url = "dia-chi";
constexpr const char* reason = "ly-do";
}  // namespace fields

// By whoever reports for the activity's unit.
struct LinkPage {
  ActivityNo activity;
  std::string url;  // as typed
};
struct AskLook {
  ActivityNo activity;
  WebPageNo page;
};
struct UnlinkPage {
  ActivityNo activity;
  WebPageNo page;
  std::string reason;
};
// By the courier alone.
struct RecordLook {
  WebPageNo page;
  Look look;
};

struct Known {
  const State& pages;
  const organisation::State& organisation;
  const activity::State& activities;
};

using Decided = Result<ledger::Decision>;
// Invalid at fields::url for what is no address; Conflict for one that is linked already, or when
// the activity was annulled or has the most it can have.
Decided decide(const Known& known, const LinkPage& command, const Envelope& envelope);
// Once a day.
Decided decide(const Known& known, const AskLook& command, const Envelope& envelope);
Decided decide(const Known& known, const UnlinkPage& command, const Envelope& envelope);
// Conflict for a page that is to be looked at no longer.
Decided decide(const Known& known, const RecordLook& command, const Envelope& envelope);

std::string address_of(ActivityNo activity);  // "/hoat-dong/12/trang-mang"

}  // namespace lantoa::city::webpage
