// The rules by which forms give tasks: "every ward" and so on, or one unit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/state.h"

namespace lantoa::city::plan {

struct RuleChoice {
  std::string value;
  Text label;
  std::vector<organisation::Kind> kinds;
};
const std::vector<RuleChoice>& rule_choices();
const RuleChoice* find_choice(std::string_view value);  // nullptr when there is none
// Of a group as it is now: "Nhóm “Các phường quanh hồ” (12 đơn vị)".
Text describe(const Rule& rule, const organisation::State& organisation);
// Of a task, as it was given; a draft's as of a rule.
Text describe(const Task& task, const organisation::State& organisation);
// As a paper says it, in Vietnamese. `version`: of the group, when the task was given; 0: as it is.
std::string units_on_paper(const Rule& rule, std::uint32_t version,
                           const organisation::State& organisation);

// A rule as the value of one choice of a select, "xa", "dv-12" for a unit or "nhom-3" for a group,
// and back. `scope`: where the kinds and the members are looked for.
std::string write_choice(const Rule& rule);
Result<Rule> read_choice(std::string_view value, UnitNo scope);

}  // namespace lantoa::city::plan
