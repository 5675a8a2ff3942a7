#include "city/identity/attempts.h"

namespace lantoa::city::identity {
namespace {

bool is_old(Instant tried, Instant now) { return now.ms - tried.ms >= attempts_window_ms; }

tl::unexpected<Problem> too_often(Instant again) {
  // The minute in which it is allowed again has begun.
  const std::string when = vietnamese(Instant{again.ms + 59'999});
  return problem(Code::TooOften,
                 {"Tên đăng nhập này đã được thử quá nhiều lần. Hãy thử lại từ " + when +
                      ", hoặc nhờ người quản trị của đơn vị.",
                  "This login was tried too often. Try again from " + when +
                      ", or ask your unit's administrator."},
                 "login");
}

}  // namespace

Result<void> Attempts::admit(std::string_view login, Instant now) {
  auto found = tried_.find(login);
  if (found == tried_.end()) {
    if (tried_.size() >= attempted_logins_max) drop_old(now);
    if (tried_.size() >= attempted_logins_max) return too_often({now.ms + attempts_window_ms});
    found = tried_.emplace(std::string(login), std::deque<Instant>{}).first;
  }
  std::deque<Instant>& times = found->second;
  while (!times.empty() && is_old(times.front(), now)) times.pop_front();
  if (times.size() >= attempts_max) return too_often({times.front().ms + attempts_window_ms});
  times.push_back(now);
  return {};
}

void Attempts::forget(std::string_view login) {
  if (const auto found = tried_.find(login); found != tried_.end()) tried_.erase(found);
}

void Attempts::drop_old(Instant now) {
  std::erase_if(tried_, [&](const auto& one) { return is_old(one.second.back(), now); });
}

}  // namespace lantoa::city::identity
