// For this folder's tests: a plain blocking socket client that sends bytes as they are and reads
// answers, and a server on a free port.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/http/server.h"

namespace lantoa::http {

struct Answer {
  int status = 0;
  std::string head;  // status line and headers
  std::string body;

  std::string header(const std::string& name) const {
    const std::size_t at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    const std::size_t begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

class TestClient {
 public:
  explicit TestClient(std::uint16_t port, int receive_buffer_bytes = 0)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (receive_buffer_bytes > 0) {
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes,
                   sizeof receive_buffer_bytes);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~TestClient() { ::close(socket_); }
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  bool connected() const { return connected_; }

  // False when the peer does not take it any more.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void end_sending() { ::shutdown(socket_, SHUT_WR); }

  // Waits until `text` has arrived; returns everything up to its end. Empty at the end of the
  // stream.
  std::string read_until(std::string_view text) {
    for (;;) {
      const std::size_t at = input_.find(text);
      if (at != std::string::npos) return take(at + text.size());
      if (!receive()) return {};
    }
  }

  std::string read_to_end() {
    while (receive()) {
    }
    return take(input_.size());
  }

  bool answers_within(std::chrono::milliseconds patience) const {
    pollfd waiting{socket_, POLLIN, 0};
    return ::poll(&waiting, 1, static_cast<int>(patience.count())) > 0;
  }

  // True when the server has closed, within the client's patience.
  bool closed() {
    while (receive()) {
    }
    return ended_;
  }

  Answer read_answer(bool has_body = true) {
    Answer answer;
    answer.head = read_until("\r\n\r\n");
    if (answer.head.size() < 12) return answer;
    answer.status = std::atoi(answer.head.c_str() + 9);
    const auto length =
        has_body ? static_cast<std::size_t>(std::atoll(answer.header("Content-Length").c_str()))
                 : 0;
    while (input_.size() < length && receive()) {
    }
    answer.body = take(std::min(length, input_.size()));
    return answer;
  }

 private:
  std::string take(std::size_t size) {
    std::string out = input_.substr(0, size);
    input_.erase(0, size);
    return out;
  }

  bool receive() {
    char buffer[16 * 1024];
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got == 0) ended_ = true;
    if (got < 0 && errno == ECONNRESET) ended_ = true;
    if (got <= 0) return false;
    input_.append(buffer, static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  bool connected_ = false;
  bool ended_ = false;
  std::string input_;
};

inline const std::string host = "Host: a\r\n";

inline std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\n" + host + "\r\n";
}

// Answers with what it was asked: method, path, body.
inline void echo(Request request, const Reply& reply) {
  const char* method = request.method == Method::Get    ? "GET "
                       : request.method == Method::Head ? "HEAD "
                       : request.method == Method::Post ? "POST "
                                                        : "OTHER ";
  reply(plain(method + request.path + " " + request.body));
}

inline std::unique_ptr<Server> start(Settings settings, Handler handler = echo,
                                     Fast fast = nullptr) {
  settings.port = 0;
  auto server = serve(std::move(settings), std::move(fast), std::move(handler));
  EXPECT_TRUE(server.has_value());
  return *std::move(server);
}

}  // namespace lantoa::http
