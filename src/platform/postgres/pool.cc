#include "platform/postgres/pool.h"

namespace lantoa::postgres {

Result<std::unique_ptr<Connection>> Pool::take() {
  std::unique_lock guard(mutex_);
  if (!returned_.wait_for(guard, longest_, [this] { return lent_ < connections_max_; })) {
    return tl::unexpected(no_answer(target_, "every connection is in use"));
  }
  ++lent_;
  if (idle_.empty()) return nullptr;
  std::unique_ptr<Connection> connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard guard(mutex_);
    --lent_;
    if (connection && connection->is_broken()) idle_.clear();
    if (connection && !connection->is_broken()) idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

Result<Rows> Pool::run(const Statement& statement) {
  TRY_ASSIGN(std::unique_ptr<Connection> connection, take());
  bool fresh = false;
  const auto renew = [&]() -> Result<void> {
    connection.reset();
    fresh = true;
    auto opened = Connection::open(target_, use_);
    if (!opened) return tl::unexpected(std::move(opened).error());
    connection = *std::move(opened);
    return {};
  };
  auto done = [&]() -> Result<Rows> {
    if (!connection) TRY(renew());
    auto rows = connection->run(statement);
    if (rows || fresh || !connection->is_broken()) return rows;
    TRY(renew());
    return connection->run(statement);
  }();
  give_back(std::move(connection));
  return done;
}

}  // namespace lantoa::postgres
