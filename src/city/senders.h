// Senders: how much came from one part of the network lately, of what anybody may send. In memory
// and of this node: a restart forgets it, and nothing about a sender is kept. What comes from this
// machine itself is not counted: a proxy here that was not named as one would stand for everybody.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::city {

constexpr std::int64_t senders_window_ms = 60LL * 60 * 1'000;
constexpr std::size_t senders_max = 10'000;  // remembered at once

// The first address of the /24 of an IPv4 address, of the /64 of another; empty for this machine.
std::string network_of(std::string_view address);

// Any thread.
class Senders {
 public:
  // `most`: of one network within the window; `too_often`: what the sender of one more is told.
  Senders(std::size_t most, Text too_often) : most_(most), too_often_(std::move(too_often)) {}

  // Counts one more. TooOften: not counted, try again later.
  Result<void> admit(std::string_view address, Instant now);

 private:
  const std::size_t most_;
  const Text too_often_;
  std::mutex mutex_;
  std::map<std::string, std::deque<Instant>, std::less<>> sent_;
  Instant swept_;  // of networks silent for longer than the window
};

}  // namespace lantoa::city
