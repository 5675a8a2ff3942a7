// What several decisions about activities share. For this folder's decide files only.
#pragma once

#include <optional>
#include <string>

#include "city/activity/decide.h"
#include "city/faults.h"

namespace lantoa::city::activity {

// What is said to have happened, tidied. `before`: what is recorded already; nullptr for a new one.
Record read_record(Faults& faults, const Known& known, UnitNo unit, const Typed& typed,
                   const Record* before, Date today);

// A picture that was erased does not come back by a form that still knows it.
void check_photo(Faults& faults, const Known& known, const NewPhoto& photo);

// “Bài … đã lên Cổng ngày … nên đã tự được tính”, without a full stop: what the portal counted by
// itself and may be what is recorded. Nothing where there is none.
std::optional<Text> counted_by_portal(const State& state, UnitNo unit, const Record& record);

std::string read_reason(Faults& faults, const std::string& typed);

void add_photo(ledger::Decision& decision, const Known& known, ActivityNo activity,
               const NewPhoto& photo, const Envelope& envelope);

}  // namespace lantoa::city::activity
