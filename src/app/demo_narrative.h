// The demo's reports in words.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// Of each round of the whole city: of a closed one written and approved, of an open one a draft,
// whose figures go on changing while units hand in.
Result<void> write_narratives(House& house);

}  // namespace lantoa::app
