// What an access token lets a program do in its owner's name. A program reaches none of what
// needs a second person: approving, publishing, confirming a role (docs/decisions/0014).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kernel/text.h"

namespace lantoa::city {

enum class Scope : std::uint8_t {
  Read,        // whatever its owner may see in plans, activities, reports
  Plans,       // draft, change, issue plans; report tasks done; ask for guidance, give it
  Activities,  // record, correct, annul
  Reports,     // ask for, hand in and send back reports
  Ledger,      // the facts themselves, as they are appended
};

const std::vector<Scope>& all_scopes();
std::string_view name(Scope scope);  // "activities"
Text title(Scope scope);

}  // namespace lantoa::city
