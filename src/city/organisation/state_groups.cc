// Groups of units: what they are now and were before.
#include <algorithm>

#include "city/organisation/state.h"
#include "kernel/assert.h"
#include "viet/unicode.h"

namespace lantoa::city::organisation {

void State::fold(const GroupMade& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.group.index() == groups_.size());
  groups_.push_back({fact.group,
                     fact.owner,
                     {{fact.name, fact.units, stamp.at, fact.by.value_or(PersonNo{})}},
                     {}});
}

void State::fold(const GroupChanged& fact, const ledger::Stamp& stamp) {
  Group& group = groups_.at(fact.group.index());
  ASSERT(fact.version == group.version() + 1);
  group.versions.push_back({fact.name, fact.units, stamp.at, fact.by.value_or(PersonNo{})});
}

void State::fold(const GroupEnded& fact, const ledger::Stamp& stamp) {
  groups_.at(fact.group.index()).end =
      Group::End{fact.reason, stamp.at, fact.by.value_or(PersonNo{})};
}

const Group& State::group(GroupNo no) const {
  ASSERT(has(no));
  return groups_[no.index()];
}

Result<const Group*> State::find(GroupNo no) const {
  if (has(no)) return &groups_[no.index()];
  return problem(Code::NotFound, {"Không có nhóm đơn vị này.", "There is no such group of units."});
}

std::vector<UnitNo> State::members(GroupNo no, UnitNo top) const {
  std::vector<UnitNo> out;
  for (const std::uint32_t number : group(no).current().units.numbers) {
    const UnitNo unit{number};
    if (is_open(unit) && is_within(unit, top)) out.push_back(unit);
  }
  return out;
}

std::vector<GroupNo> State::groups_for(UnitNo scope) const {
  std::vector<std::pair<std::string, GroupNo>> found;
  for (const Group& one : groups_) {
    if (one.end || !is_within(scope, one.owner) || members(one.no, scope).empty()) continue;
    found.emplace_back(viet::sort_key(one.current().name), one.no);
  }
  std::sort(found.begin(), found.end());
  std::vector<GroupNo> out;
  for (const auto& [key, no] : found) out.push_back(no);
  return out;
}

}  // namespace lantoa::city::organisation
