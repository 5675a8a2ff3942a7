// The reactor on epoll. What is watched is entered once, edge-triggered, and stays entered until it
// is closed: a request costs the kernel its read, its write and a share of one epoll_wait. Used by
// reactor.cc, socket.cc, listener.cc and by server.cc, which chooses it.
#pragma once

#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/http/descriptor.h"
#include "platform/http/reactor.h"

namespace lantoa::http {

// Something with a descriptor. Called on the reactor's thread with what epoll reports; not any more
// once unwatched.
class Watched {
 public:
  virtual ~Watched() = default;
  virtual void happened(std::uint32_t events) = 0;

 private:
  friend class EpollReactor;
  bool watched_ = false;
};

class EpollReactor : public Reactor {
 public:
  EpollReactor();
  ~EpollReactor() override { stop(); }

  void start(std::function<void()> every_second, std::function<void()> settle) override;
  void post(std::function<void()> task) override;
  void stop() override;

  // On the reactor's thread, or before it starts. False: the kernel has no room.
  bool watch(int descriptor, std::uint32_t events, const std::shared_ptr<Watched>& watched);
  // On the reactor's thread, or when it has stopped. Keeps the object until the events that are
  // being handed out are dealt with.
  void unwatch(int descriptor, std::shared_ptr<Watched> watched);
  // Calls happened(0) before the reactor next waits: for what is ready without an event.
  void call_soon(std::shared_ptr<Watched> watched) { soon_.push_back(std::move(watched)); }

 private:
  class Counter;

  void run();
  void turn(int wait_ms);
  void run_tasks();
  void call(Watched& watched, std::uint32_t events);
  void settle_every_few();
  void settle();

  const Descriptor epoll_;
  std::shared_ptr<Counter> posted_;
  std::shared_ptr<Counter> seconds_;
  std::function<void()> every_second_;
  std::function<void()> settle_;
  int unsettled_ = 0;  // calls since
  std::vector<std::shared_ptr<Watched>> soon_;
  bool handing_out_ = false;
  std::vector<std::shared_ptr<Watched>> unwatched_;

  std::mutex mutex_;
  std::vector<std::function<void()>> tasks_;
  bool sleeps_ = false;  // so that who posts has to wake it
  bool stopped_ = false;
  std::thread thread_;
};

// A connected socket, not blocking.
std::unique_ptr<Transport> make_socket(std::shared_ptr<EpollReactor> reactor, Descriptor socket);

// Unavailable when the address cannot be bound (names it).
Result<std::unique_ptr<Listener>> listen(const std::string& address, std::uint16_t port,
                                         std::vector<std::shared_ptr<EpollReactor>> reactors);

}  // namespace lantoa::http
