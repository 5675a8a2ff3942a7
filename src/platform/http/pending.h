// A request that waits for its Reply: passes the first answer to the connection's thread, whatever
// thread it comes from; later ones are logged and dropped; none at all becomes 500. Internal to
// http.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string_view>

#include "platform/http/http.h"
#include "platform/http/reactor.h"

namespace lantoa::http {

class Pending {
 public:
  // `deliver` runs on the reactor's thread; `refusal_headers` as in Settings.
  Pending(std::shared_ptr<Reactor> reactor, std::string_view refusal_headers,
          std::function<void(Response)> deliver);
  ~Pending();
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;

  void answer(Response response);
  void disarm();  // it is answered elsewhere

 private:
  void post(Response response);

  const std::shared_ptr<Reactor> reactor_;
  const std::string_view refusal_headers_;
  const std::function<void(Response)> deliver_;
  std::atomic<bool> answered_{false};
};

}  // namespace lantoa::http
