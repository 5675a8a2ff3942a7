#include "city/workday/workday.h"

namespace lantoa::city::workday {

void install(App& app, State& state, Needs needs) {
  hear<DaySet>(app, state);
  install_pages(app, state, needs);
  install_actions(app, state, needs);
}

}  // namespace lantoa::city::workday
