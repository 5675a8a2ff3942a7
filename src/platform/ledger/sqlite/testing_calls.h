// Lets the system calls of this test program fail, for what writes files without SQLite's help and
// for SQLite's own file layer: the program's definitions of fsync() and its like come before the C
// library's. Only the calls of the thread that planned a fault are counted.
#pragma once

#include <cstdint>
#include <string>

namespace lantoa::ledger {

enum class SystemCall { Open, Write, Sync, Rename, MakeFolder, Read };
constexpr int system_calls = 6;
const char* name_of(SystemCall call);

class FailingCall {
 public:
  // The call of that ordinal fails with `error`, and, when it lasts, all after it.
  FailingCall(SystemCall call, std::uint64_t ordinal, int error, bool lasting);
  ~FailingCall();
  FailingCall(const FailingCall&) = delete;
  FailingCall& operator=(const FailingCall&) = delete;
  bool has_failed() const;
};

}  // namespace lantoa::ledger
