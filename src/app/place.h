// Where a ledger is: in a data folder (SQLite), or in a PostgreSQL database that several nodes
// share; then the folder of each node keeps the vault's key and what is the node's own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "platform/ledger/blobs.h"
#include "platform/ledger/store.h"
#include "platform/postgres/target.h"
#include "platform/session/session.h"

namespace lantoa::app {

struct Place {
  std::filesystem::path data;
  std::optional<postgres::Target> store = {};  // none: in `data`
};

// For sentences; without a password.
std::string name_of(const Place& place);
tl::unexpected<Problem> no_ledger(const Place& place);

// Invalid when neither is given.
Result<bool> has_ledger(const Place& place);
Result<std::unique_ptr<ledger::Store>> open_store(const Place& place, ledger::Access access);
Result<std::unique_ptr<ledger::Blobs>> open_blobs(const Place& place, ledger::Access access);
Result<std::unique_ptr<session::Sessions>> open_sessions(const Place& place,
                                                         crypto::Random& random);

}  // namespace lantoa::app
