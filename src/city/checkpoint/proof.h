// The proof that a frozen figure, or what a round of reports was closed with, stands in the signed
// ledger, as one small text file. Its form is written down in docs/proof-format.md, for those who
// check it with a program of their own.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "city/report/facts.h"
#include "city/statistics/facts.h"
#include "platform/ledger/note.h"
#include "platform/ledger/store.h"

namespace lantoa::city::checkpoint {

// What a proof can be of.
using Frozen = std::variant<report::FigureFrozen, statistics::RoundClosed>;

struct Proof {
  ledger::Fact fact;               // that froze it; its chain value is not shown
  Frozen frozen;                   // what the fact says
  std::vector<ledger::Hash> path;  // from its leaf to the root
  ledger::SignedCheckpoint note;   // with the one signature of the checkpoint's own key
};

// Of a figure, and of a form of 50 columns without estimates.
constexpr std::size_t proof_bytes_max = 10 * 1024;

// What the fact says, in one line.
Text sentence(const Proof& proof);

std::string proof_file(const Proof& proof);

// The proof of the fact `seq` in the tree that `note` signed. `before` is the tree of an earlier
// checkpoint that does not cover the fact: only the facts since are read. Forbidden: the fact
// itself names a person. Conflict: it froze nothing.
Result<Proof> make_proof(ledger::Store& store, ledger::Frontier before,
                         const ledger::SignedCheckpoint& note, std::uint64_t seq);

// Why such a fact has no proof: it was written before proofs were made, and names a person.
Problem figure_names_a_person();
Problem round_names_a_person();

// Invalid: this is no proof. Conflict: it was changed, or another key signed it; says where.
Result<Proof> check_proof(std::string_view file, const ledger::VerifierKey& key);

}  // namespace lantoa::city::checkpoint
