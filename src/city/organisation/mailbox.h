// Where mails to a unit go.
#pragma once

#include <string>

#include "city/organisation/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::organisation {

namespace fields {
constexpr const char* mailbox = "hop-thu";
constexpr const char* seen_mailbox = "dang-la";
}  // namespace fields

struct SetMailbox {
  UnitNo unit;
  std::string mailbox;  // as typed; empty: none
  std::string seen;     // the one it had when the form was shown
};

// By whoever manages the unit (ManageUnits). Conflict: the unit is closed, or its mailbox was
// changed meanwhile. Invalid at "hop-thu": no address, or the one it has.
Result<ledger::Decision> decide(const State& state, const SetMailbox& command,
                                const Envelope& envelope);

}  // namespace lantoa::city::organisation
