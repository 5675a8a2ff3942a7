// A plan and its amendments as papers. For this folder only.
#pragma once

#include "city/paper_file.h"
#include "city/plan/plan.h"

namespace lantoa::city::plan {

// As it was issued, whatever amended it since; a draft as it is. `position`: of the ledger.
paper::Paper plan_paper(const State& state, const Needs& needs, const Plan& plan,
                        std::uint64_t position);
paper::Paper amendment_paper(const State& state, const Needs& needs, const Amendment& amendment,
                             std::uint64_t position);

// "Căn cứ …;", the last one with a full stop.
void add_grounds(paper::Paper& paper, const std::vector<std::string>& grounds);
// Each with its purpose; who keeps it is said last, once.
std::vector<std::string> recipients_on_paper(const Plan& plan);
// The column of who leads: the units, and who in them does it, answers for it and decides.
// `group_version`: as in units_on_paper().
std::string lead_on_paper(const Rule& rule, std::uint32_t group_version, const Terms& terms,
                          const organisation::State& organisation);
// Of the n-th heading of the body, from 0: "I. MỤC ĐÍCH, YÊU CẦU".
paper::Heading head_on_paper(std::size_t index, const std::string& title);
std::string on_paper(const Ground& ground, const Needs& needs);

}  // namespace lantoa::city::plan
