#include "platform/ledger/postgres/postgres_store.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <thread>

#include "kernel/keeper.h"
#include "platform/crypto/crypto.h"
#include "platform/ledger/postgres/schema.h"
#include "platform/ledger/postgres/write.h"
#include "platform/log/log.h"
#include "platform/postgres/pool.h"

namespace lantoa::ledger {
namespace {

using postgres::Connection;
using postgres::Rows;
using postgres::Target;
using postgres::Use;
using postgres::Values;

constexpr std::size_t connections_max = 8;

// A step of a long read: so many facts, or fewer when their bodies reach 4 MiB.
constexpr std::string_view read_step =
    "SELECT seq, at, actor, kind, subject, body, chain FROM ("
    "SELECT *, sum(octet_length(body)) OVER (ORDER BY seq ROWS UNBOUNDED PRECEDING) "
    "- octet_length(body) AS bytes_before FROM facts WHERE seq > $1 AND seq <= $2 "
    "ORDER BY seq LIMIT 1024) AS step WHERE bytes_before < 4194304 ORDER BY seq";

Use use_of(Access access) { return access == Access::ReadOnly ? Use::Read : Use::Write; }

std::int64_t clamped(std::uint64_t seq) {
  return static_cast<std::int64_t>(
      std::min<std::uint64_t>(seq, std::numeric_limits<std::int64_t>::max()));
}

Fact fact_at(const Rows& rows, int row) {
  return {static_cast<std::uint64_t>(rows.integer(row, 0)),
          Instant{rows.integer(row, 1)},
          std::string(rows.bytes(row, 2)),
          std::string(rows.bytes(row, 3)),
          std::string(rows.bytes(row, 4)),
          std::string(rows.bytes(row, 5)),
          to_chain(rows.bytes(row, 6))};
}

VaultRow vault_row_at(const Rows& rows, int row) {
  return {std::string(rows.bytes(row, 0)), std::string(rows.bytes(row, 1)),
          std::string(rows.bytes(row, 2)), std::string(rows.bytes(row, 3))};
}

class PostgresStore : public Store {
 public:
  // `writer` is null when it is opened for reading only.
  PostgresStore(Target target, Access access, std::unique_ptr<Connection> writer,
                std::int64_t number)
      : target_(std::move(target)),
        access_(access),
        holder_(crypto::hex(crypto::SystemRandom().bytes(16))),
        lock_(number),
        channel_("lantoa_" + std::to_string(static_cast<std::uint64_t>(number))),
        pool_(target_, use_of(access), connections_max) {
    use(std::move(writer));
  }

  Result<Head> head() override {
    TRY_ASSIGN(const auto rows, pool_.run({last_fact}));
    return head_of(rows);
  }

  Result<void> read(std::uint64_t after, std::uint64_t up_to, const Visit& visit) override {
    while (after < up_to) {
      TRY_ASSIGN(const auto rows,
                 pool_.run({read_step, Values().integer(clamped(after)).integer(clamped(up_to))}));
      if (rows.size() == 0) return {};
      for (int row = 0; row < rows.size(); ++row) {
        const Fact fact = fact_at(rows, row);
        TRY(visit(fact));
        after = fact.seq;
      }
    }
    return {};
  }

  Result<std::optional<Head>> take_turn() override {
    TRY(may_write());
    began_ = true;
    TRY_ASSIGN(turn_, begin_turn(*writer_, lock_));
    return turn_;
  }

  void end_turn() override {
    turn_.reset();
    if (!std::exchange(began_, false)) return;
    if (!writer_ || !writer_->run({"ROLLBACK"})) failed_ = true;
  }

  Result<void> append(const Batch& batch) override {
    TRY(may_write());
    auto done = [&]() -> Result<void> {
      if (!turn_) TRY(take_turn());
      return write_batch(*writer_, batch, *turn_, {holder_, channel_});
    }();
    if (done) {
      began_ = false;
      turn_.reset();
    } else if (done.error().code == Code::Unavailable) {
      fail();
    } else {
      end_turn();
    }
    return done;
  }

  Result<void> reopen() override {
    if (access_ == Access::ReadOnly) return may_write();
    fail();
    TRY_ASSIGN(auto writer, Connection::open(target_, Use::Write));
    TRY_ASSIGN(const Found found, look_at(*writer, target_));
    if (!found.has_tables) return no_ledger();
    // What was committed before this commit is at least as durable: on this server's disk and on
    // its synchronous standbys.
    TRY(writer->run({"UPDATE meta SET value = value + 1 WHERE name = 'opened'"}));
    if (writer->take_warning()) return may_write();
    use(std::move(writer));
    failed_ = false;
    return {};
  }

