// How pages say what was recorded.
#pragma once

#include <string>
#include <vector>

#include "city/activity/state.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "kernel/text.h"

namespace lantoa::city::activity {

// "45 lượt người", "150 bản, trong đó 30 bản đăng trên mạng"; empty when nothing is counted.
std::string in_words(const Record& record, Language language);
std::string in_words(std::string_view kind, const Total& total, Language language);
// All of it in one line, for what was said before a correction.
std::string summary_of(const Record& record, const law::State& law, const plan::State& plans,
                       Language language);
std::string numbers_of(const law::State& law, const std::vector<DocumentNo>& documents);

// The units for which the actor records without being led there by a task: those that his grants
// name, his own first.
std::vector<UnitNo> units_of(const organisation::State& organisation, const Actor& actor);

}  // namespace lantoa::city::activity
