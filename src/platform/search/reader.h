// One look at an index as of its last commit. Throws std::system_error where the texts cannot be
// read. Internal to search.
#pragma once

#include <string>
#include <vector>

#include "platform/search/index.h"
#include "platform/search/segment.h"

namespace lantoa::search {

Found find_in(const Snapshot& snapshot, const Ask& ask);
std::vector<Completion> complete_in(const Snapshot& snapshot, const Query& query, std::size_t most);
// The first of `keys` that some entry has; empty: none has.
std::string first_known_in(const Snapshot& snapshot, const std::vector<std::string>& keys);

}  // namespace lantoa::search