  bool wait_for_others(std::chrono::milliseconds longest) override {
    if (access_ == Access::ReadOnly) return false;
    const auto until = std::chrono::steady_clock::now() + longest;
    const bool listening = listen();
    // After it began to listen there may be something that nobody will say again.
    if (listening && std::exchange(heard_of_all_, true)) {
      const auto heard = listener_->wait_for_notice(longest, writer_process_);
      if (!heard) listener_.reset();
      return true;
    }
    if (!listening) std::this_thread::sleep_until(until);
    return true;
  }

  Result<std::optional<std::uint64_t>> take_lease() override {
    TRY_ASSIGN(
        const auto rows,
        pool_.run({"UPDATE lease SET number = number + CASE WHEN holder = $1 THEN 0 ELSE 1 "
                   "END, holder = $1, until = clock_timestamp() + $2::bigint * interval '1 s' "
                   "WHERE holder = $1 OR until <= clock_timestamp() RETURNING number",
                   Values().text(holder_).integer(lease_length.count())}));
    if (rows.size() == 0) return std::nullopt;
    return static_cast<std::uint64_t>(rows.integer(0, 0));
  }

  void end_lease() override {
    const auto ended = pool_.run(
        {"UPDATE lease SET until = '-infinity' WHERE holder = $1", Values().text(holder_)});
    if (!ended) log::warning("lease_not_ended", {{"why", keeper_sentence(ended.error())}});
  }

  // Within a turn on its own connection: who holds the turn must not wait for readers, nor be told
  // by another server of the same hosts.
  Result<Answers> answers(const std::vector<std::string_view>& keys) override {
    const postgres::Statement look{"SELECT key, value FROM answers WHERE key = ANY ($1::bytea[])",
                                   Values().byte_strings(keys)};
    TRY_ASSIGN(const auto rows, turn_ ? writer_->run(look) : pool_.run(look));
    std::map<std::string_view, std::string_view> found;
    for (int row = 0; row < rows.size(); ++row) found[rows.bytes(row, 0)] = rows.bytes(row, 1);
    Answers out;
    for (const std::string_view key : keys) {
      const auto known = found.find(key);
      out.push_back(known == found.end() ? std::nullopt
                                         : std::optional<std::string>(known->second));
    }
    return out;
  }

  Result<void> forget_answers_before(Instant at) override {
    TRY(may_write());
    TRY(pool_.run({"DELETE FROM answers WHERE at < $1", Values().integer(at.ms)}));
    return {};
  }

  Result<std::optional<VaultRow>> vault_row(std::string_view id) override {
    return find_vault_row("SELECT id, blind, wrapped_key, sealed FROM vault WHERE id = $1", id);
  }

  Result<std::optional<VaultRow>> vault_row_by_blind(std::string_view blind) override {
    return find_vault_row("SELECT id, blind, wrapped_key, sealed FROM vault WHERE blind = $1",
                          blind);
  }

  Result<void> read_vault(const VisitRow& visit) override {
    for (std::optional<std::string> after = ""; after;) {
      TRY_ASSIGN(const auto rows, pool_.run({"SELECT id, blind, wrapped_key, sealed FROM vault "
                                             "WHERE id > $1 ORDER BY id LIMIT 512",
                                             Values().text(*after)}));
      for (int row = 0; row < rows.size(); ++row) TRY(visit(vault_row_at(rows, row)));
      after = rows.size() == 0 ? std::nullopt
                               : std::optional(std::string(rows.bytes(rows.size() - 1, 0)));
    }
    return {};
  }

  Result<void> read_answers(const VisitAnswer& visit) override {
    for (std::optional<std::string> after = ""; after;) {
      TRY_ASSIGN(const auto rows, pool_.run({"SELECT key, value, at FROM answers "
                                             "WHERE key > $1 ORDER BY key LIMIT 512",
                                             Values().bytes(*after)}));
      for (int row = 0; row < rows.size(); ++row) {
        TRY(visit({std::string(rows.bytes(row, 0)), std::string(rows.bytes(row, 1))},
                  Instant{rows.integer(row, 2)}));
      }
      after = rows.size() == 0 ? std::nullopt
                               : std::optional(std::string(rows.bytes(rows.size() - 1, 0)));
    }
    return {};
  }

 private:
  void use(std::unique_ptr<Connection> writer) {
    writer_ = std::move(writer);
    if (writer_) writer_process_ = writer_->process_id();
  }

  bool listen() {
    if (listener_) return true;
    heard_of_all_ = false;
    auto opened = Connection::open(target_, Use::Write);
    if (!opened || !(*opened)->script("LISTEN " + channel_)) return false;
    listener_ = *std::move(opened);
    return true;
  }

  Result<std::optional<VaultRow>> find_vault_row(std::string_view sql, std::string_view value) {
    TRY_ASSIGN(const auto rows, pool_.run({sql, Values().text(value)}));
    if (rows.size() == 0) return std::nullopt;
    return vault_row_at(rows, 0);
  }

