#include "city/search/follower.h"

#include <chrono>

namespace lantoa::city::search {
namespace {

constexpr std::size_t changes_at_a_time = 200;
constexpr std::chrono::seconds failure_pause{5};

}  // namespace

Follower::Follower(std::filesystem::path folder) : index_(std::move(folder)) {}
Follower::~Follower() { stop(); }

void Follower::follow(Source source, Everything everything) {
  source_ = std::move(source);
  everything_ = std::move(everything);
}

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
  for (const auto& [subject, change] : some) {
    const auto entry = source_(subject);
    if (entry) {
      TRY(index_.put(*entry));
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
  const auto written = write(some);
  const auto all = written ? std::vector<Subject>{} : everything_();
  const std::lock_guard guard(mutex_);
  for (const auto& [subject, change] : some) {
    const auto found = waiting_.find(subject);
    if (written && found->second == change) waiting_.erase(found);
  }
  for (const Subject& subject : all) waiting_[subject] = ++changes_;  // it is empty now
  return written;
}

Result<std::size_t> Follower::catch_up() {
  while (const std::size_t left = waiting()) {
    if (is_running() && left > changes_waited_for_max) return left;
    TRY(index_some());
  }
  return std::size_t{0};
}

// Everything waits from now on, in an index that is empty. Of many who find it broken at once only
// the first empties it.
void Follower::begin_anew_if_broken() {
  const std::lock_guard indexing(indexing_);
  if (!index_.discard_broken()) return;
  const auto all = everything_();
  const std::lock_guard guard(mutex_);
  for (const Subject& subject : all) waiting_[subject] = ++changes_;
  woken_.notify_one();
}

Result<lantoa::search::Found> Follower::find(const lantoa::search::Ask& ask) {
  auto found = index_.find(ask);
  if (!found) begin_anew_if_broken();
  return found;
}

Result<std::vector<lantoa::search::Completion>> Follower::complete(
    const lantoa::search::Query& query, std::size_t most) {
  auto completions = index_.complete(query, most);
  if (!completions) begin_anew_if_broken();
  return completions;
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
