#include "platform/http/connection.h"

#include <algorithm>
#include <ctime>
#include <exception>
#include <utility>

#include "platform/http/pending.h"
#include "platform/http/text.h"
#include "platform/log/log.h"

namespace lantoa::http {

namespace {

// How long the peer's last bytes are read after our side has ended.
constexpr std::chrono::seconds leaving_deadline{2};

bool asks_to_close(const Response& response) {
  return std::any_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
    return same_ignoring_case(header.first, "connection") &&
           same_ignoring_case(header.second, "close");
  });
}

// Deadlines are of seconds: the clock that the kernel's tick renews is exact enough, and reading it
// costs nearly nothing.
Steady::time_point now_about() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
  return Steady::time_point(std::chrono::seconds(time.tv_sec) +
                            std::chrono::nanoseconds(time.tv_nsec));
}

// A byte count at the slowest pace a peer may have.
std::chrono::milliseconds time_for(std::size_t bytes, const Limits& limits) {
  return std::chrono::milliseconds(bytes * 1000 /
                                   std::max<std::size_t>(1, limits.bytes_per_second_min));
}

}  // namespace

Connection::Connection(Site& site, Lane& lane, std::unique_ptr<Transport> transport,
                       std::string peer)
    : site_(site), lane_(lane), transport_(std::move(transport)), peer_(std::move(peer)) {}

void Connection::start() {
  set_reading_deadline();
  wait_to_read();
}

void Connection::readable() {
  waiting_to_read_ = false;
  switch (phase_) {
    case Phase::Reading:
      return read();
    case Phase::Streaming:
    case Phase::Leaving: {
      // Nothing more is expected: only the end matters.
      if (transport_->read(lane_.scratch.data(), lane_.scratch.size()).ended) return close();
      return wait_to_read();
    }
    case Phase::Handling:
    case Phase::Writing:
    case Phase::Closed:
      return;
  }
}

void Connection::writable() {
  waiting_to_write_ = false;
  if (phase_ != Phase::Writing && phase_ != Phase::Streaming) return;
  flush();
  if (phase_ == Phase::Reading) take_in({});
}

void Connection::read() {
  const Transfer got = transport_->read(lane_.scratch.data(), lane_.scratch.size());
  if (got.ended) return close();
  if (got.bytes == 0) return wait_to_read();
  take_in(std::string_view(lane_.scratch).substr(0, got.bytes));
}

// Handles every whole request there is, as long as each is answered at once; keeps the rest.
void Connection::take_in(std::string_view fresh) {
  const bool joined = !input_.empty();
  if (joined) input_ += fresh;
  std::string_view bytes = joined ? std::string_view(input_) : fresh;
  while (phase_ == Phase::Reading && !bytes.empty()) {
    bytes.remove_prefix(parse(bytes));
    if (parser_) break;  // needs more than there is
    // Whoever sends requests without waiting gets one answer after the other.
    Answer* const own = bytes.empty() ? nullptr : lane_.outgoing.take_back(this);
    if (own == nullptr) continue;
    const auto self = std::exchange(own->connection, nullptr);
    write(*own);
  }
  if (bytes.empty() || phase_ == Phase::Leaving || phase_ == Phase::Closed) {
    std::string().swap(input_);  // a connection that waits holds no memory for it
  } else if (joined) {
    input_.erase(0, input_.size() - bytes.size());
  } else {
    input_.assign(bytes);
  }
  if (phase_ != Phase::Reading) return;
  set_reading_deadline();
  wait_to_read();
}

std::size_t Connection::parse(std::string_view bytes) {
  if (!parser_) {
    parser_ = std::make_unique<Parser>(site_.settings.limits, peer_);
    deadline_ = now_about() + site_.settings.limits.header_deadline;
  }
  const bool in_head = parser_->state() == Parser::State::Head;
  const std::size_t used = parser_->feed(bytes);
  if (parser_->state() != Parser::State::Refused && !hold_body(parser_->body_memory())) {
    refuse(503);
    return used;
  }
  switch (parser_->state()) {
    case Parser::State::Head:
      break;
    case Parser::State::Body:
      if (in_head) body_started_ = now_about();
      if (parser_->take_continue()) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        if (transport_->write(go_on, {}).bytes != go_on.size()) close();
      }
      break;
    case Parser::State::Complete:
      handle();
      break;
    case Parser::State::Refused:
      refuse(parser_->status());
      break;
  }
  return used;
}

// False when the bodies of all connections together would take more than they may.
bool Connection::hold_body(std::size_t bytes) {
  if (bytes == body_held_) return true;
  const std::size_t held = std::exchange(body_held_, bytes);
  const std::size_t all = site_.bodies_bytes += bytes - held;  // wraps back when it shrinks
  return bytes <= held || all <= site_.settings.limits.bodies_bytes_max;
}

