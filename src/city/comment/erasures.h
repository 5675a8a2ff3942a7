// What a fact about comments erases from the vault; see docs/decisions/0010.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/comment/facts.h"
#include "kernel/result.h"

namespace lantoa::city::comment {

std::vector<std::string> erased_by(const PhonesErased& fact);
std::vector<std::string> erased_by(const CommentErased& fact);

// Of any kind of fact; empty for those that erase nothing.
Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body);

}  // namespace lantoa::city::comment
