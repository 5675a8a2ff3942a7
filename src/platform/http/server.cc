#include "platform/http/server.h"

#include <sched.h>

#include <utility>
#include <vector>

#include "kernel/assert.h"
#include "platform/http/connection.h"
#include "platform/http/epoll_reactor.h"
#include "platform/http/site.h"
#include "platform/http/wire.h"
#include "platform/log/log.h"

namespace lantoa::http {

bool Census::admit(const std::string& address) {
  const bool is_proxy = proxies_.contain(address);
  const std::lock_guard lock(mutex_);
  if (total_ >= limits_.connections_max) return false;
  std::size_t& here = by_address_[address];
  if (!is_proxy && here >= limits_.connections_per_address_max) return false;
  ++here;
  ++total_;
  return true;
}

void Census::leave(const std::string& address) {
  const std::lock_guard lock(mutex_);
  const auto found = by_address_.find(address);
  ASSERT(found != by_address_.end());
  if (--found->second == 0) by_address_.erase(found);
  if (--total_ == 0) emptied_.notify_all();
}

bool Census::wait_until_empty(Steady::time_point deadline) {
  std::unique_lock lock(mutex_);
  return emptied_.wait_until(lock, deadline, [this] { return total_ == 0; });
}

namespace {

// More than a few I/O threads would only take cores from the handlers.
constexpr unsigned usual_threads_max = 4;

unsigned usable_cores() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (sched_getaffinity(0, sizeof cores, &cores) != 0) return 1;
  return std::clamp(static_cast<unsigned>(CPU_COUNT(&cores)), 1U, usual_threads_max);
}

std::vector<std::shared_ptr<Connection>> connections_of(const Lane& lane) {
  std::vector<std::shared_ptr<Connection>> out;
  out.reserve(lane.connections.size());
  for (const auto& [key, connection] : lane.connections) out.push_back(connection);
  return out;
}

class RunningServer : public Server {
 public:
  RunningServer(Settings settings, Fast fast, Handler handler)
      : site_(std::move(settings), std::move(fast), std::move(handler)) {}
  ~RunningServer() override { stop(std::chrono::milliseconds(0)); }

  Result<void> start() {
    std::vector<std::shared_ptr<EpollReactor>> reactors;
    const unsigned threads =
        site_.settings.io_threads == 0 ? usable_cores() : site_.settings.io_threads;
    for (unsigned n = 0; n < threads; ++n) {
      lanes_.push_back(std::make_unique<Lane>());
      reactors.push_back(std::make_shared<EpollReactor>());
      lanes_.back()->reactor = reactors.back();
    }
    TRY_ASSIGN(listener_, listen(site_.settings.address, site_.settings.port, std::move(reactors)));
    port_ = listener_->port();
    for (const auto& lane : lanes_) {
      renew_date(*lane);
      lane->reactor->start([this, &here = *lane] { every_second(here); },
                           [&here = *lane] { send_answers(here); });
    }
    listener_->start(
        [this](std::size_t turn, std::unique_ptr<Transport> transport, std::string peer) {
          accepted(turn, std::move(transport), std::move(peer));
        });
    return {};
  }

  std::uint16_t port() const override { return port_; }

  Numbers numbers() const override {
    Numbers out;
    for (std::size_t n = 0; n < out.answers.size(); ++n) out.answers[n] = site_.answers[n];
    out.connections = site_.census.connected();
    out.streams = site_.streams;
    return out;
  }

  void stop(std::chrono::milliseconds grace) override {
    if (std::exchange(stopped_, true)) return;
    const Steady::time_point deadline = Steady::now() + grace;
    site_.stopping = true;
    for (const auto& lane : lanes_) {
      lane->reactor->post([this, &here = *lane] {
        if (&here == lanes_.front().get()) listener_->close();
        for (const auto& connection : connections_of(here)) connection->finish_soon();
      });
    }
    if (!site_.census.wait_until_empty(deadline)) log::warning("http.stopped_before_all_was_sent");
    for (const auto& workers : site_.workers) workers->stop();
    for (const auto& lane : lanes_) lane->reactor->stop();
    if (listener_) listener_->close();  // a busy thread may have ended before its task came up
    for (const auto& lane : lanes_) {
      for (const auto& connection : connections_of(*lane)) connection->close();
    }
  }

 private:
  static void renew_date(Lane& lane) {
    const auto now = std::chrono::system_clock::now();
    lane.date = http_date(std::chrono::floor<std::chrono::seconds>(now));
  }

  void every_second(Lane& lane) {
    renew_date(lane);
    if (&lane == lanes_.front().get()) listener_->resume();
    const Steady::time_point now = Steady::now();
    for (const auto& connection : connections_of(lane)) connection->sweep(now);
  }

  // On the first lane's thread.
  void accepted(std::size_t turn, std::unique_ptr<Transport> transport, std::string peer) {
    if (!site_.census.admit(peer)) return;  // the transport closes as it goes
    Lane& lane = *lanes_[turn];
    auto connection =
        std::make_shared<Connection>(site_, lane, std::move(transport), std::move(peer));
    const auto adopt = [this, &lane, connection] {
      lane.connections.emplace(connection.get(), connection);
      connection->start();
      if (site_.stopping) connection->finish_soon();
    };
    if (turn == 0) {
      adopt();
    } else {
      lane.reactor->post(adopt);
    }
  }

  // Destroyed from the last to the first: the listener before its reactor, the lanes (whose sockets
  // need the reactor) before the site.
  Site site_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::unique_ptr<Listener> listener_;
  std::uint16_t port_ = 0;
  bool stopped_ = false;
};

}  // namespace

Result<std::unique_ptr<Server>> serve(Settings settings, Fast fast, Handler handler) {
  auto server =
      std::make_unique<RunningServer>(std::move(settings), std::move(fast), std::move(handler));
  TRY(server->start());
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace lantoa::http
