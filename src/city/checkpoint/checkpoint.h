// The slice's table of contents.
#pragma once

#include <optional>

#include "city/app.h"
#include "city/checkpoint/state.h"
#include "city/report/state.h"
#include "city/statistics/state.h"
#include "platform/ledger/store.h"

namespace lantoa::city::checkpoint {

// What signs: the seeds of Ed25519 keys. None in a house that only reads.
struct Keys {
  std::optional<crypto::Digest> current;
  std::optional<crypto::Digest> former;  // stands for a new key once
  // Signed until nobody had it any more: where this is the newest checkpoint's, `current` signs on
  // alone.
  std::optional<ledger::VerifierKey> lost = {};
};

struct Needs {
  const report::State& figures;
  const statistics::State& rounds;
};

// `store` is read by the courier and for proofs, never written.
void install(App& app, State& state, Needs needs, ledger::Store& store, const Keys& keys);

void install_pages(App& app, const State& state);  // pages.cc: checkpoints, keys, how to check
// download.cc: the proof of one figure, and of a published round
void install_download(App& app, const State& state, Needs needs, ledger::Store& store);

}  // namespace lantoa::city::checkpoint
