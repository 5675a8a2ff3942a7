#include "city/search/follower.h"

#include <chrono>

namespace lantoa::city::search {
namespace {

constexpr std::size_t changes_at_a_time = 200;
constexpr std::size_t bytes_at_a_time = 4U << 20;  // of texts: uncommitted they need ten times that
constexpr std::chrono::seconds failure_pause{5};

}  // namespace

Follower::Follower(std::filesystem::path folder) : index_(std::move(folder)) {}
Follower::~Follower() { stop(); }

void Follower::follow(Source source) { source_ = std::move(source); }

void Follower::changed(const Subject& subject) {
  const std::lock_guard guard(mutex_);
  waiting_[subject] = ++changes_;
  woken_.notify_one();
}

void Follower::start() {
  const std::lock_guard guard(mutex_);
  running_ = true;
  thread_ = std::thread([this] { run(); });
}

void Follower::stop() {
  {
    const std::lock_guard guard(mutex_);
    stopping_ = true;
    woken_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

std::size_t Follower::waiting() const {
  const std::lock_guard guard(mutex_);
  return waiting_.size();
}

bool Follower::is_running() const {
  const std::lock_guard guard(mutex_);
  return running_;
}

Follower::Changes Follower::some_waiting() const {
  const std::lock_guard guard(mutex_);
  auto end = waiting_.begin();
  for (std::size_t i = 0; i < changes_at_a_time && end != waiting_.end(); ++i) ++end;
  return {waiting_.begin(), end};
}

Result<void> Follower::write(const Changes& some) {
  std::size_t bytes = 0;
  for (const auto& [subject, change] : some) {
    if (bytes > bytes_at_a_time) {
      TRY(index_.commit());
      bytes = 0;
    }
    const auto entry = source_(subject);
    if (entry) {
      TRY(index_.put(*entry));
      bytes += entry->text.size() + entry->also.size();
    } else {
      TRY(index_.remove(id_of(subject)));
    }
  }
  return index_.commit();
}

// Waiting ends with the commit, so nobody believes the index complete before.
Result<void> Follower::index_some() {
  const std::lock_guard indexing(indexing_);
  const Changes some = some_waiting();
  if (some.empty()) return {};
  TRY(write(some));  // else they wait on
  const std::lock_guard guard(mutex_);
  for (const auto& [subject, change] : some) {
    const auto found = waiting_.find(subject);
    if (found->second == change) waiting_.erase(found);
  }
  return {};
}

Result<std::size_t> Follower::catch_up() {
  while (const std::size_t left = waiting()) {
    if (is_running() && left > changes_waited_for_max) return left;
    TRY(index_some());
  }
  return std::size_t{0};
}

void Follower::run() {
  std::unique_lock guard(mutex_);
  while (!stopping_) {
    woken_.wait(guard, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    guard.unlock();
    const auto written = index_some();
    guard.lock();
    if (!written) woken_.wait_for(guard, failure_pause, [this] { return stopping_; });
  }
}

}  // namespace lantoa::city::search
