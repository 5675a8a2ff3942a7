// The lock between the one writer that folds and the many readers of the state. A waiting writer
// goes first: std::shared_mutex lets four readers keep it out for seconds. Hold it only to copy out
// what a page needs; render unlocked.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace lantoa::ledger {

class StateLock {
 public:
  void lock() {
    std::unique_lock guard(mutex_);
    ++writers_waiting_;
    may_write_.wait(guard, [this] { return readers_ == 0 && !writing_; });
    --writers_waiting_;
    writing_ = true;
  }
  void unlock() {
    {
      const std::lock_guard guard(mutex_);
      writing_ = false;
    }
    may_write_.notify_one();
    may_read_.notify_all();
  }
  void lock_shared() {
    std::unique_lock guard(mutex_);
    may_read_.wait(guard, [this] { return !writing_ && writers_waiting_ == 0; });
    ++readers_;
  }
  void unlock_shared() {
    bool last = false;
    {
      const std::lock_guard guard(mutex_);
      last = --readers_ == 0;
    }
    if (last) may_write_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable may_read_;
  std::condition_variable may_write_;
  std::uint32_t readers_ = 0;
  std::uint32_t writers_waiting_ = 0;
  bool writing_ = false;
};

}  // namespace lantoa::ledger
