#include "platform/http/workers.h"

#include <utility>

namespace lantoa::http {

Workers::Workers(unsigned threads, std::size_t queued_max) : queued_max_(queued_max) {
  for (unsigned n = 0; n < threads; ++n) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() { stop(); }

bool Workers::submit(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_ || queue_.size() >= queued_max_) return false;
    queue_.push_back(std::move(task));
  }
  changed_.notify_one();
  return true;
}

void Workers::stop() {
  std::deque<std::function<void()>> dropped;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    dropped.swap(queue_);
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void Workers::run() {
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopped_ || !queue_.empty(); });
      if (queue_.empty()) return;
      task = std::move(queue_.front());
      queue_.pop_front();
    }
    task();
  }
}

}  // namespace lantoa::http
