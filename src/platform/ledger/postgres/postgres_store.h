// The store of several nodes: one PostgreSQL database that each of them writes in turns. A turn is
// a transaction that first takes one advisory lock, so there is one serial order whichever node
// writes; others hear of it by NOTIFY. Commits wait for the disk (and for synchronous standbys).
#pragma once

#include <memory>

#include "platform/ledger/blobs.h"
#include "platform/ledger/store.h"
#include "platform/postgres/target.h"

namespace lantoa::ledger {

// Opens the database; ReadWrite and Fill make its tables. What is filled is refused for anything
// else until finish_filling(). Unsupported when the schema is newer, NotFound when it is to be read
// and holds no ledger, Conflict when it is to be filled and does or another process fills it.
Result<std::unique_ptr<Store>> open_postgres_store(const postgres::Target& target, Access access);
// Whether there is a ledger with facts; of one that was not filled to its end the reason why it
// cannot be used.
Result<bool> has_postgres_ledger(const postgres::Target& target);
// What was filled is durable, and a ledger like any other.
Result<void> finish_filling(const postgres::Target& target);

// Blobs as rows of the same database. After open_postgres_store, which makes their table.
std::unique_ptr<Blobs> open_postgres_blobs(const postgres::Target& target, Access access);

}  // namespace lantoa::ledger
