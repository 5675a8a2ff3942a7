#include "platform/http/pending.h"

#include <utility>

#include "platform/http/wire.h"
#include "platform/log/log.h"

namespace lantoa::http {

Pending::Pending(std::shared_ptr<Reactor> reactor, std::string_view refusal_headers,
                 std::function<void(Response)> deliver)
    : reactor_(std::move(reactor)),
      refusal_headers_(refusal_headers),
      deliver_(std::move(deliver)) {}

Pending::~Pending() {
  if (answered_.exchange(true)) return;
  log::error("http.reply_dropped");
  post(refusal(500, refusal_headers_));
}

void Pending::answer(Response response) {
  if (answered_.exchange(true)) {
    log::error("http.second_reply", {{"status", std::to_string(response.status)}});
    return;
  }
  post(std::move(response));
}

void Pending::disarm() { answered_ = true; }

void Pending::post(Response response) {
  reactor_->post([deliver = deliver_, response = std::move(response)]() mutable {
    deliver(std::move(response));
  });
}

}  // namespace lantoa::http
