#include "platform/http/reactor.h"

// clang-format off: it has to come before Boost
#include "platform/http/asio_config.h"
// clang-format on

#include <array>
#include <atomic>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <thread>

#include "platform/log/log.h"

namespace lantoa::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

class Socket : public Transport {
 public:
  explicit Socket(tcp::socket socket) : socket_(std::move(socket)) {
    Error ignored;  // a peer that is gone already shows at the first read
    socket_.non_blocking(true, ignored);
    socket_.set_option(tcp::no_delay(true), ignored);
  }

  Transfer read(char* into, std::size_t size) final {
    Error error;
    const std::size_t bytes = socket_.read_some(asio::buffer(into, size), error);
    return {bytes, error && error != asio::error::would_block};
  }

  Transfer write(std::string_view first, std::string_view second) final {
    const std::array<asio::const_buffer, 2> pieces{asio::buffer(first), asio::buffer(second)};
    Error error;
    const std::size_t bytes = socket_.write_some(pieces, error);
    return {bytes, error && error != asio::error::would_block};
  }

  void when_readable(std::shared_ptr<Waiter> waiter) final {
    socket_.async_wait(tcp::socket::wait_read, [waiter = std::move(waiter)](Error error) {
      if (error != asio::error::operation_aborted) waiter->readable();
    });
  }

  void when_writable(std::shared_ptr<Waiter> waiter) final {
    socket_.async_wait(tcp::socket::wait_write, [waiter = std::move(waiter)](Error error) {
      if (error != asio::error::operation_aborted) waiter->writable();
    });
  }

  void end_sending() final {
    Error ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
  }

  void close() final {
    Error ignored;
    socket_.close(ignored);
  }

 private:
  tcp::socket socket_;
};

class AsioReactor : public Reactor {
 public:
  ~AsioReactor() override { stop(); }

  void start(std::function<void()> every_second) final {
    every_second_ = std::move(every_second);
    tick();
    thread_ = std::thread([this] { run(); });
  }

  void post(std::function<void()> task) final {
    const std::lock_guard lock(mutex_);
    if (!stopped_) asio::post(context_, std::move(task));
  }

  void stop() final {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    context_.stop();
    if (thread_.joinable()) thread_.join();
  }

  asio::io_context& context() { return context_; }

 private:
  void run() {
    for (;;) {
      try {
        context_.run();
        return;
      } catch (const std::exception& failure) {
        log::error("http.reactor_exception", {{"what", failure.what()}});
      }
    }
  }

  void tick() {
    timer_.expires_after(std::chrono::seconds(1));
    timer_.async_wait([this](Error error) {
      if (error) return;
      tick();
      every_second_();
    });
  }

  std::mutex mutex_;
  bool stopped_ = false;
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> work_{context_.get_executor()};
  asio::steady_timer timer_{context_};
  std::function<void()> every_second_;
  std::thread thread_;
};

class AsioListener : public Listener {
 public:
  AsioListener(tcp::acceptor acceptor, std::vector<asio::io_context*> contexts)
      : acceptor_(std::move(acceptor)), contexts_(std::move(contexts)) {}

  std::uint16_t port() const final {
    Error ignored;
    return acceptor_.local_endpoint(ignored).port();
  }

  void start(Accepted accepted) final {
    accepted_ = std::move(accepted);
    accept();
  }

  void resume() final {
    if (!paused_ || !acceptor_.is_open()) return;
    paused_ = false;
    accept();
  }

  void close() final {
    Error ignored;
    acceptor_.close(ignored);
  }

 private:
  void accept() {
    const std::size_t turn = turn_++ % contexts_.size();
    acceptor_.async_accept(*contexts_[turn], [this, turn](Error error, tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (error == asio::error::no_descriptors || error == asio::error::no_memory ||
          error == asio::error::no_buffer_space) {
        log::warning("http.accept_paused", {{"reason", error.message()}});
        paused_ = true;
        return;
      }
      if (!error) hand_over(turn, std::move(socket));
      accept();
    });
  }

  void hand_over(std::size_t turn, tcp::socket socket) {
    Error error;
    const tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) return;
    asio::ip::address address = peer.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
      address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    accepted_(turn, std::make_unique<Socket>(std::move(socket)), address.to_string());
  }

  tcp::acceptor acceptor_;
  std::vector<asio::io_context*> contexts_;
  std::size_t turn_ = 0;
  bool paused_ = false;
  Accepted accepted_;
};

tl::unexpected<Problem> cannot_listen(const std::string& address, std::uint16_t port,
                                      const Error& error) {
  const std::string where = address + ":" + std::to_string(port);
  return problem(Code::Unavailable,
                 {"Không mở được địa chỉ " + where + " (" + error.message() +
                      "). Hãy chọn địa chỉ hoặc cổng khác, hoặc dừng chương trình đang dùng nó.",
                  "Cannot listen on " + where + " (" + error.message() +
                      "). Choose another address or port, or stop the program that uses it."},
                 "address");
}

}  // namespace

std::shared_ptr<Reactor> make_reactor() { return std::make_shared<AsioReactor>(); }

Result<std::unique_ptr<Listener>> listen(const std::string& address, std::uint16_t port,
                                         const std::vector<std::shared_ptr<Reactor>>& reactors) {
  std::vector<asio::io_context*> contexts;
  for (const auto& reactor : reactors) {
    contexts.push_back(&static_cast<AsioReactor&>(*reactor).context());
  }
  Error error;
  const asio::ip::address ip = asio::ip::make_address(address, error);
  if (error) return cannot_listen(address, port, error);
  const tcp::endpoint endpoint(ip, port);
  tcp::acceptor acceptor(*contexts.front());
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return cannot_listen(address, port, error);
  return std::make_unique<AsioListener>(std::move(acceptor), std::move(contexts));
}

}  // namespace lantoa::http
