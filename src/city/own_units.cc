#include "city/own_units.h"

#include <algorithm>

namespace lantoa::city {

std::vector<UnitNo> own_units(const Actor& actor, Right right) {
  std::vector<UnitNo> out;
  for (const Grant& grant : actor.grants) {
    if (has(grant.role, right)) out.push_back(grant.unit);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

UnitNo own_unit(const Actor& actor) {
  return actor.grants.empty() ? actor.home : actor.grants.front().unit;
}

}  // namespace lantoa::city
