#include "city/checkpoint/checkpoint.h"

#include "city/checkpoint/courier.h"

namespace lantoa::city::checkpoint {

void install(App& app, State& state, Needs needs, ledger::Store& store, const Keys& keys) {
  hear<CheckpointSigned, calendar::DayTurned, report::FigureFrozen, statistics::RoundClosed>(app,
                                                                                             state);
  install_pages(app, state);
  install_download(app, state, needs, store);
  app.couriers.push_back(std::make_unique<CheckpointCourier>(app, state, store, keys));
}

}  // namespace lantoa::city::checkpoint
