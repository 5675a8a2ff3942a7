// What a fact erases from the vault. A decision erases only what one of its facts says, so that
// whoever has the facts knows what must never be readable again: after a restore of an older backup
// the erasures that came later are taken from a ledger or an export (docs/decisions/0010).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/identity/facts.h"
#include "kernel/result.h"

namespace lantoa::city::identity {

std::vector<std::string> erased_by(const AccountClosed& fact);
std::vector<std::string> erased_by(const PersonLeft& fact);
std::vector<std::string> erased_by(const TokenEnded& fact);

// Of any kind of fact; empty for those that erase nothing.
Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body);

}  // namespace lantoa::city::identity
