// LiveHub: figures that change while one looks. A page opens an event stream with a function that
// says what the figures are now; the hub asks it again when the ledger has grown, at most twice a
// second, and sends those that changed, as JSON.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "platform/http/http.h"

namespace lantoa::city {

// By name; names and values need no escapes in JSON.
using LiveFigures = std::map<std::string, std::string>;

class LiveHub {
 public:
  // Takes the state's lock itself; nullopt ends the stream: the visitor may not look any more.
  using Look = std::function<std::optional<LiveFigures>()>;

  LiveHub() = default;
  ~LiveHub();
  LiveHub(const LiveHub&) = delete;
  LiveHub& operator=(const LiveHub&) = delete;

  void start();
  void stop();
  // `now` is what `look` said when the page was asked for; does not look by itself and does not
  // wait, because it is called on an I/O thread.
  void add(std::shared_ptr<http::Stream> stream, LiveFigures now, Look look);
  void ledger_grew();  // from the writer's thread; cheap

  std::size_t watchers() const;  // streams that are looked after, those just left included

 private:
  struct Watcher {
    std::shared_ptr<http::Stream> stream;
    Look look;
    LiveFigures last;
  };
  void run();
  void tell_all();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool grew_ = false;
  bool stopping_ = false;
  std::vector<std::shared_ptr<Watcher>> watchers_;
  std::thread thread_;
};

}  // namespace lantoa::city
