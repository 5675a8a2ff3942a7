// For this folder's tests: a peer of our own on this machine.
#pragma once

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "platform/fetch/fetch.h"

namespace lantoa::fetch {

// Each connection brings one request and gets these bytes; then it is closed.
class TestingPeer {
 public:
  explicit TestingPeer(std::string answer) : answer_(std::move(answer)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 8), 0);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this] { run(); });
  }
  ~TestingPeer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  TestingPeer(const TestingPeer&) = delete;
  TestingPeer& operator=(const TestingPeer&) = delete;

  std::string url(const std::string& path = "/x") const { return url_ + path; }
  std::vector<std::string> heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

 private:
  void run() {
    for (;;) {
      const int client = ::accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      std::string request = read_request(client);
      {
        const std::lock_guard lock(mutex_);
        heard_.push_back(std::move(request));
      }
      std::string_view rest = answer_;
      while (!rest.empty()) {
        const ssize_t sent = ::send(client, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent <= 0) break;
        rest.remove_prefix(static_cast<std::size_t>(sent));
      }
      ::close(client);
    }
  }

  static std::string read_request(int client) {
    std::string input;
    for (;;) {
      const std::size_t end = input.find("\r\n\r\n");
      if (end != std::string::npos) {
        const std::size_t at = input.find("Content-Length: ");
        const std::size_t length =
            at < end ? static_cast<std::size_t>(std::atoi(input.c_str() + at + 16)) : 0;
        if (input.size() >= end + 4 + length) return input;
      }
      char buffer[4096];
      const ssize_t got = ::recv(client, buffer, sizeof buffer, 0);
      if (got <= 0) return input;
      input.append(buffer, static_cast<std::size_t>(got));
    }
  }

  const std::string answer_;
  int listener_ = -1;
  std::string url_;
  std::mutex mutex_;
  std::vector<std::string> heard_;
  std::thread thread_;
};

inline std::string answer_of(const std::string& status, const std::string& body,
                             const std::string& headers = {}) {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace lantoa::fetch
