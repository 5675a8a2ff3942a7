// Attempts: how often a login was tried lately. Counts alike for logins that exist and those that
// do not, so that the answer tells nothing. In memory: a restart forgets it.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::city::identity {

constexpr std::size_t attempts_max = 10;  // of one login within the window
constexpr std::int64_t attempts_window_ms = 15 * 60 * 1000;
constexpr std::size_t attempted_logins_max = 10'000;  // remembered at once

class Attempts {
 public:
  // Counts one more attempt. TooOften says when to try again; that attempt is not counted.
  Result<void> admit(std::string_view login, Instant now);
  void forget(std::string_view login);  // after the right password

 private:
  void drop_old(Instant now);

  std::map<std::string, std::deque<Instant>, std::less<>> tried_;
};

}  // namespace lantoa::city::identity
