// Takes away contents that nobody names: pictures and texts of forms that were never sent. A fact
// that was written names its contents for good, so what any fact names stays, also a picture that
// no article shows any more. What waits in a form is younger than the least age.
#pragma once

#include <cstdint>
#include <filesystem>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::app {

constexpr std::uint32_t sweep_days_min = 1;
constexpr std::uint32_t sweep_days_max = 3'650;

struct SweepOptions {
  std::filesystem::path data;
  std::uint32_t older_than_days = 30;  // since they were put last
  bool dry_run = false;
};

struct SweptAmount {
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;

  void add(std::uint64_t more) {
    ++count;
    bytes += more;
  }
  bool operator==(const SweptAmount&) const = default;
};

struct Swept {
  SweptAmount all;
  SweptAmount young;    // not looked at
  SweptAmount named;    // by facts
  SweptAmount removed;  // or would be
  SweptAmount put;      // again meanwhile, or gone: left alone
};

// Also while a server writes. A ledger that is wrong somewhere may name what cannot be read of it:
// nothing is removed then (wrong_ledger).
Result<Swept> sweep_blobs(const SweepOptions& options, Instant now);

}  // namespace lantoa::app
