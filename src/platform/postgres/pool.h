// Pool: connections lent to one thread at a time, so that reads from any thread go on beside the
// writer and beside each other. More threads than connections wait for one, but not for ever: where
// each of those lent hangs on a server that is silent, who comes next is told so.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/postgres/connection.h"

namespace lantoa::postgres {

class Pool {
 public:
  static constexpr std::chrono::milliseconds wait_max{5'000};

  Pool(Target target, Use use, std::size_t connections_max,
       std::chrono::milliseconds longest = wait_max)
      : target_(std::move(target)),
        use_(use),
        connections_max_(connections_max),
        longest_(longest) {}

  // One statement, which must do no harm when it is run twice: what was idle while the server
  // restarted is found broken when it is used, and then it is tried once more on a new connection.
  Result<Rows> run(const Statement& statement);

 private:
  // Null: open one. Unavailable when none came back in time.
  Result<std::unique_ptr<Connection>> take();
  void give_back(std::unique_ptr<Connection> connection);

  Target target_;
  Use use_;
  std::size_t connections_max_;
  std::chrono::milliseconds longest_;  // that one waits for a connection
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t lent_ = 0;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace lantoa::postgres
