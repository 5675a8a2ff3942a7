// ASSERT: for what only a bug can cause. Always on; prints where and ends the process, because a
// node that starts again and folds its ledger is safer than one that goes on with a wrong state.
// What the world can cause (input, disk, network) is a Result, never an ASSERT.
#pragma once

namespace lantoa {

[[noreturn]] void assertion_failed(const char* what, const char* file, int line);

}  // namespace lantoa

#define ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::lantoa::assertion_failed(#condition, __FILE__, __LINE__))
