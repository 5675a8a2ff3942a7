// DayCourier: what has to be decided once when a day turned, such as what is kept no longer.
//
//   app.couriers.push_back(std::make_unique<DayCourier>(
//       app, "terms", [=] { return needs.calendar.today(); },
//       [=, &state] { return make_order(state, needs, KeepTerms{}); }));
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "city/app.h"

namespace lantoa::city {

class DayCourier : public Courier {
 public:
  // `name`: as it stands in facts, "courier/<name>". `today` is asked where the state stands still;
  // `order` makes the order of a day, and again after one that was not carried out.
  DayCourier(App& app, std::string name, std::function<Date()> today, std::function<Order()> order)
      : app_(app), name_(std::move(name)), today_(std::move(today)), order_(std::move(order)) {}

  bool step() override {
    const Date today = app_.engine.read([this] { return today_(); });
    if (today == seen_) return false;
    Order order = order_();
    order.actor = "courier/" + name_;
    const auto done = app_.execute(std::move(order));
    if (!done) return false;
    seen_ = today;
    return done->seq != 0;
  }

 private:
  App& app_;
  std::string name_;
  std::function<Date()> today_;
  std::function<Order()> order_;
  Date seen_{-1};
};

}  // namespace lantoa::city