void Connection::set_reading_deadline() {
  const Limits& limits = site_.settings.limits;
  if (!parser_) {
    deadline_ = now_about() + limits.idle_deadline;
  } else if (parser_->state() == Parser::State::Body) {
    deadline_ = body_started_ + limits.body_deadline + time_for(parser_->body_bytes(), limits);
  }
}

void Connection::handle() {
  keep_alive_ = parser_->keep_alive();
  http_1_0_ = parser_->is_http_1_0();
  Request request = parser_->take();
  parser_.reset();
  const Proxies& proxies = site_.settings.proxies;
  if (!proxies.empty()) request.peer = proxies.visitor(request);
  head_only_ = request.method == Method::Head;
  phase_ = Phase::Handling;
  deadline_.reset();
  ++turn_;
  if (site_.fast) {
    std::optional<Response> ready;
    try {
      ready = site_.fast(request);
    } catch (const std::exception& failure) {
      log::error("http.fast_exception", {{"what", failure.what()}});
      ready = refusal(500, site_.settings.refusal_headers);
    }
    if (ready) return respond(*std::move(ready));
  }
  pass_to_worker(std::move(request));
}

void Connection::pass_to_worker(Request request) {
  auto pending =
      std::make_shared<Pending>(lane_.reactor, site_.settings.refusal_headers,
                                [self = weak_from_this(), turn = turn_](Response response) {
                                  if (const auto connection = self.lock())
                                    connection->answer(turn, std::move(response));
                                });
  const std::size_t share = site_.settings.share_of ? site_.settings.share_of(request) : 0;
  const bool queued =
      site_.submit(share, [&site = site_, request = std::move(request), pending]() mutable {
        try {
          // While it waited, another may have made what it asks for.
          auto ready = site.fast ? site.fast(request) : std::nullopt;
          if (ready) return pending->answer(*std::move(ready));
          site.handler(std::move(request),
                       [pending](Response response) { pending->answer(std::move(response)); });
        } catch (const std::exception& failure) {
          log::error("http.handler_exception", {{"what", failure.what()}});
          pending->answer(refusal(500, site.settings.refusal_headers));
        }
      });
  if (queued) return;
  pending->disarm();
  respond(refusal(503, site_.settings.refusal_headers));
}

void Connection::answer(std::uint64_t turn, Response response) {
  if (phase_ == Phase::Handling && turn == turn_) respond(std::move(response));
}

void Connection::refuse(int status) {
  keep_alive_ = false;
  head_only_ = false;
  parser_.reset();
  respond(refusal(status, site_.settings.refusal_headers));
}

Persistence Connection::persistence() const {
  if (!keep_alive_) return Persistence::Close;
  return http_1_0_ ? Persistence::KeepAlive10 : Persistence::KeepAlive;
}

void Connection::respond(Response response) {
  hold_body(0);
  if (!is_sendable(response)) {
    log::error("http.unsendable_response", {{"status", std::to_string(response.status)}});
    response = refusal(500, site_.settings.refusal_headers);
  }
  if (asks_to_close(response) || site_.stopping) keep_alive_ = false;
  if (response.open_stream && !head_only_) return open_stream(response);
  site_.count(response.status);
  Answer& answer = lane_.outgoing.add();
  answer.connection = shared_from_this();
  answer.head.clear();
  append_head(answer.head, response, lane_.date, persistence());
  if (head_only_ || has_no_body(response.status)) {
    response.body.clear();
    response.shared_body.reset();
  }
  answer.response = std::move(response);
  phase_ = Phase::Writing;
}

void Connection::send(Answer& answer) {
  write(answer);
  if (phase_ == Phase::Reading) take_in({});
}

void Connection::write(Answer& answer) {
  Response response = std::exchange(answer.response, {});
  if (phase_ != Phase::Writing) return close();  // closed meanwhile, or not made to the end
  const Transfer sent = transport_->write(answer.head, body_of(response));
  if (sent.ended) return close();
  if (sent.bytes == answer.head.size() + body_of(response).size()) return finish_answer();
  head_ = answer.head;
  response_ = std::move(response);
  written_ = sent.bytes;
  write_started_ = now_about();
  flush();
}

void send_answers(Lane& lane) {
  while (Answer* const answer = lane.outgoing.take()) {
    const auto connection = std::exchange(answer->connection, nullptr);
    try {
      connection->send(*answer);
    } catch (const std::exception& failure) {  // no deadline would end it, and others wait
      log::error("http.send_exception", {{"what", failure.what()}});
      connection->close();
    }
  }
}

