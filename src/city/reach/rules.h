// What several decisions of reach say alike. For this folder's decide files only.
#pragma once

#include "city/reach/decide.h"

namespace lantoa::city::reach {

// Faults of a choice of persons.
Text nobody_chosen();
Text too_many_chosen();
Text not_in_audience(PersonNo person);

Problem names_are_not_theirs();  // Forbidden to who is no officer of that very unit

}  // namespace lantoa::city::reach
