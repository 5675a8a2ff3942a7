// A load client lighter than the servers it measures: closed loop, keep-alive, one request under
// way on each connection, edge-triggered epoll, answers read into one scratch buffer and counted by
// their Content-Length.
//
//   bench_load ADDRESS PORT PATH CONNECTIONS SECONDS THREADS
//   bench_load ADDRESS PORT @FILE CONNECTIONS SECONDS THREADS
//
// With a file, each of its requests is sent once, by whichever connection is free; each stands
// there after a line with its length in bytes. Prints one line of JSON. Every answer is 200 (303
// with a file: a form that did its work) and whole, or the run fails. `answered` counts all of
// them, those before and after the measured window too, so that a server's count can be compared.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds warm_up{300};
constexpr std::size_t scratch_bytes = 256 * 1024;
constexpr std::size_t buckets = 200'000;  // of a microsecond each; the last takes all beyond

struct Plan {
  sockaddr_in server{};
  std::string request;                 // the same for all, or
  std::vector<std::string> requests;   // each once
  std::atomic<std::size_t> taken = 0;  // of them
  std::size_t connections = 0;
  Steady::time_point begin;  // of the measured window
  Steady::time_point end;
};

struct Connection {
  int socket = -1;
  std::size_t missing = 0;  // bytes of the answer under way; 0: its head is not read yet
  std::string head;         // when it came in pieces
  Steady::time_point asked;
};

struct Tally {
  std::vector<std::uint64_t> latency = std::vector<std::uint64_t>(buckets);
  std::uint64_t answered = 0;
  std::uint64_t measured = 0;
  std::uint64_t bytes = 0;
};

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "bench_load: %s\n", what);
  std::exit(1);
}

// Bytes of the whole answer that begins with `text`; 0: its head is not whole.
std::size_t answer_bytes(std::string_view text, std::string_view status) {
  const std::size_t end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  if (!text.substr(9).starts_with(status)) fail("an answer has another status");
  static constexpr std::string_view name = "Content-Length: ";
  const std::size_t at = text.substr(0, end).find(name);
  std::size_t length = 0;
  if (at == std::string_view::npos ||
      std::from_chars(text.data() + at + name.size(), text.data() + end, length).ec !=
          std::errc{}) {
    fail("an answer has no length");
  }
  return end + 4 + length;
}

class Client {
 public:
  Client(Plan& plan, std::size_t connections) : plan_(plan), connections_(connections) {
    epoll_ = epoll_create1(0);
    for (Connection& connection : connections_) connect_to_server(connection);
  }

  void run() {
    for (Connection& connection : connections_) ask(connection);
    std::array<epoll_event, 256> events{};
    while (asking_ > 0) {
      const int ready = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 5000);
      if (ready == 0) fail("no answer for 5 seconds");
      for (int i = 0; i < ready; ++i) {
        read(*static_cast<Connection*>(events.at(static_cast<std::size_t>(i)).data.ptr));
      }
    }
  }

  const Tally& tally() const { return tally_; }

 private:
  void connect_to_server(Connection& connection) const {
    connection.socket = socket(AF_INET, SOCK_STREAM, 0);
    const auto* address = reinterpret_cast<const sockaddr*>(&plan_.server);
    if (connect(connection.socket, address, sizeof plan_.server) != 0) fail("cannot connect");
    const int on = 1;
    setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.ptr = &connection;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event);
  }

  void ask(Connection& connection) {
    connection.asked = Steady::now();
    const std::string& request = next_request();
    const ssize_t sent = send(connection.socket, request.data(), request.size(), 0);
    if (sent != static_cast<ssize_t>(request.size())) fail("a request was not sent whole");
    ++asking_;
  }

  const std::string& next_request() {
    if (plan_.requests.empty()) return plan_.request;
    const std::size_t next = plan_.taken++;
    if (next >= plan_.requests.size()) fail("the requests have run out");
    return plan_.requests[next];
  }

  void read(Connection& connection) {
    for (;;) {
      const ssize_t got = recv(connection.socket, scratch_.data(), scratch_.size(), MSG_DONTWAIT);
      if (got < 0) return;  // would block: the rest comes with another event
      if (got == 0) fail("the server closed a connection");
      if (take(connection, {scratch_.data(), static_cast<std::size_t>(got)})) return;
    }
  }

  // True when the answer is whole.
  bool take(Connection& connection, std::string_view fresh) {
    tally_.bytes += fresh.size();
    std::size_t got = fresh.size();
    if (connection.missing == 0) {
      std::string_view text = fresh;
      if (!connection.head.empty()) text = connection.head.append(fresh);
      connection.missing = answer_bytes(text, plan_.requests.empty() ? "200 " : "303 ");
      if (connection.missing == 0) {
        if (connection.head.empty()) connection.head = fresh;
        return false;
      }
      got = text.size();
      connection.head.clear();
    }
    if (got > connection.missing) fail("an answer is longer than it says");
    connection.missing -= got;
    if (connection.missing > 0) return false;
    finish(connection);
    return true;
  }

  void finish(Connection& connection) {
    --asking_;
    ++tally_.answered;
    const Steady::time_point now = Steady::now();
    if (now >= plan_.begin && now < plan_.end) {
      ++tally_.measured;
      const auto took =
          std::chrono::duration_cast<std::chrono::microseconds>(now - connection.asked).count();
      ++tally_.latency[std::min(static_cast<std::size_t>(took), buckets - 1)];
    }
    if (now < plan_.end) ask(connection);
  }

  Plan& plan_;
  std::vector<Connection> connections_;
  int epoll_ = -1;
  std::size_t asking_ = 0;
  std::vector<char> scratch_ = std::vector<char>(scratch_bytes);
  Tally tally_;
};

