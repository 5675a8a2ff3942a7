#include "city/call_limits.h"

#include <algorithm>

namespace lantoa::city {
namespace {

// A bucket gains its calls a minute times the ms that passed, so that nothing is rounded.
constexpr std::int64_t one_call = 60'000;
constexpr std::int64_t sweep_ms = 60'000;

}  // namespace

Bucket::Bucket(CallRate rate, Instant now) : rate_(rate), level_(full()), at_(now) {}

std::int64_t Bucket::full() const { return rate_.at_once * one_call; }

std::int64_t Bucket::level_at(Instant now) const {
  // A clock that was set back gives nothing and takes nothing.
  const std::int64_t passed = std::max<std::int64_t>(0, now.ms - at_.ms);
  return std::min(full(), level_ + passed * rate_.per_minute);
}

std::int64_t Bucket::take(Instant now) {
  level_ = level_at(now);
  at_ = now;
  if (level_ >= one_call) {
    level_ -= one_call;
    return 0;
  }
  return (one_call - level_ + rate_.per_minute - 1) / rate_.per_minute;
}

std::uint32_t CallLimits::admit(TokenNo token, Kind kind, Instant now) {
  const std::lock_guard guard(mutex_);
  if (now.ms - swept_.ms >= sweep_ms) {
    std::erase_if(of_, [&](const auto& one) {
      return one.second.reads.is_full(now) && one.second.writes.is_full(now);
    });
    swept_ = now;
  }
  Buckets& buckets =
      of_.try_emplace(token, Buckets{Bucket(reads_of_token, now), Bucket(writes_of_token, now)})
          .first->second;
  const std::int64_t wait_ms = (kind == Kind::Read ? buckets.reads : buckets.writes).take(now);
  return static_cast<std::uint32_t>((wait_ms + 999) / 1'000);
}

}  // namespace lantoa::city
