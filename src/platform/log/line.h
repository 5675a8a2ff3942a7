// How an event becomes its one line; apart from log.cc so that a test can give the time.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kernel/time.h"
#include "platform/log/log.h"

namespace lantoa::log {

// {"at":"…Z","level":"info","event":"…","field":"…"} and a line feed. Control characters are
// escaped and bytes that are not UTF-8 become U+FFFD, so that the line is JSON whatever the values
// were.
std::string line(Instant at, Level level, std::string_view event, std::span<const Field> fields);

}  // namespace lantoa::log
