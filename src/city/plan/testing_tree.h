// A small city for tests of the plan slice: a city, its council, a department, a district with two
// wards, and another ward of the same name in another district; and who works there.
#pragma once

#include <string>
#include <string_view>

#include "city/actor.h"
#include "city/organisation/state.h"

namespace lantoa::city::plan::testing {

inline void open_units(organisation::State& tree) {
  using organisation::Kind;
  const auto open = [&](std::uint32_t no, std::uint32_t parent, std::string name, Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    tree.fold(fact);
  };
  open(1, 0, "Thành phố Mẫu", Kind::City);
  open(2, 1, "Hội đồng Phối hợp phổ biến, giáo dục pháp luật thành phố Mẫu", Kind::Council);
  open(3, 1, "Sở Tư pháp", Kind::Department);
  open(4, 1, "Quận Hòa Bình", Kind::UrbanDistrict);
  open(5, 4, "Phường Một", Kind::Ward);
  open(6, 4, "Phường Hai", Kind::Ward);
  open(7, 1, "Quận Đông", Kind::UrbanDistrict);
  open(8, 7, "Phường Một", Kind::Ward);
  open(9, 1, "Văn phòng Ủy ban nhân dân thành phố", Kind::Department);
}

// Account `no`, of the person of the same number, with this one role.
inline Actor person_with(std::string_view name, std::uint32_t no, const Grant& grant) {
  Actor out;
  out.kind = Actor::Kind::Account;
  out.name = name;
  out.account = AccountNo{no};
  out.person = PersonNo{no};
  out.grants = {grant};
  return out;
}

}  // namespace lantoa::city::plan::testing
