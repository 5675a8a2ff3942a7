#include "city/rating/rating.h"

#include "city/day_courier.h"

namespace lantoa::city::rating {

void install(App& app, State& state, Needs needs) {
  hear<ArticleRated, WordsErased>(app, state);
  install_form(app, state, needs);
  install_office(app, state, needs);
  app.couriers.push_back(std::make_unique<DayCourier>(
      app, "rating-terms", [needs] { return needs.calendar.today(); },
      [&state, needs] { return make_order(state, needs, KeepTerms{}); }));
}

}  // namespace lantoa::city::rating
