#include "city/content/courier.h"

#include "city/content/decide.h"

namespace lantoa::city::content {

bool PublicationCourier::step() {
  const Instant now = clock_.now();
  const auto due = app_.engine.read([&]() -> std::optional<ArticleNo> {
    for (const ArticleNo no : state_.scheduled()) {
      if (state_.article(no).scheduled->at <= now) return no;
    }
    return std::nullopt;
  });
  if (!due) return false;
  Order order{.actor = "courier/publication"};
  order.decide = [this, due](const Envelope& envelope) {
    return decide(Known{state_, needs_.organisation, needs_.law, needs_.plans}, PublishDue{*due},
                  envelope);
  };
  const auto done = app_.execute(std::move(order));
  return done && done->seq != 0;
}

}  // namespace lantoa::city::content
