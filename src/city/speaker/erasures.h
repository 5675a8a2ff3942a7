// What a fact about speakers erases from the vault; see docs/decisions/0010.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/speaker/facts.h"
#include "kernel/result.h"

namespace lantoa::city::speaker {

std::vector<std::string> erased_by(const NameErased& fact);

// Of any kind of fact; empty for those that erase nothing.
Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body);

}  // namespace lantoa::city::speaker
