#include "city/senders.h"

#include <algorithm>

namespace lantoa::city {
namespace {

constexpr std::size_t groups_of_network = 4;  // of a /64
constexpr std::int64_t sweep_ms = 60'000;

}  // namespace

std::string network_of(std::string_view address) {
  if (address.starts_with("::ffff:")) address.remove_prefix(7);
  if (address == "::1" || address.starts_with("127.") || address.empty()) return {};
  if (const std::size_t dot = address.rfind('.'); dot != std::string_view::npos) {
    return std::string(address.substr(0, dot));
  }
  std::size_t end = 0;
  for (std::size_t groups = 0; groups < groups_of_network && end != std::string_view::npos;
       ++groups) {
    end = address.find(':', end == 0 ? 0 : end + 1);
    // What is left out of the middle is zeros: the network ends there at the latest.
    if (end != std::string_view::npos && address.substr(end).starts_with("::")) break;
  }
  return std::string(address.substr(0, end));
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
