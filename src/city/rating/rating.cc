#include "city/rating/rating.h"

#include "city/rating/courier.h"

namespace lantoa::city::rating {

void install(App& app, State& state, Needs needs) {
  hear<ArticleRated, WordsErased>(app, state);
  install_form(app, state, needs);
  install_office(app, state, needs);
  app.couriers.push_back(std::make_unique<TermCourier>(app, state, needs));
}

bool TermCourier::step() {
  const Date today = app_.engine.read([&] { return needs_.calendar.today(); });
  if (today == seen_day_) return false;
  Order order = make_order(state_, needs_, KeepTerms{});
  order.actor = "courier/rating-terms";
  const auto done = app_.execute(std::move(order));
  if (!done) return false;
  seen_day_ = today;
  return done->seq != 0;
}

}  // namespace lantoa::city::rating
