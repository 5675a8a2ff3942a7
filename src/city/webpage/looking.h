// What a look at a page says, from what its site answered. Pure.
#pragma once

#include <string>
#include <vector>

#include "city/webpage/state.h"
#include "platform/fetch/fetch.h"

namespace lantoa::city::webpage {

// `keys`: of the documents that the activity makes known, as viet::DocumentNumber::key() has them.
Look look_of(const Result<fetch::Answer>& answer, const std::vector<std::string>& keys, Date today);

}  // namespace lantoa::city::webpage
