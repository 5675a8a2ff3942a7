// What facts name that is kept beside them: contents among the blobs, rows of the vault. A ledger
// whose chain is right still lacks something when one of these is gone.
#pragma once

#include <string>
#include <vector>

#include "platform/ledger/blobs.h"
#include "platform/ledger/store.h"

namespace lantoa::app {

struct Named {
  std::vector<std::string> blobs;       // addresses
  std::vector<std::string> vault_rows;  // ids
};
// Nothing for a fact that this version does not know.
Named named_by(const ledger::Fact& fact);

// One sentence a thing that is missing or damaged, in the order of the facts that name them first,
// at most `missing_told_max`. Erased rows are there. `blobs` null: only the vault is looked at.
constexpr std::size_t missing_told_max = 20;
struct Missing {
  std::size_t count = 0;
  std::vector<Detail> told;
};
Result<Missing> missing_in(ledger::Store& store, ledger::Blobs* blobs);

}  // namespace lantoa::app
