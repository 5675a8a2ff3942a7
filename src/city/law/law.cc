#include "city/law/law.h"

namespace lantoa::city::law {

void install(App& app, State& state, Needs needs) {
  hear<DocumentRegistered, EffectChanged>(app, state);
  app.navigation.push_back({{"Văn bản", "Documents"}, "/van-ban", Right::Work});
  install_pages(app, state, needs);
  install_actions(app, state, needs);
}

}  // namespace lantoa::city::law
