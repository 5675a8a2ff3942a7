// What a text proposes for a plan, fitted to the city as it is: which units a body stands for,
// which documents are grounds, which day is a deadline. Pure; a person confirms all of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/rules.h"
#include "city/plan/state.h"
#include "viet/article.h"
#include "viet/plan_text.h"

namespace lantoa::city::plan {

// A text that was read, not yet fitted to anything.
struct ReadText {
  std::string text;
  viet::Article article;
  viet::PlanReading plan;
};
// No longer than what document::to_text makes.
Result<ReadText> read_text(std::string text);

struct ProposedGround {
  Ground ground;
  std::vector<viet::Span> mentions;
};

struct ProposedTask {
  viet::Duty duty;
  std::optional<Rule> rule;  // absent: a person has to choose
  Text note;                 // how the body was fitted, or why it was not
  bool keep = true;          // ticked at first
};

struct Proposal {
  std::string title;
  UnitNo issuer;  // none when the text's issuer is no unit of the city
  std::vector<ProposedGround> grounds;
  bool grounds_cut = false;         // there were more than a plan can have
  std::vector<ProposedTask> tasks;  // those that fit no unit come last
  bool cut = false;                 // the same of tasks
  Audience audience = Audience::Everybody;
};
Proposal propose(const ReadText& read, const organisation::State& organisation);

// The choice of units that this class of bodies stands for; nullptr where it is one body by its
// name, or none that is known.
const RuleChoice* choice_of(viet::BodyClass kind);

// One of the units by name: case, tone marks' places, "UBND" before and the city's name after it do
// not matter. None when no unit or several have it.
class UnitNames {
 public:
  explicit UnitNames(const organisation::State& organisation);
  std::vector<UnitNo> find(std::string_view name) const;

 private:
  std::string key(std::string_view name) const;

  std::vector<std::string> endings_;                   // " hà nội"
  std::vector<std::pair<std::string, UnitNo>> units_;  // by key
};

}  // namespace lantoa::city::plan
