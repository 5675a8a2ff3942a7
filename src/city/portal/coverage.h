// Coverage as the public may see it, whoever looks: what is hidden from everybody but a unit's own
// officer is hidden here from him as well, because these pages are kept for all.
#pragma once

#include "city/portal/parts.h"

namespace lantoa::city::portal {

struct UnitCoverage {
  std::string address;
  std::string name;
  std::uint32_t reached = 0;
  std::uint32_t all = 0;
  std::string share;
  std::string bar;
};
BOOST_DESCRIBE_STRUCT(UnitCoverage, (), (address, name, reached, all, share, bar))

// Of one unit, what the newest item of a campaign says; none where it is hidden or about nobody.
std::optional<UnitCoverage> coverage_at(const Needs& needs, ItemNo item, UnitNo unit,
                                        Language language);

struct CoverageBelow {
  std::vector<UnitCoverage> rows;  // in the order of the tree
  std::uint32_t hidden = 0;        // units with so few persons, or beside such
};
CoverageBelow coverage_below(const Needs& needs, ItemNo item, UnitNo parent, Language language);

}  // namespace lantoa::city::portal
