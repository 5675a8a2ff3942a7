#include "sim/recount.h"

#include <array>
#include <iterator>

#include "city/identity/facts.h"
#include "city/organisation/facts.h"

namespace lantoa::sim {

Teller::Teller() {
  on<city::identity::AccountOpened>([this](const auto& opened, const ledger::Fact&) {
    people_[city::subject("account", opened.account)] = opened.person;
  });
  on<city::organisation::UnitOpened>([this](const auto& opened, const ledger::Fact&) {
    parents_[opened.unit] = opened.parent.value_or(city::UnitNo{});
  });
}

void Teller::tell(const Facts& facts) const {
  for (const ledger::Fact& fact : facts) {
    const auto found = listeners_.find(fact.kind);
    if (found != listeners_.end()) found->second->hear(fact);
  }
}

city::PersonNo Teller::who(const ledger::Fact& fact) const {
  const auto found = people_.find(fact.actor);
  return found == people_.end() ? city::PersonNo{} : found->second;
}

bool Teller::is_below(city::UnitNo unit, city::UnitNo top) const {
  while (unit && unit != top) {
    const auto found = parents_.find(unit);
    unit = found == parents_.end() ? city::UnitNo{} : found->second;
  }
  return unit == top;
}

Date Assignments::One::due_on(Date day) const {
  Date out = first_due;
  for (const Moved& move : moves) {
    if (move.on <= day) out = move.until;
  }
  return out;
}

Assignments::Assignments(Teller& teller) {
  hear_plans(teller);
  hear_moves(teller);
}

// Numbers of tasks run on, so those that an amendment adds end where others begin.
city::PlanNo Assignments::plan_of(city::TaskNo no) const {
  const auto next = begun_.upper_bound(no);
  return next == begun_.begin() ? city::PlanNo{} : std::prev(next)->second;
}

void Assignments::hear_plans(Teller& teller) {
  namespace plan = city::plan;
  teller.on<plan::TaskAdded>(
      [this](const auto& added, const ledger::Fact&) { begun_[added.task] = added.plan; });
  teller.on<plan::AmendmentIssued>([this](const auto& issued, const ledger::Fact&) {
    if (issued.first) begun_[*issued.first] = issued.plan;
  });
  teller.on<plan::AssignmentsGiven>([this](const auto& given, const ledger::Fact&) {
    city::AssignmentNo no = given.first;
    for (const std::uint32_t unit : given.units.numbers) {
      all_[no] = {plan_of(given.task), given.task, city::UnitNo{unit}, given.due};
      ++no.value;
    }
  });
}

void Assignments::hear_moves(Teller& teller) {
  namespace plan = city::plan;
  teller.on<plan::AssignmentDone>([this](const auto& done, const ledger::Fact&) {
    if (all_.contains(done.assignment)) all_[done.assignment].done = done.on;
  });
  teller.on<plan::ExtensionAsked>([this](const auto& asked, const ledger::Fact&) {
    asked_for_[asked.extension] = asked.assignment;
  });
  teller.on<plan::ExtensionDecided>([this](const auto& decided, const ledger::Fact& fact) {
    const city::AssignmentNo no = asked_for_[decided.extension];
    if (decided.until && all_.contains(no)) {
      all_[no].moves.push_back({day_of(fact), *decided.until, true});
    }
  });
  teller.on<plan::DeadlinesMoved>([this](const auto& moved, const ledger::Fact& fact) {
    for (const std::uint32_t number : moved.assignments.numbers) {
      const auto found = all_.find(city::AssignmentNo{number});
      if (found != all_.end()) found->second.moves.push_back({day_of(fact), moved.due});
    }
  });
  teller.on<plan::AssignmentsWithdrawn>([this](const auto& withdrawn, const ledger::Fact&) {
    for (const std::uint32_t number : withdrawn.assignments.numbers) {
      const auto found = all_.find(city::AssignmentNo{number});
      if (found != all_.end()) found->second.withdrawn = withdrawn.amendment;
    }
  });
}

const Assignments::One* Assignments::find(city::AssignmentNo no) const {
  const auto found = all_.find(no);
  return found == all_.end() ? nullptr : &found->second;
}

Complaints wrong_in(const Facts& facts, const app::States& seen) {
  static constexpr std::array<MakeRecount, 12> makers{
      &recount_statistics, &recount_plans,    &recount_oversight, &recount_activities,
      &recount_reach,      &recount_webpages, &recount_speakers,  &recount_guidance,
      &recount_units,      &recount_giving,   &recount_returns,   &recount_deadlines};
  Complaints out;
  Teller teller;
  std::vector<std::unique_ptr<Recount>> recounts;
  for (const MakeRecount make : makers) recounts.push_back(make(teller, out));
  teller.tell(facts);
  for (const auto& recount : recounts) recount->compare(seen);
  return out;
}

}  // namespace lantoa::sim
