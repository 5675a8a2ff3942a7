// In whose name somebody works.
#pragma once

#include <vector>

#include "city/actor.h"

namespace lantoa::city {

// The units that his grants with this right name, ascending; not those below them.
std::vector<UnitNo> own_units(const Actor& actor, Right right);

// The unit of his first grant, else the one he belongs to.
UnitNo own_unit(const Actor& actor);

}  // namespace lantoa::city
