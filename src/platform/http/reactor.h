// One I/O thread and its sockets, as the connection sees them: a connection knows no epoll, so that
// a test brings a socket of its own (connection_test.cc) and a TLS socket can stand in later.
// Internal to http.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::http {

// Whoever waits for a socket. Called on the reactor's thread; also when the socket has failed,
// which the next read or write then tells. Not called any more after close().
class Waiter {
 public:
  virtual ~Waiter() = default;
  virtual void readable() = 0;
  virtual void writable() = 0;
};

struct Transfer {
  std::size_t bytes = 0;
  bool ended = false;  // the peer closed, or the socket failed; bytes 0 and not ended = would block
};

// A connected socket that never blocks. Used on its reactor's thread only.
class Transport {
 public:
  virtual ~Transport() = default;
  virtual Transfer read(char* into, std::size_t size) = 0;
  virtual Transfer write(std::string_view first, std::string_view second) = 0;
  virtual void when_readable(std::shared_ptr<Waiter> waiter) = 0;
  virtual void when_writable(std::shared_ptr<Waiter> waiter) = 0;
  virtual void end_sending() = 0;  // the peer sees the end; reading goes on
  virtual void close() = 0;
};

class Reactor {
 public:
  virtual ~Reactor() = default;  // stops
  // `settle` follows every few calls of waiters and tasks, at the latest before the next wait.
  virtual void start(std::function<void()> every_second, std::function<void()> settle) = 0;
  // Any thread. Dropped when the reactor has stopped.
  virtual void post(std::function<void()> task) = 0;
  virtual void stop() = 0;  // joins the thread; what still waits is destroyed
};

class Listener {
 public:
  // Accepts on the first reactor, hands out to all of them in turn; `accepted` is called on the
  // first one's thread.
  using Accepted = std::function<void(std::size_t reactor, std::unique_ptr<Transport> transport,
                                      std::string peer)>;
  virtual ~Listener() = default;
  virtual std::uint16_t port() const = 0;
  virtual void start(Accepted accepted) = 0;
  // On the first reactor's thread. Accepting pauses when the process has no descriptor left;
  // called once a second, this takes it up again.
  virtual void resume() = 0;
  // On the first reactor's thread, or when that has stopped. A second call does nothing.
  virtual void close() = 0;
};

}  // namespace lantoa::http
