// CallLimits: how many calls programs may make with one access token: so many at once, and then so
// many a minute (a token bucket). In memory and of this node: a restart forgets it, and where there
// are several nodes each counts what comes to it.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>

#include "city/numbers.h"
#include "kernel/time.h"

namespace lantoa::city {

struct CallRate {
  std::int64_t at_once = 0;     // calls, after a rest
  std::int64_t per_minute = 0;  // calls, of one that goes on; above 0
};

// A display on a wall asks every few seconds. Whoever takes over a half-year's reports reads one
// and sends one for each of a city's 700 units without a pause, and has some left for what was
// refused.
constexpr CallRate reads_of_token{2'000, 600};
constexpr CallRate writes_of_token{1'000, 120};

class Bucket {
 public:
  Bucket(CallRate rate, Instant now);  // full

  // Takes one call out of it. 0: there was one; else in how many ms there will be one again.
  std::int64_t take(Instant now);
  bool is_full(Instant now) const { return level_at(now) == full(); }

 private:
  std::int64_t full() const;
  std::int64_t level_at(Instant now) const;

  CallRate rate_;
  std::int64_t level_;  // in parts of a call: 60,000 are one
  Instant at_;          // of that level
};

class CallLimits {
 public:
  enum class Kind : std::uint8_t { Read, Write };

  // Counts one more of this token. 0: within its limit; else in how many seconds one is again. Any
  // thread.
  std::uint32_t admit(TokenNo token, Kind kind, Instant now);

 private:
  struct Buckets {
    Bucket reads, writes;
  };

  std::mutex mutex_;
  std::map<TokenNo, Buckets> of_;
  Instant swept_;  // of buckets that are full again: as good as none
};

}  // namespace lantoa::city
