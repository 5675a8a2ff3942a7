#include "platform/ledger/sqlite/testing_calls.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>

#include "kernel/assert.h"

namespace lantoa::ledger {
namespace {

// Reached from functions whose signatures are given, so it cannot be handed to them.
struct Plan {
  bool is_on = false;
  SystemCall call = SystemCall::Open;
  std::uint64_t ordinal = 0;
  std::uint64_t count = 0;
  int error = 0;
  bool lasting = false;
  bool has_failed = false;
};
thread_local Plan plan;

bool fails(SystemCall call) {
  if (!plan.is_on || plan.call != call || ++plan.count < plan.ordinal) return false;
  if (plan.count > plan.ordinal && !plan.lasting) return false;
  plan.has_failed = true;
  errno = plan.error;
  return true;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

// open() and open64(), whose mode is there only when a file may be made.
int open_by(const char* name, const char* path, int flags, std::va_list more) {
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
  if (fails(SystemCall::Open)) return -1;
  return real<int(const char*, int, ...)>(name)(path, flags, mode);
}

}  // namespace

const char* name_of(SystemCall call) {
  constexpr std::array<const char*, system_calls> names = {"open",   "write",       "sync",
                                                           "rename", "make folder", "read"};
  return names[static_cast<std::size_t>(call)];
}

FailingCall::FailingCall(SystemCall call, std::uint64_t ordinal, int error, bool lasting) {
  ASSERT(!plan.is_on);
  plan = {true, call, ordinal, 0, error, lasting, false};
}
FailingCall::~FailingCall() { plan.is_on = false; }
bool FailingCall::has_failed() const { return plan.has_failed; }

}  // namespace lantoa::ledger

using lantoa::ledger::fails;
using lantoa::ledger::open_by;
using lantoa::ledger::real;
using lantoa::ledger::SystemCall;

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list more;
  va_start(more, flags);
  const int file = open_by("open", path, flags, more);
  va_end(more);
  return file;
}

int open64(const char* path, int flags, ...) {
  std::va_list more;
  va_start(more, flags);
  const int file = open_by("open64", path, flags, more);
  va_end(more);
  return file;
}

int mkostemp(char* name, int flags) {
  if (fails(SystemCall::Open)) return -1;
  return real<int(char*, int)>("mkostemp")(name, flags);
}

ssize_t write(int file, const void* bytes, size_t count) {
  if (fails(SystemCall::Write)) return -1;
  return real<ssize_t(int, const void*, size_t)>("write")(file, bytes, count);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  if (fails(SystemCall::Write)) return -1;
  return real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, count, at);
}

ssize_t read(int file, void* bytes, size_t count) {
  if (fails(SystemCall::Read)) return -1;
  return real<ssize_t(int, void*, size_t)>("read")(file, bytes, count);
}

int fsync(int file) { return fails(SystemCall::Sync) ? -1 : real<int(int)>("fsync")(file); }

int fdatasync(int file) { return fails(SystemCall::Sync) ? -1 : real<int(int)>("fdatasync")(file); }

int rename(const char* from, const char* to) {
  return fails(SystemCall::Rename) ? -1 : real<int(const char*, const char*)>("rename")(from, to);
}

int mkdir(const char* path, mode_t mode) {
  return fails(SystemCall::MakeFolder) ? -1 : real<int(const char*, mode_t)>("mkdir")(path, mode);
}

}  // extern "C"
