// The ledger's checkpoints so far, and whether one is due.
#pragma once

#include <vector>

#include "city/calendar/facts.h"
#include "city/checkpoint/facts.h"
#include "city/report/facts.h"
#include "city/statistics/facts.h"
#include "platform/ledger/fold.h"
#include "platform/ledger/note.h"

namespace lantoa::city::checkpoint {

struct Checkpoint {
  CheckpointNo no;
  ledger::SignedCheckpoint note;
  ledger::Frontier tree;
  std::vector<ledger::Hash> continuation;  // of the one before
  ledger::VerifierKey key;
  bool changes_key = false;  // the one before was signed with another
  bool vouched = false;      // and that other key signed this one too

  std::uint64_t size() const { return note.checkpoint.size; }
};

class State {
 public:
  void fold(const CheckpointSigned& fact);
  void fold(const calendar::DayTurned& fact, const ledger::Stamp& stamp);
  void fold(const report::FigureFrozen& fact, const ledger::Stamp& stamp);
  void fold(const statistics::RoundClosed& fact, const ledger::Stamp& stamp);

  // A day began, a figure was frozen or a round of reports was closed that no checkpoint covers. A
  // checkpoint is no reason for the next one.
  bool is_due() const { return due_from_ > 0; }

  std::uint32_t checkpoints() const { return static_cast<std::uint32_t>(all_.size()); }
  const Checkpoint* newest() const { return all_.empty() ? nullptr : &all_.back(); }
  Result<const Checkpoint*> find(CheckpointNo no) const;  // NotFound otherwise
  // The first that covers the fact `seq`; nullptr: none does yet.
  const Checkpoint* covering(std::uint64_t seq) const;
  // The tree of the checkpoint before this one; of no leaves before the first.
  ledger::Frontier tree_before(const Checkpoint& checkpoint) const;
  // Those with which another key began, the first of all included, in their order.
  std::vector<const Checkpoint*> key_changes() const;

 private:
  std::vector<Checkpoint> all_;
  std::uint64_t due_from_ = 0;  // the newest fact that wants one; 0: none
};

}  // namespace lantoa::city::checkpoint
