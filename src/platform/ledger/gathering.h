// Gathering: what the commands of one batch want written, on its way to becoming a Batch: facts
// that join become one, then every fact gets its seq and chain value.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/ledger/engine.h"

namespace lantoa::ledger {

class Gathering {
 public:
  Gathering(const Folds& folds, const Vault& vault) : folds_(folds), vault_(vault) {}

  // Returns where the last fact of this decision stands, for seq_of(); none when it has no facts.
  using Place = std::optional<std::size_t>;
  Place add(Decision decision, const Command& command);

  // The batch that continues `head`. Once.
  Batch close(const Head& head, Instant at);
  const Folds::Values& values() const { return values_; }  // of the batch's facts, once closed
  std::uint64_t seq_of(Place place) const { return place ? first_seq_ + *place : 0; }

 private:
  struct Planned {
    NewFact fact;
    std::string actor;
    Folds::Values joined;  // all of them, when there are several
  };
  std::size_t add_fact(NewFact fact, const std::string& actor);

  const Folds& folds_;
  const Vault& vault_;
  std::vector<Planned> planned_;
  std::map<std::string, std::size_t> joining_;  // kind, subject and word to place
  Batch batch_;
  Folds::Values values_;
  std::uint64_t first_seq_ = 0;
};

}  // namespace lantoa::ledger
