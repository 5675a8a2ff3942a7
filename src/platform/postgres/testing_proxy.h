// For tests: a proxy before a PostgreSQL server that can cut its connections, also exactly at the
// COMMIT of a transaction: before the server hears it, or after the server has done it and before
// the client is told.
#pragma once

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstring>
#include <list>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace lantoa::postgres {

class TestProxy {
 public:
  enum class Way { Open, Shut, CutBeforeCommit, CutAfterCommit };

  explicit TestProxy(std::string server_socket) : server_socket_(std::move(server_socket)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::socklen_t size = sizeof(address);
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      throw std::runtime_error("the proxy cannot listen");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~TestProxy() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
  }
  TestProxy(const TestProxy&) = delete;
  TestProxy& operator=(const TestProxy&) = delete;

  int port() const { return port_; }
  // After a cut at COMMIT the way is open again.
  void set(Way way) { way_ = way; }
  int commits_cut() const { return commits_cut_; }

 private:
  struct Link {
    int client = -1;
    int server = -1;
    bool greeted = false;           // the client's first message, which has no type, is through
    bool waits_for_commit = false;  // whose answer shall not arrive
    bool over = false;
    std::string from_client;
    std::set<std::string, std::less<>> commits;  // names of prepared COMMITs
  };

  void run() {
    while (!stopping_) {
      std::vector<pollfd> all{{listener_, POLLIN, 0}};
      for (const Link& link : links_) {
        all.push_back({link.client, POLLIN, 0});
        all.push_back({link.server, POLLIN, 0});
      }
      ::poll(all.data(), all.size(), 5);
      if (way_ == Way::Shut) {
        for (Link& link : links_) link.over = true;
      }
      std::size_t at = 1;
      for (Link& link : links_) {
        if (all[at++].revents != 0 && !link.over) hear_client(link);
        if (all[at++].revents != 0 && !link.over) hear_server(link);
      }
      links_.remove_if([](const Link& link) { return link.over && close_both(link); });
      if (all.front().revents != 0) accept();
    }
    for (const Link& link : links_) close_both(link);
  }

  void accept() {
    Link link;
    link.client = ::accept(listener_, nullptr, nullptr);
    if (way_ == Way::Shut) {
      ::close(link.client);
      return;
    }
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, server_socket_.c_str(), sizeof(address.sun_path) - 1);
    link.server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    link.over = ::connect(link.server, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0;
    links_.push_back(std::move(link));
  }

  static bool close_both(const Link& link) {
    ::close(link.client);
    ::close(link.server);
    return true;
  }

  static bool receive(int from, std::string& to) {
    std::string bytes(65'536, '\0');
    const ::ssize_t got = ::recv(from, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    to.append(bytes, 0, static_cast<std::size_t>(got));
    return true;
  }

  static bool send_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
      const ::ssize_t sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // The size of the message at the front of `bytes`; 0 while it is not whole.
  static std::size_t message_size(std::string_view bytes, bool has_type) {
    const std::size_t type = has_type ? 1 : 0;
    if (bytes.size() < type + 4) return 0;
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      size = (size << 8) | static_cast<unsigned char>(bytes[type + i]);
    }
    return bytes.size() < type + size ? 0 : type + size;
  }

  // Parse: name, text. Bind: portal, name. Each text ends with a zero byte.
  static std::pair<std::string_view, std::string_view> two_texts(std::string_view message) {
    message.remove_prefix(5);
    const std::string_view first = message.substr(0, message.find('\0'));
    message.remove_prefix(first.size() + 1);
    return {first, message.substr(0, message.find('\0'))};
  }

  static bool is_commit(Link& link, std::string_view message) {
    if (message.front() == 'P') {
      const auto [name, text] = two_texts(message);
      if (text == "COMMIT") link.commits.emplace(name);
    }
    return message.front() == 'B' && link.commits.contains(two_texts(message).second);
  }

  void hear_client(Link& link) {
    link.over = !receive(link.client, link.from_client);
    while (!link.over) {
      const std::size_t size = message_size(link.from_client, link.greeted);
      if (size == 0) return;
      const std::string message = link.from_client.substr(0, size);
      link.from_client.erase(0, size);
      if (link.greeted && is_commit(link, message)) {
        if (way_ == Way::CutBeforeCommit) {
          way_ = Way::Open;
          ++commits_cut_;
          link.over = true;
          return;
        }
        link.waits_for_commit = way_ == Way::CutAfterCommit;
        if (link.waits_for_commit) way_ = Way::Open;
      }
      link.greeted = true;
      link.over = !send_all(link.server, message);
    }
  }

  void hear_server(Link& link) {
    std::string bytes;
    link.over = !receive(link.server, bytes);
    if (link.over) return;
    if (!link.waits_for_commit) {
      link.over = !send_all(link.client, bytes);
    } else if (bytes.find("COMMIT") != std::string::npos) {
      ++commits_cut_;
      link.over = true;
    }
  }

  std::string server_socket_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<Way> way_ = Way::Open;
  std::atomic<int> commits_cut_ = 0;
  std::atomic<bool> stopping_ = false;
  std::list<Link> links_;
  std::thread thread_;
};

}  // namespace lantoa::postgres
