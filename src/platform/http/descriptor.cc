#include "platform/http/descriptor.h"

#include <unistd.h>

namespace lantoa::http {

void Descriptor::close() {
  if (is_open()) ::close(std::exchange(number_, -1));
}

}  // namespace lantoa::http