double percentile_ms(const Tally& all, double share) {
  auto left = static_cast<std::uint64_t>(static_cast<double>(all.measured) * share);
  for (std::size_t i = 0; i < buckets; ++i) {
    if (all.latency[i] > left) return static_cast<double>(i) / 1000;
    left -= all.latency[i];
  }
  return static_cast<double>(buckets) / 1000;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Tally sum(const std::vector<std::unique_ptr<Client>>& clients) {
  Tally all;
  for (const auto& client : clients) {
    const Tally& one = client->tally();
    all.answered += one.answered;
    all.measured += one.measured;
    all.bytes += one.bytes;
    for (std::size_t i = 0; i < buckets; ++i) all.latency[i] += one.latency[i];
  }
  return all;
}

std::vector<std::string> read_requests(const char* file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> out;
  std::string length;
  while (std::getline(in, length)) {
    std::string request(std::strtoull(length.c_str(), nullptr, 10), '\0');
    if (!in.read(request.data(), static_cast<std::streamsize>(request.size()))) {
      fail("a request of the file is cut off");
    }
    out.push_back(std::move(request));
  }
  if (out.empty()) fail("the file has no requests");
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 7) fail("usage: bench_load ADDRESS PORT PATH CONNECTIONS SECONDS THREADS");
  Plan plan;
  plan.server.sin_family = AF_INET;
  plan.server.sin_port = htons(static_cast<std::uint16_t>(std::atoi(argv[2])));
  if (inet_pton(AF_INET, argv[1], &plan.server.sin_addr) != 1) fail("ADDRESS is not IPv4");
  if (*argv[3] == '@') plan.requests = read_requests(argv[3] + 1);
  plan.request = "GET " + std::string(argv[3]) + " HTTP/1.1\r\nHost: " + argv[1] + ":" + argv[2] +
                 "\r\nAccept-Encoding: gzip\r\nUser-Agent: Mozilla/5.0 (bench)\r\n\r\n";
  plan.connections = static_cast<std::size_t>(std::atoi(argv[4]));
  const double seconds = std::atof(argv[5]);
  const auto threads = static_cast<std::size_t>(std::atoi(argv[6]));
  if (plan.connections == 0 || threads == 0 || seconds <= 0) fail("a number is not above 0");

  std::vector<std::unique_ptr<Client>> clients;
  for (std::size_t i = 0; i < threads; ++i) {
    clients.push_back(std::make_unique<Client>(
        plan, plan.connections / threads + (i < plan.connections % threads ? 1 : 0)));
  }
  plan.begin = Steady::now() + warm_up;
  plan.end = plan.begin +
             std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
  std::vector<std::thread> running;
  for (const auto& client : clients) running.emplace_back([&client] { client->run(); });
  for (std::thread& thread : running) thread.join();

  const Tally all = sum(clients);
  std::printf(
      "{\"answered\":%llu,\"per_second\":%.0f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,"
      "\"bytes\":%llu,\"client_cpu_s\":%.3f}\n",
      static_cast<unsigned long long>(all.answered), static_cast<double>(all.measured) / seconds,
      percentile_ms(all, 0.5), percentile_ms(all, 0.99), static_cast<unsigned long long>(all.bytes),
      cpu_seconds());
  return 0;
}
