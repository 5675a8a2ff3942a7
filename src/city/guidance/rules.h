// What several decisions about questions share. For this folder's decide files only.
#pragma once

#include <string>
#include <string_view>

#include "city/guidance/decide.h"

namespace lantoa::city::guidance {

// Its lines, each tidied; empty ones are left out.
std::string tidy_lines(std::string_view typed);
Result<void> require_answerer(const Known& known, const Question& question, const Actor& actor);
Problem is_withdrawn();  // Conflict
// Conflict where its answer, or what it is joined to, is not what was seen.
Result<void> require_as_seen(const Question& question, std::uint32_t seen_version,
                             QuestionNo seen_same_as);

}  // namespace lantoa::city::guidance
