// The rules by which forms give tasks: "every ward" and so on, or one unit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/facts.h"

namespace lantoa::city::plan {

struct RuleChoice {
  std::string value;
  Text label;
  std::vector<organisation::Kind> kinds;
};
const std::vector<RuleChoice>& rule_choices();
const RuleChoice* find_choice(std::string_view value);  // nullptr when there is none
Text describe(const Rule& rule, const organisation::State& organisation);

// A rule as the value of one choice of a select, "xa" or "dv-12" for one unit, and back. `scope`:
// where the kinds are looked for.
std::string write_choice(const Rule& rule);
Result<Rule> read_choice(std::string_view value, UnitNo scope);

}  // namespace lantoa::city::plan
