// What programs narrow a list to, of activities and of what the portal recorded: both are asked and
// answered alike.
#pragma once

#include <string>
#include <vector>

#include "city/activity/state.h"
#include "city/changes_api.h"
#include "city/organisation/state.h"

namespace lantoa::city::activity {

// By the query; units by index.
struct ListWanted {
  std::vector<bool> units;
  std::string kind;  // empty: all
  Date from{INT32_MIN}, to{INT32_MAX};

  bool fits(UnitNo unit, const Record& record) const {
    return units[unit.index()] && (kind.empty() || record.kind == kind) && record.on >= from &&
           record.on <= to;
  }
};

// Its parameters, for api::Spec::query, with those of a mirrored list. `kinds`: codes.
std::vector<api::Parameter> list_parameters(std::vector<std::string> kinds);
// NotFound or Forbidden where the unit is none that the visitor sees.
Result<ListWanted> list_wanted(const organisation::State& organisation, const Visit& visit);
// changes_asked() of such a list.
Result<std::optional<ChangesAsked>> list_changes(const Visit& visit, const ledger::Head& head);

}  // namespace lantoa::city::activity
