// The sessions of a house that only reads: who is signed in stays so while everything in the ledger
// is folded.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "platform/ledger/store.h"
#include "platform/session/session.h"

namespace lantoa::app {

// `folded` says up to which fact the house has folded. What ends a session is a fact, and such a
// house folds none behind one that it cannot read, and none that is appended later: where the
// store holds more, nobody is signed in here.
Result<std::unique_ptr<session::Sessions>> open_sessions_to_read(
    const std::filesystem::path& file, ledger::Store& store, std::function<ledger::Head()> folded,
    crypto::Random& random);

}  // namespace lantoa::app
