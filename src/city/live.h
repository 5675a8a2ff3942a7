// LiveHub: figures that change while one looks. A page opens an event stream with a function that
// says what the figures are now (JSON); the hub asks it again when the ledger has grown, at most
// twice a second, and sends what changed.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/http/http.h"

namespace lantoa::city {

class LiveHub {
 public:
  using Look = std::function<std::string()>;  // takes the state's lock itself

  LiveHub() = default;
  ~LiveHub();
  LiveHub(const LiveHub&) = delete;
  LiveHub& operator=(const LiveHub&) = delete;

  void start();
  void stop();
  void add(std::shared_ptr<http::Stream> stream, Look look);
  void ledger_grew();  // from the writer's thread; cheap

 private:
  struct Watcher {
    std::shared_ptr<http::Stream> stream;
    Look look;
    std::string last;
  };
  void run();
  void tell_all();

  std::mutex mutex_;
  std::condition_variable changed_;
  bool grew_ = false;
  bool stopping_ = false;
  std::vector<std::shared_ptr<Watcher>> watchers_;
  std::thread thread_;
};

}  // namespace lantoa::city
