// Rules of plans.
#pragma once

#include <string>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::plan {

constexpr std::size_t title_bytes_max = 1'000;
constexpr std::size_t task_bytes_max = 2'000;
constexpr std::size_t grounds_max = 100;
constexpr std::size_t tasks_max = 200;

struct DraftPlan {
  UnitNo issuer;
  UnitNo scope;
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::string source;  // blob address or empty
};

struct ChangePlan {
  PlanNo plan;
  std::uint32_t seen_version = 0;  // the version its writer had before him
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
};

struct AddTask {
  PlanNo plan;
  std::string what;
  Rule rule;
  Date due;
};

struct DropTask {
  TaskNo task;
};

struct ApprovePlan {
  PlanNo plan;
  std::uint32_t seen_version = 0;
};

struct IssuePlan {
  PlanNo plan;
  std::string number;
  Date on;
};

struct ReportDone {
  AssignmentNo assignment;
  Date on;
};

// What every decision about plans looks at.
struct Known {
  const State& plans;
  const organisation::State& organisation;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const DraftPlan& command, const Envelope& envelope);
Decided decide(const Known& known, const ChangePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const AddTask& command, const Envelope& envelope);
Decided decide(const Known& known, const DropTask& command, const Envelope& envelope);
Decided decide(const Known& known, const ApprovePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const IssuePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const ReportDone& command, const Envelope& envelope);

// The units of a rule as the tree is now, ascending.
std::vector<UnitNo> units_of(const organisation::State& organisation, const Rule& rule);

// The actor has this right and did not write the plan's present version (persons count, not
// accounts).
bool may_approve(const Plan& plan, const organisation::State& organisation, const Actor& actor);

}  // namespace lantoa::city::plan
