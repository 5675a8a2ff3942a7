// A pool of threads with a bounded queue: for handlers, and for whoever has work that would hold up
// the thread he is called on. A thread begins with the first task that needs one, so a program that
// has made its pools can still say for all of its threads which signals they take.
#pragma once

#include <chrono>
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
  // A thread rests that long after each task, so that however many come they take no more of a core
  // than threads_max of them need in that time.
  Workers(unsigned threads_max, std::size_t queued_max,
          std::chrono::milliseconds rest = std::chrono::milliseconds(0));
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False when the queue is full or the pool has stopped; the task is then destroyed unrun.
  bool submit(std::function<void()> task);
  // Drops what is queued, waits for what runs.
  void stop();

 private:
  bool add_thread();
  void run();
  void rest_a_while();

  const unsigned threads_max_;
  const std::size_t queued_max_;
  const std::chrono::milliseconds rest_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::condition_variable stopping_;  // ends a rest, which no new task does
  std::deque<std::function<void()>> queue_;
  std::size_t idle_ = 0;  // threads that wait for a task
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace lantoa::http
