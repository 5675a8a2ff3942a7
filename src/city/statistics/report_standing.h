// How a report stands, as programs read it. For this folder's api files only.
#pragma once

#include "city/described_api.h"
#include "city/statistics/state.h"

namespace lantoa::city::statistics {

BOOST_DESCRIBE_ENUM(Standing, Missing, Returned, Submitted, Accepted)

}  // namespace lantoa::city::statistics
