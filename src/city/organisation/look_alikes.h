// Which names and codes are taken, as the eye takes them (viet/look_alike.h). For this folder's
// decide files only.
#pragma once

#include <map>
#include <string>

#include "city/organisation/state.h"
#include "viet/look_alike.h"

namespace lantoa::city::organisation {

// Owners of names that look different from each other. Owner{} is none.
template <class Owner>
class LookAlikes {
 public:
  Owner find(const viet::LookKeys& keys) const {
    const auto letters = letters_.find(keys.letters);
    if (letters != letters_.end()) return letters->second;
    const auto shape = shapes_.find(keys.shape);
    return shape == shapes_.end() ? Owner{} : shape->second;
  }
  // Who has it already; none: it is this owner's from now on.
  Owner take(const viet::LookKeys& keys, const Owner& owner) {
    Owner before = find(keys);
    letters_.emplace(keys.letters, owner);
    shapes_.emplace(keys.shape, owner);
    return before;
  }

 private:
  std::map<std::string, Owner> letters_, shapes_;
};

// Of the units that are open. Ledgers of before this rule may hold some that look the same: then
// the first is told.
class OpenUnits {
 public:
  explicit OpenUnits(const State& state) {
    for (std::uint32_t i = 1; i <= state.size(); ++i) {
      const Unit& unit = state.unit(UnitNo{i});
      if (unit.closing() != nullptr) continue;
      names_[unit.parent].take(viet::look_keys(unit.name), unit.no);
      codes_.take(viet::look_keys(unit.code), unit.no);
    }
  }
  UnitNo named(UnitNo parent, const viet::LookKeys& keys) const {
    const auto beside = names_.find(parent);
    return beside == names_.end() ? UnitNo{} : beside->second.find(keys);
  }
  UnitNo coded(const viet::LookKeys& keys) const { return codes_.find(keys); }

 private:
  std::map<UnitNo, LookAlikes<UnitNo>> names_;  // by the unit above
  LookAlikes<UnitNo> codes_;
};

}  // namespace lantoa::city::organisation
