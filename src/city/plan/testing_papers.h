// The plan slice as a site whose papers are read, for tests of what stands on them.
#pragma once

#include <string>

#include "city/plan/papers.h"
#include "city/plan/testing_site.h"

namespace lantoa::city::plan::testing {

// Type, subject and mark in one line, then a line for each paragraph of the body and for each row
// of its tables, a bar behind every cell.
inline std::string lines_of(const paper::Paper& paper) {
  std::string out = paper.type + " " + paper.subject + " " + paper.mark + "\n";
  for (const paper::Block& block : paper.body) {
    std::visit(
        [&](const auto& one) {
          if constexpr (requires { one.rows; }) {
            for (const auto& row : one.rows) {
              for (const std::string& cell : row) out += cell + "|";
              out += "\n";
            }
          } else {
            out += one.text + "\n";
          }
        },
        block);
  }
  return out;
}

// Of plan 1 and its amendment 1.
class PaperSite : public PlanSite {
 protected:
  std::string plan_on_paper() const {
    return lines_of(plan_paper(plans, needs(), plans.plan(PlanNo{1}), position));
  }
  std::string amendment_on_paper() const {
    return lines_of(amendment_paper(plans, needs(), plans.amendment(AmendmentNo{1}), position));
  }

 private:
  static constexpr std::uint64_t position = 9;

  Needs needs() const { return {calendar, units, law, workdays}; }
};

}  // namespace lantoa::city::plan::testing
