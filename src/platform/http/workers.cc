#include "platform/http/workers.h"

#include <exception>
#include <system_error>
#include <utility>

#include "platform/log/log.h"

namespace lantoa::http {

Workers::Workers(unsigned threads_max, std::size_t queued_max, std::chrono::milliseconds rest)
    : threads_max_(threads_max), queued_max_(queued_max), rest_(rest) {}

Workers::~Workers() { stop(); }

bool Workers::submit(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_ || queue_.size() >= queued_max_) return false;
    queue_.push_back(std::move(task));
    if (queue_.size() > idle_ && threads_.size() < threads_max_ && !add_thread()) return false;
  }
  changed_.notify_one();
  return true;
}

// Under the lock. The system may refuse a thread: those that run take the task in their turn.
bool Workers::add_thread() {
  try {
    threads_.emplace_back([this] { run(); });
  } catch (const std::system_error&) {
    if (!threads_.empty()) return true;
    queue_.pop_back();
    return false;
  }
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
  stopping_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void Workers::run() {
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      ++idle_;
      changed_.wait(lock, [this] { return stopped_ || !queue_.empty(); });
      --idle_;
      if (queue_.empty()) return;
      task = std::move(queue_.front());
      queue_.pop_front();
    }
    // What a task does not catch itself must not end the process; a reply that it held answers 500.
    try {
      task();
    } catch (const std::exception& failure) {
      log::error("task_threw", {{"what", failure.what()}});
    }
    task = nullptr;
    if (rest_.count() > 0) rest_a_while();
  }
}

void Workers::rest_a_while() {
  std::unique_lock lock(mutex_);
  stopping_.wait_for(lock, rest_, [this] { return stopped_; });
}

}  // namespace lantoa::http
