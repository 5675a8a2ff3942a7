#include "city/oversight/oversight.h"

#include "city/oversight/courier.h"
#include "city/oversight/returns_courier.h"

namespace lantoa::city::oversight {

void install(App& app, State& state, Needs needs, Clock& clock, MailSettings settings) {
  hear<ReminderPromised, ReminderHandedOver, ReminderPostponed, ReminderEnded, MailReturned,
       AddressChecked, ExplanationAsked, ExplanationGiven, LetterIssued, LadderSet>(app, state);
  app.navigation.insert(app.navigation.begin(),
                        {{"Việc hôm nay", "Today"}, "/ban-lam-viec", Right::Work});
  app.navigation.push_back({{"Đôn đốc", "Urging"}, "/don-doc", Right::Urge});
  install_start(app, state, needs, clock);
  install_urging(app, state, needs);
  install_explanations(app, state, needs);
  install_letters(app, state, needs);
  install_returned(app, state, needs);
  install_compare(app, needs);
  install_channel_figure(app, state, needs);
  install_plan_ladder(app, state, needs);
  install_api(app, state, needs);
  app.couriers.push_back(std::make_unique<LadderCourier>(app, state, needs));
  if (!settings.returns.empty()) {
    auto courier = std::make_unique<ReturnsCourier>(app, state, needs, clock, settings);
    courier->tell_counts();
    app.couriers.push_back(std::move(courier));
  }
  app.couriers.push_back(
      std::make_unique<MailCourier>(app, state, needs, clock, std::move(settings)));
}

}  // namespace lantoa::city::oversight
