// The tables of a ledger in PostgreSQL, and what a database is found to hold.
#pragma once

#include <cstdint>

#include "platform/postgres/connection.h"

namespace lantoa::ledger {

struct Found {
  bool has_tables = false;
  bool is_unfilled = false;      // its filling did not reach the end
  bool is_being_filled = false;  // nor did whoever fills it go away
  // What its lock and its channel are named by: the same for every node, and after a restore.
  std::int64_t number = 0;
};

// Invalid when other tables stand under our names, Unsupported when the schema is newer.
Result<Found> look_at(postgres::Connection& connection, const postgres::Target& target);
// Makes the tables unless they are there; by one node at a time. False: they were there.
Result<bool> make_tables(postgres::Connection& connection, bool filling);
// For as long as the connection lives, others are told that the database is being filled.
Result<void> begin_filling(postgres::Connection& connection);
tl::unexpected<Problem> is_not_filled(const postgres::Target& target, const Found& found);

}  // namespace lantoa::ledger
