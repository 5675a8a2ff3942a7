// Groups of units in the demo: one of the city, and one of the district whose plan grows out of the
// city's, to which that plan gives a task.
#pragma once

#include <string>

#include "app/house.h"

namespace lantoa::app {

// `planner`: of the district, as he stands in facts. The group of the district.
Result<city::GroupNo> make_demo_groups(House& house, const std::string& planner,
                                       city::UnitNo district);

}  // namespace lantoa::app
