// The demo's plan of a district, grown out of what the city's plan gave that district to do; its
// people are clearly synthetic.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// On the first day that is simulated: drafted and issued by the district's own people for its
// wards. Nothing where that district has done its task already, or has too few people.
Result<void> grow_district_plan(House& house);
// On the last one: some of its wards have done theirs, on the days before it was due.
Result<void> finish_some_of_district_plan(House& house, Date today);

// Of a plan that grew out of a task: what the simulation leaves to the two above, so that the days
// of everybody else stay as they are.
bool is_of_grown_plan(const States& states, city::AssignmentNo assignment);

}  // namespace lantoa::app
