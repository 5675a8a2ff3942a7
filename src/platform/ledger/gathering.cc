#include "platform/ledger/gathering.h"

#include "kernel/assert.h"

namespace lantoa::ledger {
namespace {

// "person/12" and "person/40" act together as "person/*".
std::string together(const std::string& one, const std::string& other) {
  if (one == other) return one;
  const std::string kind = one.substr(0, one.find('/') + 1);
  return !kind.empty() && other.starts_with(kind) ? kind + "*" : "*";
}

}  // namespace

std::size_t Gathering::add_fact(NewFact fact, const std::string& actor) {
  if (!fact.join.empty()) {
    ASSERT(fact.value != nullptr);
    const auto [known, fresh] =
        joining_.try_emplace(fact.kind + '\n' + fact.subject + '\n' + fact.join, planned_.size());
    if (!fresh) {
      Planned& first = planned_[known->second];
      if (first.joined.empty()) first.joined.push_back(first.fact.value);
      first.joined.push_back(std::move(fact.value));
      first.actor = together(first.actor, actor);
      return known->second;
    }
  }
  planned_.push_back({std::move(fact), actor, {}});
  return planned_.size() - 1;
}

Gathering::Place Gathering::add(Decision decision, const Command& command) {
  Place last;
  for (NewFact& fact : decision.facts) last = add_fact(std::move(fact), command.actor);
  for (const Secret& secret : decision.secrets) {
    batch_.vault_rows.push_back(vault_.seal(secret.id, secret.text, secret.find_by));
  }
  batch_.vault_erasures.insert(batch_.vault_erasures.end(), decision.erasures.begin(),
                               decision.erasures.end());
  if (!command.key.empty()) batch_.answers.push_back({command.key, std::move(decision.answer)});
  return last;
}

Batch Gathering::close(const Head& head, Instant at) {
  first_seq_ = head.seq + 1;
  std::uint64_t seq = head.seq;
  Chain chain = head.chain;
  for (Planned& one : planned_) {
    Folds::United whole{std::move(one.fact.body), std::move(one.fact.value)};
    if (!one.joined.empty()) whole = folds_.united(one.fact.kind, one.joined);
    Fact full{++seq,
              at,
              std::move(one.actor),
              std::move(one.fact.kind),
              std::move(one.fact.subject),
              std::move(whole.body),
              {}};
    values_.push_back(std::move(whole.value));
    full.chain = next_chain(chain, full);
    chain = full.chain;
    batch_.facts.push_back(std::move(full));
  }
  return std::move(batch_);
}

}  // namespace lantoa::ledger
