// Checks a ledger from its first fact: dense numbers, times that never decrease, every chain value.
#pragma once

#include <functional>
#include <optional>

#include "platform/ledger/store.h"

namespace lantoa::ledger {

struct Verified {
  std::uint64_t facts = 0;
  Chain chain{};
};

// A failure names the first seq that is wrong and how: missing, repeated, changed, or, against
// `expected_head` (a checkpoint held elsewhere), a tail cut off. Facts that are appended meanwhile
// are verified, too. `progress` hears the seq reached.
Result<Verified> verify(Store& store, std::optional<Head> expected_head,
                        const std::function<void(std::uint64_t)>& progress);

}  // namespace lantoa::ledger
