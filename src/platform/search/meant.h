// What a query that finds nothing was probably meant to be. Internal to search.
#pragma once

#include <string>

#include "platform/search/index.h"
#include "platform/search/ranking.h"

namespace lantoa::search {

// The query with the nearest word for each wrong one, else with whichever of the near ones stand
// together; empty: none of them is found under the same filters. `filters`: by facet the number of
// its value, 0 for any.
std::string meant_by(const Snapshot& snapshot, const Ask& ask,
                     const std::vector<std::uint32_t>& filters);

// The words of a query as they are looked for, and as what is found is ranked.
Wanted wanted_by(const Query& query);
Order order_by(const Query& query, std::vector<std::uint32_t> filters);

}  // namespace lantoa::search
