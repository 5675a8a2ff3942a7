// One client's connection as a state machine: reads requests one after the other, has each answered
// (by `fast` here, or by `handler` on a worker), writes the answer, goes on or leaves. Lives on its
// reactor's thread; only a Reply and a Stream reach it from others, through the reactor's post().
// Internal to http.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/event_queue.h"
#include "platform/http/parse.h"
#include "platform/http/site.h"
#include "platform/http/wire.h"

namespace lantoa::http {

class Connection : public Waiter, public std::enable_shared_from_this<Connection> {
 public:
  // Site and Lane outlive every call; the peer is admitted by the census and leaves it at close().
  Connection(Site& site, Lane& lane, std::unique_ptr<Transport> transport, std::string peer);

  void start();
  void readable() override;
  void writable() override;
  void answer(std::uint64_t turn, Response response);  // by the Reply of that turn
  void send(Answer& answer);                           // its own; by send_answers()
  void events_queued();
  void sweep(Steady::time_point now);  // once a second: deadlines, heartbeats
  void finish_soon();                  // the server stops: no further request
  void close();

 private:
  enum class Phase {
    Reading,    // between requests, or within one
    Handling,   // the request is with `handler`
    Writing,    // the answer is among the outgoing, or on its way
    Streaming,  // an event stream
    Leaving,    // our side is ended; the peer's last bytes are read, or it would see a reset
    Closed,
  };

  void read();
  void take_in(std::string_view fresh);
  std::size_t parse(std::string_view bytes);
  void set_reading_deadline();
  void handle();
  void pass_to_worker(Request request);
  void respond(Response response);
  void write(Answer& answer);
  void finish_answer();
  void refuse(int status);
  bool hold_body(std::size_t bytes);
  void open_stream(const Response& response);
  void flush();
  bool write_all();
  void clear_head();
  bool take_events();
  void end_stream();
  void leave();
  void wait_to_read();
  Persistence persistence() const;
  std::size_t unwritten() const { return head_.size() + body_of(response_).size() - written_; }

  Site& site_;
  Lane& lane_;
  std::unique_ptr<Transport> transport_;
  const std::string peer_;
  Phase phase_ = Phase::Reading;
  std::optional<Steady::time_point> deadline_;

  std::string input_;  // read but not yet parsed
  std::unique_ptr<Parser> parser_;
  Steady::time_point body_started_;
  std::size_t body_held_ = 0;  // of Site::bodies_bytes; until the request is answered
  std::uint64_t turn_ = 0;     // number of the request, so that a late Reply cannot answer another
  bool keep_alive_ = true;
  bool http_1_0_ = false;
  bool head_only_ = false;

  std::string head_;   // what the first write left of it, or the next events of a stream
  Response response_;  // keeps the body alive while it is written
  std::size_t written_ = 0;
  Steady::time_point write_started_;
  bool waiting_to_read_ = false;
  bool waiting_to_write_ = false;

  std::shared_ptr<EventQueue> events_;
  std::size_t event_bytes_ = 0;  // of head_, taken from the queue
  Steady::time_point last_event_;
};

// What the lane's connections have answered since the last time.
void send_answers(Lane& lane);

}  // namespace lantoa::http
