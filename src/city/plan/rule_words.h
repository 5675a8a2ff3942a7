// Who gets a task as the cell of a table says it: the code or the name of one unit, or kinds of
// units, several with semicolons between: "mỗi phường", "các quận, huyện; các sở, ban, ngành",
// "Mọi phường thuộc Quận Mẫu"; or a group of units (group_words.h). For this folder only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/plan/proposal.h"

namespace lantoa::city::plan {

class RuleWords {
 public:
  // `scope`: of the plan; no unit above or beside it is found by name.
  RuleWords(const organisation::State& organisation, UnitNo scope);

  // Invalid at fields::units, with what to write. Whether the rule has any units is not asked here.
  Result<Rule> read(std::string_view cell) const;

 private:
  std::vector<UnitNo> named(std::string_view name) const;
  Problem ambiguous(const std::string& name, const std::vector<UnitNo>& found) const;

  const organisation::State& organisation_;
  UnitNo scope_;
  UnitNames names_;
};

}  // namespace lantoa::city::plan
