// The group of units to which a task is given, as the cell of a table or the field of a form says
// it: "nhóm Các phường quanh hồ", or by its number where several have one name: "nhóm số 3". For
// this folder only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "city/organisation/state.h"
#include "city/plan/facts.h"

namespace lantoa::city::plan {

// One that plans of this scope may use. Invalid at fields::units, with what to write; nullopt where
// the words are not about a group.
std::optional<Result<GroupNo>> read_group_words(const organisation::State& organisation,
                                                UnitNo scope, std::string_view words);
// As read_group_words() reads it. The rule has a group.
std::string write_group_words(const organisation::State& organisation, UnitNo scope,
                              const Rule& rule);

}  // namespace lantoa::city::plan
