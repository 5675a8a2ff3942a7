// The server: I/O threads run connections as callback state machines (no coroutines: GCC 12.2
// miscompiles them); handlers run on a worker pool. Every limit has a name here and a test.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "platform/http/http.h"
#include "platform/http/proxies.h"

namespace lantoa::http {

struct Limits {
  std::size_t header_bytes_max = 16 * 1024;         // request line and headers; over: 431
  std::size_t body_bytes_max = 8 * 1024 * 1024;     // over: 413
  std::size_t bodies_bytes_max = 64 * 1024 * 1024;  // of all requests; over: 503 + Retry-After
  std::size_t target_bytes_max = 4 * 1024;          // over: 414
  std::size_t connections_max = 10'000;             // over: closed at once
  std::size_t connections_per_address_max = 2'000;  // not of a proxy; over: closed at once
  std::size_t queued_requests_max = 1'024;          // waiting for a worker; over: 503 + Retry-After
  std::size_t streams_max = 1'000;                  // event streams; over: 503
  std::size_t stream_buffer_bytes_max = 256 * 1024;  // a slow reader of events is dropped
  std::chrono::seconds header_deadline{10};          // from the first byte of a request
  std::chrono::seconds body_deadline{30};            // and a second for each bytes_per_second_min
  std::chrono::seconds write_deadline{30};           // and a second for each bytes_per_second_min
  std::size_t bytes_per_second_min = 16 * 1024;      // the slowest a peer may go beyond a deadline
  std::chrono::seconds idle_deadline{75};            // keep-alive
  std::chrono::seconds stream_heartbeat{15};         // a comment line, so that proxies keep it open
};

// Workers and a queue of their own for some requests, so that a flood of one kind does not hold up
// the others. Over the queue: 503 + Retry-After.
struct Share {
  unsigned workers = 1;
  std::size_t queued_max = 64;
  // Of a worker after each request: whatever comes, this share takes no more of a core than it
  // needs for `workers` requests in this time.
  std::chrono::milliseconds rest{0};
};

struct Settings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0 = any free one, see Server::port()
  unsigned io_threads = 0;    // 0: one for each core the process may use, up to 4
  unsigned workers = 4;
  std::vector<Share> shares;                            // beside those workers, which are share 0
  std::function<std::size_t(const Request&)> share_of;  // 0 to shares.size(); none: all 0
  // Of the server's own answers (400, 413, 503 …), which no handler sees: "Name: value\r\n" each,
  // living as long as the program.
  std::string_view refusal_headers;
  Proxies proxies;  // that say for whom they ask; none: every peer is the visitor
  Limits limits;
};

// What a server has done and holds, for whoever measures.
struct Numbers {
  std::array<std::uint64_t, 6> answers{};  // by the first digit of their status
  std::size_t connections = 0;
  std::size_t streams = 0;
};

class Server {
 public:
  virtual ~Server() = default;          // stops
  virtual Numbers numbers() const = 0;  // thread-safe
  virtual std::uint16_t port() const = 0;
  // Stops accepting, answers what is being handled (bounded by `grace`), closes, joins its threads.
  // A handler that runs is waited for, however long. Not to be called by a handler.
  virtual void stop(std::chrono::milliseconds grace) = 0;
};

// `fast` is tried first, on the I/O thread: it must not block, and answers only what it has ready
// in memory (cached pages, static files); nullopt passes the request to a worker. That asks `fast`
// once more, so that of many who wait for the same one makes it, and then `handler`.
using Fast = std::function<std::optional<Response>(const Request&)>;

// Unavailable when the address cannot be bound (names it).
Result<std::unique_ptr<Server>> serve(Settings settings, Fast fast, Handler handler);

}  // namespace lantoa::http
