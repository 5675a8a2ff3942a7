// A pool of threads with a bounded queue: for handlers, and for whoever has work that would hold up
// the thread he is called on.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lantoa::http {

class Workers {
 public:
  Workers(unsigned threads, std::size_t queued_max);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False when the queue is full or the pool has stopped; the task is then destroyed unrun.
  bool submit(std::function<void()> task);
  // Drops what is queued, waits for what runs.
  void stop();

 private:
  void run();

  const std::size_t queued_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> queue_;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace lantoa::http
