#include "city/law/law.h"

namespace lantoa::city::law {

void install(App& app, State& state, Needs needs) {
  app.folds.on<DocumentRegistered>(
      [&state](const DocumentRegistered& fact, const ledger::Stamp&) { state.fold(fact); });
  app.folds.on<EffectChanged>(
      [&state](const EffectChanged& fact, const ledger::Stamp&) { state.fold(fact); });
  app.navigation.push_back({{"Văn bản", "Documents"}, "/van-ban", Right::Work});
  install_pages(app, state, needs);
  install_actions(app, state, needs);
}

}  // namespace lantoa::city::law
