// When a session is over, wherever it is kept.
#pragma once

#include <algorithm>
#include <cstdint>

#include "platform/session/session.h"

namespace lantoa::session {

constexpr std::size_t token_bytes = 32;
constexpr std::int64_t seen_step_ms = 60 * 1000;

// As databases keep it.
inline std::int64_t stored(std::uint64_t position) {
  return static_cast<std::int64_t>(std::min<std::uint64_t>(position, INT64_MAX));
}

inline bool is_over(const Session& session, Instant now) {
  return now.ms - session.seen.ms >= idle_ms_max || now.ms - session.started.ms >= absolute_ms_max;
}

}  // namespace lantoa::session
