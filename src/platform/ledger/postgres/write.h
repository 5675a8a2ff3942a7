// What a turn does on the writer's connection: takes the lock, reads the head, writes one batch and
// commits.
#pragma once

#include <string>

#include "platform/ledger/store.h"
#include "platform/postgres/connection.h"

namespace lantoa::ledger {

constexpr std::string_view last_fact = "SELECT seq, chain, at FROM facts ORDER BY seq DESC LIMIT 1";

Chain to_chain(std::string_view bytes);
Head head_of(const postgres::Rows& rows);  // of last_fact

// BEGIN, the lock, the head: three statements, since the snapshot of one that waits for a lock is
// older than what the lock was waiting for.
Result<Head> begin_turn(postgres::Connection& writer, std::int64_t lock);

struct Writer {
  const std::string& holder;   // of the lease
  const std::string& channel;  // to notify
};
// Writes what continues `head` and commits; whoever called rolls back a Conflict.
Result<void> write_batch(postgres::Connection& connection, const Batch& batch, const Head& head,
                         const Writer& writer);

}  // namespace lantoa::ledger
