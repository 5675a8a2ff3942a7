// A connected socket on the epoll reactor. Edge-triggered: what epoll said stays true until a read
// finds nothing left, and nobody asks the kernel again in between.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>

#include "platform/http/epoll_reactor.h"

namespace lantoa::http {

namespace {

constexpr std::uint32_t ended_events = EPOLLRDHUP | EPOLLHUP | EPOLLERR;

// What the reactor knows of a socket. Apart from Socket, so that it may outlive it by the rest of a
// turn.
class Channel : public Watched {
 public:
  explicit Channel(Descriptor descriptor) : socket(std::move(descriptor)) {}

  // 0: it was ready already when somebody asked.
  void happened(std::uint32_t events) override {
    if ((events & (EPOLLIN | ended_events)) != 0) readable = true;
    if ((events & ended_events) != 0) ended = true;
    if (readable) wake(wants_read, &Waiter::readable);
    if ((events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0) wake(wants_write, &Waiter::writable);
  }

  Descriptor socket;
  bool readable = false;
  bool ended = false;  // no more bytes come: the end is there to be read
  std::shared_ptr<Waiter> wants_read;
  std::shared_ptr<Waiter> wants_write;

 private:
  static void wake(std::shared_ptr<Waiter>& waiting, void (Waiter::*what)()) {
    if (const auto waiter = std::exchange(waiting, nullptr)) (*waiter.*what)();
  }
};

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

iovec piece(std::string_view bytes) {
  return {const_cast<char*>(bytes.data()), bytes.size()};  // only read from
}

class Socket : public Transport {
 public:
  Socket(std::shared_ptr<EpollReactor> reactor, Descriptor socket)
      : reactor_(std::move(reactor)), channel_(std::make_shared<Channel>(std::move(socket))) {
    const int on = 1;
    // A peer that is gone already shows at the first read.
    setsockopt(number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~Socket() override { Socket::close(); }

  Transfer read(char* into, std::size_t size) final {
    const ssize_t got = ::recv(number(), into, size, 0);
    if (got == 0) return {0, true};
    if (got < 0 && !would_block(errno)) return {0, true};
    const std::size_t bytes = got < 0 ? 0 : static_cast<std::size_t>(got);
    // A short read emptied it; the next bytes are another event. The end is no event of its own.
    if (bytes < size && !channel_->ended) channel_->readable = false;
    return {bytes, false};
  }

  Transfer write(std::string_view first, std::string_view second) final {
    ssize_t sent = 0;
    if (second.empty()) {
      sent = ::send(number(), first.data(), first.size(), MSG_NOSIGNAL);
    } else {
      std::array<iovec, 2> pieces{piece(first), piece(second)};
      msghdr message{};
      message.msg_iov = pieces.data();
      message.msg_iovlen = pieces.size();
      sent = ::sendmsg(number(), &message, MSG_NOSIGNAL);
    }
    if (sent < 0) return {0, !would_block(errno)};
    return {static_cast<std::size_t>(sent), false};
  }

  void when_readable(std::shared_ptr<Waiter> waiter) final {
    channel_->wants_read = std::move(waiter);
    watch();
    if (channel_->readable) reactor_->call_soon(channel_);
  }

  void when_writable(std::shared_ptr<Waiter> waiter) final {
    channel_->wants_write = std::move(waiter);
    watch();
  }

  void end_sending() final { ::shutdown(number(), SHUT_WR); }

  void close() final {
    if (!channel_->socket.is_open()) return;
    channel_->wants_read.reset();
    channel_->wants_write.reset();
    reactor_->unwatch(number(), channel_);
    channel_->socket.close();
  }

 private:
  int number() const { return channel_->socket.number(); }

  // Entered when first waited for: by then it is on its reactor's thread. Where the kernel has no
  // room for it, nothing is ever heard of it and the connection's deadline ends it.
  void watch() {
    if (std::exchange(entered_, true)) return;
    reactor_->watch(number(), EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, channel_);
  }

  const std::shared_ptr<EpollReactor> reactor_;
  const std::shared_ptr<Channel> channel_;
  bool entered_ = false;
};

}  // namespace

std::unique_ptr<Transport> make_socket(std::shared_ptr<EpollReactor> reactor, Descriptor socket) {
  return std::make_unique<Socket>(std::move(reactor), std::move(socket));
}

}  // namespace lantoa::http
