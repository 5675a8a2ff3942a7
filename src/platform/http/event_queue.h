// The frames of one event stream between those who send (any thread) and the connection that writes
// (its reactor's thread). Bounded: a reader that does not keep up is dropped. Internal to http.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "platform/http/http.h"

namespace lantoa::http {

// One event as text/event-stream writes it; line breaks in `data` become several data lines.
std::string event_frame(std::string_view event, std::string_view data, std::string_view id = {});

class EventQueue {
 public:
  // `wake` is called (from any thread) when the connection should look at the queue.
  EventQueue(std::size_t bytes_max, std::function<void()> wake);

  bool send(std::string_view event, std::string_view data, std::string_view id = {});
  bool is_open() const;
  std::size_t room() const;  // bytes of frames
  void finish();             // no more events will come; what is queued is still written
  void close();              // the peer is gone: from now on send() returns false

  struct Taken {
    std::string bytes;
    bool finished = false;
    bool overflowed = false;
  };
  Taken take();
  void written(std::size_t bytes);

 private:
  void wake_once(std::unique_lock<std::mutex> lock);

  const std::size_t bytes_max_;
  const std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::string queued_;
  std::size_t unwritten_bytes_ = 0;  // queued, and taken but not written
  bool awake_ = false;
  bool closed_ = false;
  bool finished_ = false;
  bool overflowed_ = false;
};

// What `open_stream` is given: the stream ends when its last owner lets it go.
std::shared_ptr<Stream> make_stream(std::shared_ptr<EventQueue> queue);

}  // namespace lantoa::http
