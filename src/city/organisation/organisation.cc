#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {

void install(App& app, State& state, Needs needs) {
  hear<UnitOpened, UnitClosed, UnitReopened, MailboxSet, GroupMade, GroupChanged, GroupEnded>(
      app, state);
  app.navigation.push_back({{"Đơn vị", "Units"}, "/don-vi", Right::SeePlans});
  install_pages(app, state);
  install_actions(app, state, needs);
  install_groups(app, state);
  install_closing(app, state);
  install_mailbox(app, state);
  install_api(app, state);
}

}  // namespace lantoa::city::organisation
