// Rules of signing the ledger.
#pragma once

#include <optional>
#include <vector>

#include "city/actor.h"
#include "city/checkpoint/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::checkpoint {

// What the courier read in one go and signed.
struct SignCheckpoint {
  ledger::Frontier tree;                   // of the first tree.size() facts
  ledger::Chain chain{};                   // of the last of them
  Instant at;                              // when that one was recorded
  std::vector<ledger::Hash> continuation;  // from the checkpoint before: its tree begins this one
  ledger::VerifierKey key;
  crypto::Signature signature{};                      // over text_to_sign()
  std::optional<crypto::Signature> former_signature;  // see CheckpointSigned
};

// The ledger's name: that of its first checkpoint, or what it will be with this key.
std::string origin(const State& state, const crypto::PublicKey& key);

ledger::CheckpointText text_to_sign(const SignCheckpoint& command);

// Conflict: the facts do not continue the checkpoint before; nothing that contradicts an earlier
// checkpoint is ever recorded.
Result<ledger::Decision> decide(const State& state, const SignCheckpoint& command,
                                const Envelope& envelope);

}  // namespace lantoa::city::checkpoint
