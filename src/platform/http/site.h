// What the connections of one server share (Site), and what those of one I/O thread share (Lane).
// Internal to http.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "platform/http/reactor.h"
#include "platform/http/server.h"
#include "platform/http/workers.h"

namespace lantoa::http {

using Steady = std::chrono::steady_clock;

class Connection;

// Who is connected: in all and from each address.
class Census {
 public:
  Census(const Limits& limits, const Proxies& proxies) : limits_(limits), proxies_(proxies) {}
  bool admit(const std::string& address);  // false when a limit is reached
  void leave(const std::string& address);
  std::size_t connected() const {
    const std::lock_guard lock(mutex_);
    return total_;
  }
  bool wait_until_empty(Steady::time_point deadline);

 private:
  const Limits& limits_;
  const Proxies& proxies_;  // each stands for many visitors
  mutable std::mutex mutex_;
  std::condition_variable emptied_;
  std::size_t total_ = 0;
  std::unordered_map<std::string, std::size_t> by_address_;
};

struct Site {
  Site(Settings given, Fast fast_answer, Handler handle)
      : settings(std::move(given)),
        fast(std::move(fast_answer)),
        handler(std::move(handle)),
        census(settings.limits, settings.proxies) {
    add_workers(settings.workers, settings.limits.queued_requests_max);
    for (const Share& share : settings.shares) {
      add_workers(share.workers, share.queued_max, share.rest);
    }
  }

  void count(int status) {
    const auto kind = static_cast<std::size_t>(status) / 100;
    answers[std::min(kind, answers.size() - 1)].fetch_add(1, std::memory_order_relaxed);
  }
  // False when its share's queue is full.
  bool submit(std::size_t share, std::function<void()> task) {
    return workers.at(share)->submit(std::move(task));
  }

  const Settings settings;
  const Fast fast;
  const Handler handler;
  std::vector<std::unique_ptr<Workers>> workers;  // by share
  Census census;
  std::atomic<std::size_t> streams{0};
  std::atomic<std::size_t> bodies_bytes{0};  // memory of the bodies that are read or handled
  std::array<std::atomic<std::uint64_t>, 6> answers{};  // by the first digit of their status
  std::atomic<bool> stopping{false};

 private:
  void add_workers(unsigned threads, std::size_t queued_max,
                   std::chrono::milliseconds rest = std::chrono::milliseconds(0)) {
    workers.push_back(std::make_unique<Workers>(std::max(1U, threads), queued_max, rest));
  }
};

// Ready to be sent.
struct Answer {
  std::shared_ptr<Connection> connection;
  std::string head;
  Response response;
};

// Answers that wait to be sent one after the other (send_answers() of connection.h): the kernel's
// part of many is quicker without ours in between, and the peer is woken once for several. A place
// is used again, with the memory of its head.
class Outgoing {
 public:
  Answer& add() {
    if (end_ == answers_.size()) answers_.emplace_back();
    return answers_[end_++];
  }
  // The next one that was added; nullptr: none. Stays as it is until the one after it is taken.
  Answer* take() {
    if (begin_ == end_) begin_ = end_ = 0;
    return end_ == 0 ? nullptr : &answers_[begin_++];
  }
  // The one that was added last, if it is that connection's.
  Answer* take_back(const Connection* connection) {
    if (begin_ == end_ || answers_[end_ - 1].connection.get() != connection) return nullptr;
    return &answers_[--end_];
  }

 private:
  std::deque<Answer> answers_;  // so that adding one moves no other
  std::size_t begin_ = 0;       // of those that wait
  std::size_t end_ = 0;
};

// Used on its reactor's thread only (the reactor's post() from any).
struct Lane {
  std::shared_ptr<Reactor> reactor;
  std::string scratch = std::string(64 * 1024, '\0');  // every read lands here first
  Outgoing outgoing;                                   // sent when the reactor settles
  std::string date;                                    // renewed once a second
  std::unordered_map<const Connection*, std::shared_ptr<Connection>> connections;
};

}  // namespace lantoa::http
