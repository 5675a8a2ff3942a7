// Pool: connections lent to one thread at a time, so that reads from any thread go on beside the
// writer and beside each other. More threads than connections wait for one.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/postgres/connection.h"

namespace lantoa::postgres {

class Pool {
 public:
  Pool(Target target, Use use, std::size_t connections_max)
      : target_(std::move(target)), use_(use), connections_max_(connections_max) {}

  // One statement, which must do no harm when it is run twice: what was idle while the server
  // restarted is found broken when it is used, and then it is tried once more on a new connection.
  Result<Rows> run(const Statement& statement);

 private:
  std::unique_ptr<Connection> take();  // null: open one
  void give_back(std::unique_ptr<Connection> connection);

  Target target_;
  Use use_;
  std::size_t connections_max_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t lent_ = 0;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace lantoa::postgres
