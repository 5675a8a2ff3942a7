// What can happen to the ledger's signed checkpoints.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::checkpoint {

// The first `size` facts of the ledger were signed: `root` of their Merkle tree, `chain` value and
// time of the last of them. `peaks` (platform/ledger/merkle.h) are where the tree goes on, so that
// the next checkpoint and every proof read only the facts since.
struct CheckpointSigned {
  static constexpr std::string_view kind = "checkpoint.signed";
  CheckpointNo checkpoint;
  std::string origin;  // the ledger's name in every checkpoint
  std::uint64_t size = 0;
  std::string root;   // hex
  std::string chain;  // hex
  Instant at;
  std::vector<std::string> peaks;  // hex, the largest first
  // Hex: shows that the tree of the checkpoint before begins this one; empty in the first.
  std::vector<std::string> continuation;
  std::string key;        // "name+id+base64" of who signed
  std::string signature;  // base64, over the note's text
  // By the key of the checkpoint before, when this one has another key: the former owner of the
  // ledger's signature stands for the new one.
  std::optional<std::string> former_signature;
};
BOOST_DESCRIBE_STRUCT(CheckpointSigned, (),
                      (checkpoint, origin, size, root, chain, at, peaks, continuation, key,
                       signature, former_signature))

}  // namespace lantoa::city::checkpoint
