// Whatever the line: an export's fact that is read writes itself as a line that reads as the same,
// with its chain value or without.
// Tries: fact.cc
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/assert.h"
#include "platform/crypto/crypto.h"
#include "platform/ledger/fact.h"

namespace {

using namespace lantoa;

void said(const Problem& problem) {
  ASSERT(problem.code == Code::Invalid && !problem.text.vi.empty() && !problem.text.en.empty());
}

void try_alone(const ledger::Fact& fact) {
  ASSERT(fact.chain == ledger::Chain{});
  const auto again = ledger::parse_ndjson_alone(ledger::ndjson_alone(fact));
  ASSERT(again && *again == fact);
}

// The value of a chain and the leaf of the Merkle tree are over the same bytes.
void try_chain(ledger::Fact fact) {
  const std::string before(fact.chain.begin(), fact.chain.end());
  const ledger::Chain next = ledger::next_chain(fact.chain, fact);
  ASSERT(next == crypto::sha256(before + ledger::column_bytes(fact)));
  fact.chain = next;
  const auto again = ledger::parse_ndjson(ledger::ndjson(fact));
  ASSERT(again && *again == fact);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto fact = ledger::parse_ndjson(line);
  const auto alone = ledger::parse_ndjson_alone(line);
  // Each has exactly its own fields.
  ASSERT(!fact || !alone);
  if (alone) try_alone(*alone);
  if (!alone) said(alone.error());
  if (!fact) {
    said(fact.error());
    return 0;
  }
  const auto again = ledger::parse_ndjson(ledger::ndjson(*fact));
  ASSERT(again && *again == *fact);
  try_chain(*fact);
  ledger::Fact bare = *fact;
  bare.chain = {};
  try_alone(bare);
  return 0;
}