  Result<void> may_write() const {
    if (access_ == Access::ReadOnly) {
      return problem(Code::Unsupported,
                     {"Sổ cái “" + target_.name + "” đang mở chỉ để đọc.",
                      "The ledger “" + target_.name + "” is open for reading only."});
    }
    if (failed_ || !writer_) {
      Problem out{
          Code::Unavailable,
          {"Cơ sở dữ liệu bị ngắt nên đã ngừng ghi; vẫn đọc được. Ghi lại được là ghi tiếp.",
           "The database was cut off, so writing has stopped; reading goes on. Writing "
           "resumes when it can."},
          {},
          {}};
      out.details.push_back(tell_the_keeper(
          {"Kết nối tới “" + target_.name + "” bị lỗi. Hãy kiểm tra máy chủ PostgreSQL.",
           "The connection to “" + target_.name + "” failed. Check the PostgreSQL server."}));
      return tl::unexpected(std::move(out));
    }
    return {};
  }

  tl::unexpected<Problem> no_ledger() const {
    return tl::unexpected(postgres::no_answer(target_, "it holds no ledger any more"));
  }

  // Nobody knows what of the last batch is durable. The server rolls back what it did not commit
  // when the connection is gone.
  void fail() {
    failed_ = true;
    began_ = false;
    turn_.reset();
    writer_.reset();
  }

  Target target_;
  Access access_;
  std::string holder_;  // of the lease: this opening of the store
  std::int64_t lock_;
  std::string channel_;
  postgres::Pool pool_;

  // Of the engine's thread.
  std::unique_ptr<Connection> writer_;  // null: for reading only, or it could not be opened anew
  bool began_ = false;
  std::optional<Head> turn_;

  std::atomic<bool> failed_ = false;
  std::atomic<int> writer_process_ = 0;

  // Of the thread that waits for others.
  std::unique_ptr<Connection> listener_;
  bool heard_of_all_ = false;
};

// What makes a commit less durable than it says can only be seen here; it is for the server's
// administrator to change.
Result<void> warn_of_settings(Connection& connection, const Target& target) {
  TRY_ASSIGN(const auto rows,
             connection.run({"SELECT name FROM pg_settings WHERE name IN "
                             "('fsync', 'full_page_writes') AND setting <> 'on'"}));
  for (int row = 0; row < rows.size(); ++row) {
    log::warning("postgres_not_durable",
                 {{"database", target.name}, {"turned_off", std::string(rows.bytes(row, 0))}});
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Store>> open_postgres_store(const Target& target, Access access) {
  TRY_ASSIGN(auto connection, Connection::open(target, use_of(access)));
  TRY_ASSIGN(Found found, look_at(*connection, target));
  if (found.is_unfilled) return is_not_filled(target, found);
  if (access == Access::ReadOnly) {
    if (!found.has_tables) {
      return problem(Code::NotFound, {"Cơ sở dữ liệu “" + target.name + "” chưa có sổ cái.",
                                      "The database “" + target.name + "” holds no ledger."});
    }
    return std::make_unique<PostgresStore>(target, access, nullptr, found.number);
  }
  const bool filling = access == Access::Fill;
  // Of several that find it empty at once, one makes the tables.
  bool made = false;
  if (!found.has_tables) {
    TRY_ASSIGN(made, make_tables(*connection, filling));
    TRY_ASSIGN(found, look_at(*connection, target));
    if (found.is_unfilled && !(filling && made)) return is_not_filled(target, found);
  }
  if (filling && !made) {
    return problem(
        Code::Conflict,
        {"Cơ sở dữ liệu “" + target.name + "” đã có sổ cái. Hãy chọn cơ sở dữ liệu trống.",
         "The database “" + target.name + "” holds a ledger already. Choose an empty database."});
  }
  TRY(warn_of_settings(*connection, target));
  if (filling) TRY(connection->script("SET synchronous_commit = off"));
  return std::make_unique<PostgresStore>(target, access, std::move(connection), found.number);
}

Result<bool> has_postgres_ledger(const Target& target) {
  TRY_ASSIGN(auto connection, Connection::open(target, Use::Read));
  TRY_ASSIGN(const Found found, look_at(*connection, target));
  if (found.is_unfilled) return is_not_filled(target, found);
  if (!found.has_tables) return false;
  TRY_ASSIGN(const auto any, connection->run({"SELECT EXISTS (SELECT FROM facts)"}));
  return any.integer(0, 0) != 0;
}

Result<void> finish_filling(const Target& target) {
  TRY_ASSIGN(auto connection, Connection::open(target, Use::Write));
  TRY(connection->run({"DELETE FROM meta WHERE name = 'filling'"}));
  return {};
}

}  // namespace lantoa::ledger
