#include "platform/postgres/pool.h"
#include "platform/session/limits.h"
#include "platform/session/session.h"

namespace lantoa::session {
namespace {

using postgres::Connection;
using postgres::Values;

constexpr std::size_t connections_max = 4;

// Made by one node at a time: two that make a table at once both fail. Sessions of a version that
// kept no positions began before everything.
constexpr const char* make_table = R"sql(
  BEGIN;
  SELECT pg_advisory_xact_lock(7810208041200262);
  CREATE TABLE IF NOT EXISTS sessions (
    hash bytea PRIMARY KEY, subject text NOT NULL, started bigint NOT NULL, seen bigint NOT NULL,
    position bigint NOT NULL);
  ALTER TABLE sessions ADD COLUMN IF NOT EXISTS position bigint NOT NULL DEFAULT 0;
  DROP INDEX IF EXISTS sessions_subject;
  COMMIT;
)sql";

std::string_view view(const crypto::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

class PostgresSessions : public Sessions {
 public:
  PostgresSessions(const postgres::Target& target, crypto::Random& random)
      : pool_(target, postgres::Use::Write, connections_max), random_(random) {}

  Result<std::string> start(std::string_view subject, Instant now,
                            std::uint64_t position) override {
    std::string token = crypto::base64url(random_.bytes(token_bytes));
    const crypto::Digest hash = crypto::sha256(token);
    TRY(pool_.run(
        {"INSERT INTO sessions (hash, subject, started, seen, position) "
         "VALUES ($1, $2, $3, $3, $4) ON CONFLICT DO NOTHING",
         Values().bytes(view(hash)).text(subject).integer(now.ms).integer(stored(position))}));
    return token;
  }

  Result<std::optional<Session>> find(std::string_view token, Instant now) override {
    const crypto::Digest hash = crypto::sha256(token);
    TRY_ASSIGN(const auto rows,
               pool_.run({"SELECT subject, started, seen, position FROM sessions WHERE hash = $1",
                          Values().bytes(view(hash))}));
    if (rows.size() == 0) return std::nullopt;
    Session session{std::string(rows.bytes(0, 0)), Instant{rows.integer(0, 1)},
                    Instant{rows.integer(0, 2)}, static_cast<std::uint64_t>(rows.integer(0, 3))};
    if (is_over(session, now)) {
      TRY(end(token));
      return std::nullopt;
    }
    if (now.ms - session.seen.ms < seen_step_ms) return session;
    session.seen = now;
    TRY(pool_.run({"UPDATE sessions SET seen = $1 WHERE hash = $2",
                   Values().integer(now.ms).bytes(view(hash))}));
    return session;
  }

  Result<void> end(std::string_view token) override {
    const crypto::Digest hash = crypto::sha256(token);
    TRY(pool_.run({"DELETE FROM sessions WHERE hash = $1", Values().bytes(view(hash))}));
    return {};
  }

  Result<void> sweep(Instant now) override {
    TRY(pool_.run({"DELETE FROM sessions WHERE seen <= $1 OR started <= $2",
                   Values().integer(now.ms - idle_ms_max).integer(now.ms - absolute_ms_max)}));
    return {};
  }

 private:
  postgres::Pool pool_;
  crypto::Random& random_;
};

}  // namespace

Result<std::unique_ptr<Sessions>> open_sessions(const postgres::Target& target,
                                                crypto::Random& random) {
  TRY_ASSIGN(const auto connection, Connection::open(target, postgres::Use::Write));
  TRY(connection->script(make_table));
  return std::make_unique<PostgresSessions>(target, random);
}

}  // namespace lantoa::session
