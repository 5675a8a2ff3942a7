// The person behind an account: rules for two persons count persons, not accounts.
#pragma once

#include <optional>

#include "city/actor.h"

namespace lantoa::city {

// None for the system.
std::optional<PersonNo> person_of(const Actor& actor);

// Forbidden to an account that is bound to no person; the system passes. `doing` is what it cannot
// do: {"soạn bài", "write articles"}.
Result<void> require_person(const Actor& actor, const Text& doing);

}  // namespace lantoa::city
