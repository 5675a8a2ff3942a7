// A small tree for tests of groups of units: a city with a council, a department and two districts;
// each district has a ward of the same name.
#pragma once

#include <string>

#include "city/organisation/decide_groups.h"

namespace lantoa::city::organisation::testing_groups {

inline void open_tree(State& state) {
  const auto open = [&](std::uint32_t no, std::uint32_t parent, const char* name, Kind kind) {
    UnitOpened fact{UnitNo{no}, {}, name, "00" + std::to_string(no), kind, {}, {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    state.fold(fact);
  };
  open(1, 0, "Thành phố Mẫu", Kind::City);
  open(2, 1, "Hội đồng Mẫu", Kind::Council);
  open(3, 1, "Quận Đông", Kind::UrbanDistrict);
  open(4, 3, "Phường Hoa Mai", Kind::Ward);
  open(5, 3, "Phường Hòa Bình", Kind::Ward);
  open(6, 1, "Quận Tây", Kind::UrbanDistrict);
  open(7, 6, "Phường Hòa Bình", Kind::Ward);
  open(8, 1, "Sở Mẫu", Kind::Department);
}

// Account `no`, of the person of the same number.
inline Actor person_over(std::uint32_t no, Role role, UnitNo unit) {
  Actor out;
  out.kind = Actor::Kind::Account;
  out.name = "account/" + std::to_string(no);
  out.account = AccountNo{no};
  out.person = PersonNo{no};
  out.grants = {{role, unit}};
  return out;
}

}  // namespace lantoa::city::organisation::testing_groups
