#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "kernel/assert.h"
#include "platform/http/epoll_reactor.h"
#include "platform/log/log.h"

namespace lantoa::http {

namespace {

constexpr int accepted_max = 64;  // in one turn, so that those already here are not kept waiting

// An address with its port, of either family.
struct Endpoint {
  sockaddr_storage bytes{};
  socklen_t size = sizeof(sockaddr_storage);

  sockaddr* address() { return reinterpret_cast<sockaddr*>(&bytes); }
  sockaddr_in& v4() { return reinterpret_cast<sockaddr_in&>(bytes); }
  sockaddr_in6& v6() { return reinterpret_cast<sockaddr_in6&>(bytes); }
  std::uint16_t port() {
    return ntohs(bytes.ss_family == AF_INET ? v4().sin_port : v6().sin6_port);
  }
};

bool read_address(const std::string& text, std::uint16_t port, Endpoint& out) {
  if (inet_pton(AF_INET, text.c_str(), &out.v4().sin_addr) == 1) {
    out.bytes.ss_family = AF_INET;
    out.v4().sin_port = htons(port);
    out.size = sizeof(sockaddr_in);
    return true;
  }
  if (inet_pton(AF_INET6, text.c_str(), &out.v6().sin6_addr) == 1) {
    out.bytes.ss_family = AF_INET6;
    out.v6().sin6_port = htons(port);
    out.size = sizeof(sockaddr_in6);
    return true;
  }
  errno = EINVAL;
  return false;
}

// Without port; an IPv4 address seen through an IPv6 socket is itself.
std::string text_of(Endpoint& peer) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (peer.bytes.ss_family == AF_INET) {
    inet_ntop(AF_INET, &peer.v4().sin_addr, text.data(), text.size());
  } else if (IN6_IS_ADDR_V4MAPPED(&peer.v6().sin6_addr)) {
    inet_ntop(AF_INET, &peer.v6().sin6_addr.s6_addr[12], text.data(), text.size());
  } else {
    inet_ntop(AF_INET6, &peer.v6().sin6_addr, text.data(), text.size());
  }
  return text.data();
}

bool is_short_of_room(int error) {
  return error == EMFILE || error == ENFILE || error == ENOMEM || error == ENOBUFS;
}

bool is_nobody_waiting(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

class Acceptor : public Watched {
 public:
  Acceptor(Descriptor socket, std::vector<std::shared_ptr<EpollReactor>> reactors)
      : socket_(std::move(socket)), reactors_(std::move(reactors)) {}

  int socket() const { return socket_.number(); }
  EpollReactor& reactor() { return *reactors_.front(); }

  void happened(std::uint32_t) override {
    for (int n = 0; n < accepted_max && !paused; ++n) {
      Endpoint peer;
      Descriptor taken(
          accept4(socket_.number(), peer.address(), &peer.size, SOCK_NONBLOCK | SOCK_CLOEXEC));
      if (taken.is_open()) {
        hand_over(std::move(taken), peer);
      } else if (is_short_of_room(errno)) {
        log::warning("http.accept_paused", {{"reason", std::generic_category().message(errno)}});
        pause();
      } else if (is_nobody_waiting(errno)) {
        return;
      }
    }
  }

  void close() { socket_.close(); }

  std::function<void()> pause;  // entering it again is the listener's
  Listener::Accepted accepted;
  bool paused = false;

 private:
  void hand_over(Descriptor taken, Endpoint& peer) {
    const std::size_t turn = turn_++ % reactors_.size();
    accepted(turn, make_socket(reactors_[turn], std::move(taken)), text_of(peer));
  }

  Descriptor socket_;
  const std::vector<std::shared_ptr<EpollReactor>> reactors_;
  std::size_t turn_ = 0;
};

class EpollListener : public Listener {
 public:
  explicit EpollListener(std::shared_ptr<Acceptor> acceptor) : acceptor_(std::move(acceptor)) {}
  ~EpollListener() override { EpollListener::close(); }

  std::uint16_t port() const final {
    Endpoint own;
    getsockname(acceptor_->socket(), own.address(), &own.size);
    return own.port();
  }

  void start(Accepted accepted) final {
    acceptor_->accepted = std::move(accepted);
    acceptor_->pause = [this] {
      acceptor_->paused = true;
      acceptor_->reactor().unwatch(acceptor_->socket(), acceptor_);
    };
    acceptor_->reactor().post([this] { watch(); });
  }

  void resume() final {
    if (acceptor_->paused) watch();
  }

  void close() final {
    acceptor_->paused = false;
    acceptor_->reactor().unwatch(acceptor_->socket(), acceptor_);
    acceptor_->close();
  }

 private:
  void watch() {
    acceptor_->paused = !acceptor_->reactor().watch(acceptor_->socket(), EPOLLIN, acceptor_);
  }

  const std::shared_ptr<Acceptor> acceptor_;
};

tl::unexpected<Problem> cannot_listen(const std::string& address, std::uint16_t port, int error) {
  const std::string where = address + ":" + std::to_string(port);
  const std::string why = std::generic_category().message(error);
  return problem(Code::Unavailable,
                 {"Không mở được địa chỉ " + where + " (" + why +
                      "). Hãy chọn địa chỉ hoặc cổng khác, hoặc dừng chương trình đang dùng nó.",
                  "Cannot listen on " + where + " (" + why +
                      "). Choose another address or port, or stop the program that uses it."},
                 "address");
}

}  // namespace

Result<std::unique_ptr<Listener>> listen(const std::string& address, std::uint16_t port,
                                         std::vector<std::shared_ptr<EpollReactor>> reactors) {
  Endpoint endpoint;
  if (!read_address(address, port, endpoint)) return cannot_listen(address, port, errno);
  Descriptor socket(
      ::socket(endpoint.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const int on = 1;
  if (!socket.is_open() ||
      setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
      bind(socket.number(), endpoint.address(), endpoint.size) != 0 ||
      ::listen(socket.number(), SOMAXCONN) != 0) {
    return cannot_listen(address, port, errno);
  }
  auto acceptor = std::make_shared<Acceptor>(std::move(socket), std::move(reactors));
  return std::make_unique<EpollListener>(std::move(acceptor));
}

}  // namespace lantoa::http
