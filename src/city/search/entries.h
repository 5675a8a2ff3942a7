// What of each subject is public: its entry in the index and its address. The state must stand
// still but for entry_of, which takes the lock itself.
#pragma once

#include "city/search/search.h"

namespace lantoa::city::search {

// The facets of an entry, in their order.
enum class Facet { Kind, Unit, Year };
constexpr std::size_t facets = 3;

// Nothing: it is not public (any more), or is not there.
std::optional<lantoa::search::Entry> entry_of(App& app, const Needs& needs, const Subject& subject);

bool is_public(const Needs& needs, const Subject& subject);

// Where a visitor reads it; nothing: there is no page of it for him.
std::optional<std::string> address_of(const Needs& needs, const Subject& subject,
                                      const Visit& visit);

}  // namespace lantoa::city::search
