// Copies a whole ledger into an empty store: blobs, persons, facts with their chain, answers. At
// the end the copy is read back and proven equal.
#pragma once

#include <cstdint>
#include <functional>

#include "platform/ledger/blobs.h"
#include "platform/ledger/store.h"

namespace lantoa::ledger {

struct Whole {
  Store& store;
  Blobs& blobs;
};

struct Copied {
  Head head;
  std::uint64_t vault_rows = 0;
  std::uint64_t answers = 0;
  std::uint64_t blobs = 0;
};

// Nobody may write `from` meanwhile; Conflict when somebody did. `progress` hears the seq reached.
Result<Copied> copy_ledger(const Whole& from, const Whole& to,
                           const std::function<void(std::uint64_t)>& progress);

}  // namespace lantoa::ledger