void Connection::finish_answer() {
  deadline_.reset();
  if (!keep_alive_) return leave();
  phase_ = Phase::Reading;
}

void Connection::open_stream(const Response& response) {
  const Limits& limits = site_.settings.limits;
  if (site_.streams.fetch_add(1) >= limits.streams_max) {
    --site_.streams;
    return respond(refusal(503, site_.settings.refusal_headers));
  }
  site_.count(response.status);
  keep_alive_ = false;  // the stream's end is the connection's
  phase_ = Phase::Streaming;
  events_ = std::make_shared<EventQueue>(
      limits.stream_buffer_bytes_max,
      [self = weak_from_this(), reactor = std::weak_ptr(lane_.reactor)] {
        const auto alive = reactor.lock();
        if (!alive) return;
        alive->post([self] {
          if (const auto connection = self.lock()) connection->events_queued();
        });
      });
  head_.clear();
  append_head(head_, response, lane_.date, Persistence::Close);
  response_ = {};
  event_bytes_ = written_ = 0;
  write_started_ = last_event_ = now_about();
  wait_to_read();
  const std::shared_ptr<EventQueue> events = events_;
  try {
    response.open_stream(make_stream(events));
  } catch (const std::exception& failure) {
    log::error("http.open_stream_exception", {{"what", failure.what()}});
    return close();
  }
  flush();
}

void Connection::flush() {
  do {
    if (!write_all()) return;
  } while (phase_ == Phase::Streaming && take_events());
  if (phase_ != Phase::Writing) return;
  const Response done = std::exchange(response_, {});  // assigning alone would keep its memory
  clear_head();
  finish_answer();
}

// False when the rest has to wait, or the peer is gone.
bool Connection::write_all() {
  while (unwritten() > 0) {
    const std::size_t head_done = std::min(written_, head_.size());
    const Transfer sent = transport_->write(std::string_view(head_).substr(head_done),
                                            body_of(response_).substr(written_ - head_done));
    if (sent.ended) {
      close();
      return false;
    }
    written_ += sent.bytes;
    if (sent.bytes == 0) {
      const Limits& limits = site_.settings.limits;
      deadline_ = write_started_ + limits.write_deadline + time_for(written_, limits);
      if (!std::exchange(waiting_to_write_, true)) transport_->when_writable(shared_from_this());
      return false;
    }
  }
  deadline_.reset();
  return true;
}

void Connection::clear_head() {
  head_ = {};
  written_ = 0;
}

// The next frames become the head to write, once all before are written; false when there are none.
bool Connection::take_events() {
  events_->written(std::exchange(event_bytes_, 0));
  EventQueue::Taken taken = events_->take();
  clear_head();
  if (taken.overflowed) {
    log::warning("http.slow_stream_dropped");
    close();
    return false;
  }
  if (taken.bytes.empty()) {
    if (taken.finished) leave();
    return false;
  }
  event_bytes_ = taken.bytes.size();
  head_ = std::move(taken.bytes);
  write_started_ = last_event_ = now_about();
  return true;
}

void Connection::events_queued() {
  if (phase_ == Phase::Streaming && unwritten() == 0) flush();
}

void Connection::sweep(Steady::time_point now) {
  if (deadline_ && now >= *deadline_) {
    if (phase_ == Phase::Reading && parser_) return refuse(408);
    return close();
  }
  const bool quiet = phase_ == Phase::Streaming && unwritten() == 0 &&
                     now - last_event_ >= site_.settings.limits.stream_heartbeat;
  if (!quiet) return;
  last_event_ = write_started_ = now;
  head_ = ":\n\n";
  written_ = 0;
  flush();
}

void Connection::finish_soon() {
  keep_alive_ = false;
  const bool idle = phase_ == Phase::Reading && !parser_;
  if (idle || phase_ == Phase::Streaming || phase_ == Phase::Leaving) close();
}

void Connection::leave() {
  end_stream();
  phase_ = Phase::Leaving;
  deadline_ = now_about() + leaving_deadline;
  transport_->end_sending();
  if (site_.stopping) return close();
  wait_to_read();
}

void Connection::close() {
  const auto self = shared_from_this();
  if (std::exchange(phase_, Phase::Closed) == Phase::Closed) return;
  end_stream();
  hold_body(0);
  deadline_.reset();
  transport_->close();
  site_.census.leave(peer_);
  lane_.connections.erase(this);
}

void Connection::end_stream() {
  if (!events_) return;
  events_->close();
  events_.reset();
  --site_.streams;
}

void Connection::wait_to_read() {
  if (!std::exchange(waiting_to_read_, true)) transport_->when_readable(shared_from_this());
}

}  // namespace lantoa::http
