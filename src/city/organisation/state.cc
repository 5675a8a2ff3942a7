#include "city/organisation/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::organisation {

Text title(Kind kind) {
  switch (kind) {
    case Kind::City:
      return {"thành phố", "city"};
    case Kind::Council:
      return {"hội đồng", "council"};
    case Kind::Department:
      return {"sở, ban, ngành", "department"};
    case Kind::UrbanDistrict:
      return {"quận", "urban district"};
    case Kind::RuralDistrict:
      return {"huyện", "rural district"};
    case Kind::Town:
      return {"thị xã", "town"};
    case Kind::Ward:
      return {"phường", "ward"};
    case Kind::Commune:
      return {"xã", "commune"};
    case Kind::Township:
      return {"thị trấn", "township"};
  }
  return {};
}

void State::fold(const UnitOpened& fact) {
  ASSERT(fact.unit.index() == units_.size());
  units_.push_back({fact.unit,
                    fact.parent.value_or(UnitNo{}),
                    fact.name,
                    fact.code,
                    fact.what,
                    fact.mailbox.value_or(""),
                    fact.on,
                    {}});
  by_code_[fact.code] = fact.unit;
  if (fact.parent) units_.at(fact.parent->index()).children.push_back(fact.unit);
}

const Unit& State::unit(UnitNo no) const {
  ASSERT(has(no));
  return units_[no.index()];
}

Result<const Unit*> State::find(UnitNo no) const {
  if (has(no)) return &units_[no.index()];
  return problem(Code::NotFound, {"Không có đơn vị này.", "There is no such unit."});
}

UnitNo State::by_code(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? UnitNo{} : found->second;
}

bool State::is_within(UnitNo unit, UnitNo above) const {
  if (!above) return false;
  while (has(unit)) {
    if (unit == above) return true;
    unit = units_[unit.index()].parent;
  }
  return false;
}

std::vector<UnitNo> State::path(UnitNo unit) const {
  std::vector<UnitNo> out;
  for (; has(unit); unit = units_[unit.index()].parent) out.push_back(unit);
  std::reverse(out.begin(), out.end());
  return out;
}

// A parent's number is lower than its children's.
std::vector<bool> State::below(UnitNo top) const {
  std::vector<bool> inside(units_.size());
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const UnitNo parent = units_[i].parent;
    inside[i] = units_[i].no == top || (parent && inside[parent.index()]);
  }
  return inside;
}

std::vector<UnitNo> State::of_kind(Kind kind, UnitNo top) const {
  std::vector<UnitNo> out;
  std::vector<UnitNo> open{top};
  while (!open.empty()) {
    const UnitNo no = open.back();
    open.pop_back();
    if (!has(no)) continue;
    const Unit& one = units_[no.index()];
    if (one.kind == kind) out.push_back(no);
    open.insert(open.end(), one.children.rbegin(), one.children.rend());
  }
  return out;
}

bool State::allows(const Actor& actor, Right right, UnitNo over) const {
  if (actor.is_system()) return true;
  return actor.kind == Actor::Kind::Account &&
         std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) {
           return city::has(grant.role, right) && is_within(over, grant.unit);
         });
}

std::vector<bool> State::allowed(const Actor& actor, Right right) const {
  std::vector<bool> out(units_.size(), actor.is_system());
  if (actor.kind != Actor::Kind::Account) return out;
  for (const Grant& grant : actor.grants) {
    if (city::has(grant.role, right) && has(grant.unit)) out[grant.unit.index()] = true;
  }
  // A parent's number is lower than its children's.
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const UnitNo parent = units_[i].parent;
    if (parent && out[parent.index()]) out[i] = true;
  }
  return out;
}

Result<void> State::require(const Actor& actor, Right right, UnitNo over) const {
  if (allows(actor, right, over)) return {};
  return tl::unexpected(not_allowed(right));
}

}  // namespace lantoa::city::organisation
