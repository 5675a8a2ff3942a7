#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {

void install(App& app, State& state, Needs needs) {
  hear<UnitOpened>(app, state);
  app.navigation.push_back({{"Đơn vị", "Units"}, "/don-vi", Right::SeePlans});
  install_pages(app, state);
  install_actions(app, state, needs);
  install_api(app, state);
}

}  // namespace lantoa::city::organisation
