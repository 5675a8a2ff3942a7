#include "city/portal/courier.h"

#include "city/portal/decide.h"
#include "kernel/keeper.h"
#include "platform/log/log.h"

namespace lantoa::city::portal {

bool ViewCourier::step() {
  const Instant now = clock_.now();
  if (!last_ || now < *last_) last_ = now;  // also when the clock was set back
  if (now.ms - last_->ms < flush_every_ms) return false;
  last_ = now;
  flush();
  return false;
}

void ViewCourier::flush() {
  if (auto flushed = flush_views(app_, live_, content_); !flushed) {
    log::warning("portal.views_not_written", {{"why", keeper_sentence(flushed.error())}});
  }
}

Result<void> flush_views(App& app, Live& live, const content::State& content) {
  const std::lock_guard guard(live.flushing);
  for (;;) {
    CountViews command{live.views.take(articles_per_count_max)};
    if (command.views.empty()) return {};
    Order order;
    order.actor = views_actor;
    order.commutes = true;
    order.decide = [&content, command = std::move(command)](const Envelope& envelope) {
      return decide(content, command, envelope);
    };
    if (auto done = app.execute(std::move(order)); !done) {
      live.views.put_back();
      return tl::unexpected(std::move(done).error());
    }
  }
}

}  // namespace lantoa::city::portal
