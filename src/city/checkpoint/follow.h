// From a checkpoint that somebody kept to a later one: step by step, each shown to only add facts.
// A step is written as witnesses of transparency logs take it (C2SP tlog-witness): "old SIZE", the
// hashes of the continuation in base64, an empty line, and the later note. Steps follow each other
// with an empty line between them.
#pragma once

#include <string>
#include <string_view>

#include "city/checkpoint/state.h"

namespace lantoa::city::checkpoint {

constexpr std::uint32_t steps_max = 400;  // in one file; the next goes on from its last checkpoint

// NotFound: no checkpoint has this size.
Result<std::string> steps_file(const State& state, std::uint64_t from_size);

struct Followed {
  std::uint32_t steps = 0;
  ledger::SignedCheckpoint last;
};
// Invalid: `steps` is no such file. Conflict: history was rewritten, something was changed, or
// another key signed; says from which size on. `reached`: how far it went, also when it fails.
Result<Followed> follow(const ledger::SignedCheckpoint& kept, std::string_view steps,
                        const ledger::VerifierKey& key, Followed* reached = nullptr);

}  // namespace lantoa::city::checkpoint
