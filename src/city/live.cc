#include "city/live.h"

#include <algorithm>
#include <chrono>

namespace lantoa::city {
namespace {
constexpr std::chrono::milliseconds pause_between_looks{500};

// {"reached_3":"12","share_3":"40,0 %"}: what is not in `known`, or otherwise there.
std::string changes(const LiveFigures& known, const LiveFigures& now) {
  std::string out = "{";
  for (const auto& [name, value] : now) {
    const auto before = known.find(name);
    if (before != known.end() && before->second == value) continue;
    if (out.size() > 1) out += ',';
    out += '"' + name + "\":\"" + value + '"';
  }
  return out + "}";
}

}  // namespace

LiveHub::~LiveHub() { stop(); }

void LiveHub::start() {
  thread_ = std::thread([this] { run(); });
}

void LiveHub::stop() {
  {
    const std::lock_guard guard(mutex_);
    stopping_ = true;
    watchers_.clear();
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void LiveHub::add(std::shared_ptr<http::Stream> stream, LiveFigures now, Look look) {
  auto watcher =
      std::make_shared<Watcher>(Watcher{std::move(stream), std::move(look), std::move(now)});
  if (!watcher->stream->send("message", changes({}, watcher->last))) return;
  {
    const std::lock_guard guard(mutex_);
    if (stopping_) return;
    watchers_.push_back(std::move(watcher));
    grew_ = true;  // perhaps it has, since `now` was looked up
  }
  changed_.notify_one();
}

std::size_t LiveHub::watchers() const {
  const std::lock_guard guard(mutex_);
  return watchers_.size();
}

void LiveHub::ledger_grew() {
  {
    const std::lock_guard guard(mutex_);
    grew_ = true;
  }
  changed_.notify_one();
}

void LiveHub::run() {
  std::unique_lock guard(mutex_);
  while (!stopping_) {
    changed_.wait(guard, [this] { return stopping_ || grew_; });
    if (stopping_) return;
    grew_ = false;
    guard.unlock();
    tell_all();
    guard.lock();
    changed_.wait_for(guard, pause_between_looks, [this] { return stopping_; });
  }
}

void LiveHub::tell_all() {
  std::vector<std::shared_ptr<Watcher>> watchers;
  {
    const std::lock_guard guard(mutex_);
    watchers = watchers_;
  }
  std::vector<std::shared_ptr<Watcher>> gone;
  for (const auto& watcher : watchers) {
    std::optional<LiveFigures> now;
    if (watcher->stream->is_open()) now = watcher->look();
    if (now == watcher->last) continue;
    if (!now || !watcher->stream->send("message", changes(watcher->last, *now))) {
      gone.push_back(watcher);
    } else {
      watcher->last = *std::move(now);
    }
  }
  if (gone.empty()) return;
  const std::lock_guard guard(mutex_);
  std::erase_if(watchers_, [&](const auto& one) {
    return std::find(gone.begin(), gone.end(), one) != gone.end();
  });
}

}  // namespace lantoa::city
