#include "city/senders.h"

#include <algorithm>

#include "platform/http/address.h"

namespace lantoa::city {
namespace {

constexpr std::size_t v4_bits = http::mapped_bits + 24;
constexpr std::size_t v6_bits = 64;
constexpr std::int64_t sweep_ms = 60'000;

}  // namespace

std::string network_of(std::string_view address) {
  const auto bytes = http::read_address(address);
  if (!bytes) return std::string(address);
  if (http::is_loopback(*bytes)) return {};
  return http::address_text(http::cut_to(*bytes, http::is_mapped(*bytes) ? v4_bits : v6_bits));
}

Result<void> Senders::admit(std::string_view address, Instant now) {
  const std::string network = network_of(address);
  if (network.empty()) return {};
  const std::lock_guard guard(mutex_);
  const auto is_old = [&](Instant sent) { return now.ms - sent.ms >= senders_window_ms; };
  if (now.ms - swept_.ms >= sweep_ms || sent_.size() >= senders_max) {
    std::erase_if(sent_, [&](const auto& one) { return is_old(one.second.back()); });
    swept_ = now;
  }
  // A flood from everywhere does not shut out who comes from elsewhere: the longest silent goes.
  if (sent_.size() >= senders_max && !sent_.contains(network)) {
    sent_.erase(std::min_element(sent_.begin(), sent_.end(), [](const auto& a, const auto& b) {
      return a.second.back() < b.second.back();
    }));
  }
  std::deque<Instant>& times = sent_[network];
  while (!times.empty() && is_old(times.front())) times.pop_front();
  if (times.size() >= most_) return problem(Code::TooOften, too_often_);
  times.push_back(now);
  return {};
}

}  // namespace lantoa::city
