// What the connections of one server share (Site), and what those of one I/O thread share (Lane).
// Internal to http.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "platform/http/reactor.h"
#include "platform/http/server.h"
#include "platform/http/workers.h"

namespace lantoa::http {

using Steady = std::chrono::steady_clock;

class Connection;

// Who is connected: in all and from each address.
class Census {
 public:
  explicit Census(const Limits& limits) : limits_(limits) {}
  bool admit(const std::string& address);  // false when a limit is reached
  void leave(const std::string& address);
  bool wait_until_empty(Steady::time_point deadline);

 private:
  const Limits& limits_;
  std::mutex mutex_;
  std::condition_variable emptied_;
  std::size_t total_ = 0;
  std::unordered_map<std::string, std::size_t> by_address_;
};

struct Site {
  Site(Settings given, Fast fast_answer, Handler handle)
      : settings(std::move(given)),
        fast(std::move(fast_answer)),
        handler(std::move(handle)),
        workers(std::max(1U, settings.workers), settings.limits.queued_requests_max),
        census(settings.limits) {}

  const Settings settings;
  const Fast fast;
  const Handler handler;
  Workers workers;
  Census census;
  std::atomic<std::size_t> streams{0};
  std::atomic<std::size_t> bodies_bytes{0};  // memory of the bodies that are read or handled
  std::atomic<bool> stopping{false};
};

// Used on its reactor's thread only (the reactor's post() from any).
struct Lane {
  std::shared_ptr<Reactor> reactor;
  std::string scratch = std::string(64 * 1024, '\0');  // every read lands here first
  std::string head;                                    // every answer's head is written here
  std::string date;                                    // renewed once a second
  std::unordered_map<const Connection*, std::shared_ptr<Connection>> connections;
};

}  // namespace lantoa::http
