#include "sim/recount.h"

#include <array>

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
    if (found == listeners_.end()) continue;
    for (const auto& listen : found->second) listen(fact);
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
  for (const auto& [on, until] : granted) {
    if (on <= day) out = until;
  }
  return out;
}

Assignments::Assignments(Teller& teller) {
  namespace plan = city::plan;
  teller.on<plan::AssignmentsGiven>([this](const auto& given, const ledger::Fact&) {
    city::AssignmentNo no = given.first;
    for (const std::uint32_t unit : given.units.numbers) {
      all_[no] = {city::UnitNo{unit}, given.task, given.due, {}, {}};
      ++no.value;
    }
  });
  teller.on<plan::AssignmentDone>([this](const auto& done, const ledger::Fact&) {
    if (all_.contains(done.assignment)) all_[done.assignment].done = done.on;
  });
  teller.on<plan::ExtensionAsked>([this](const auto& asked, const ledger::Fact&) {
    asked_for_[asked.extension] = asked.assignment;
  });
  teller.on<plan::ExtensionDecided>([this](const auto& decided, const ledger::Fact& fact) {
    const city::AssignmentNo no = asked_for_[decided.extension];
    if (decided.until && all_.contains(no)) {
      all_[no].granted.emplace_back(day_of(fact), *decided.until);
    }
  });
}

const Assignments::One* Assignments::find(city::AssignmentNo no) const {
  const auto found = all_.find(no);
  return found == all_.end() ? nullptr : &found->second;
}

Complaints wrong_in(const Facts& facts, const app::States& seen) {
  static constexpr std::array<MakeRecount, 8> makers{
      &recount_statistics, &recount_plans,    &recount_oversight, &recount_activities,
      &recount_reach,      &recount_webpages, &recount_speakers,  &recount_guidance};
  Complaints out;
  Teller teller;
  std::vector<std::unique_ptr<Recount>> recounts;
  for (const MakeRecount make : makers) recounts.push_back(make(teller, out));
  teller.tell(facts);
  for (const auto& recount : recounts) recount->compare(seen);
  return out;
}

}  // namespace lantoa::sim
