// The tables of a ledger in PostgreSQL, and what a database is found to hold.
#pragma once

#include <cstdint>

#include "platform/postgres/connection.h"

namespace lantoa::ledger {

struct Found {
  bool has_tables = false;
  bool is_filling = false;  // its filling did not reach the end
  // What its lock and its channel are named by: the same for every node, and after a restore.
  std::int64_t number = 0;
};

// Invalid when other tables stand under our names, Unsupported when the schema is newer.
Result<Found> look_at(postgres::Connection& connection, const postgres::Target& target);
// Makes the tables unless they are there; by one node at a time.
Result<void> make_tables(postgres::Connection& connection, bool filling);
tl::unexpected<Problem> was_not_filled(const postgres::Target& target);

}  // namespace lantoa::ledger
