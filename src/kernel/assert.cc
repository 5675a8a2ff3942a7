#include "kernel/assert.h"

#include <cstdio>
#include <cstdlib>

namespace lantoa {

void assertion_failed(const char* what, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: ASSERT(%s) failed; the process ends here\n", file, line, what);
  std::abort();
}

}  // namespace lantoa
