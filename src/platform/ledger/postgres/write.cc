#include "platform/ledger/postgres/write.h"

#include <algorithm>
#include <vector>

namespace lantoa::ledger {
namespace {

using postgres::Connection;
using postgres::Statement;
using postgres::Values;

std::string_view view(const Chain& chain) {
  return {reinterpret_cast<const char*>(chain.data()), chain.size()};
}

// One statement for all of them: measured beside COPY and beside an INSERT for each.
Statement insert_facts(const std::vector<Fact>& facts) {
  std::vector<std::int64_t> seqs;
  std::vector<std::int64_t> times;
  std::vector<std::string_view> actors;
  std::vector<std::string_view> kinds;
  std::vector<std::string_view> subjects;
  std::vector<std::string_view> bodies;
  std::vector<std::string_view> chains;
  for (const Fact& fact : facts) {
    seqs.push_back(static_cast<std::int64_t>(fact.seq));
    times.push_back(fact.at.ms);
    actors.push_back(fact.actor);
    kinds.push_back(fact.kind);
    subjects.push_back(fact.subject);
    bodies.push_back(fact.body);
    chains.push_back(view(fact.chain));
  }
  Values values;
  values.integers(seqs).integers(times).texts(actors).texts(kinds);
  values.texts(subjects).texts(bodies).byte_strings(chains);
  return {
      "INSERT INTO facts (seq, at, actor, kind, subject, body, chain) "
      "SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], "
      "$6::text[], $7::bytea[])",
      std::move(values)};
}

Statement insert_answers(const std::vector<Answer>& answers, Instant at) {
  std::vector<std::string_view> keys;
  std::vector<std::string_view> told;
  for (const Answer& answer : answers) {
    keys.push_back(answer.key);
    told.push_back(answer.value);
  }
  Values values;
  values.byte_strings(keys).byte_strings(told).integer(at.ms);
  return {
      "INSERT INTO answers (key, value, at) "
      "SELECT key, value, $3::bigint FROM unnest($1::bytea[], $2::bytea[]) AS a (key, value)",
      std::move(values)};
}

Statement put_vault_row(const VaultRow& row) {
  Values values;
  values.text(row.id).text(row.blind).bytes(row.wrapped_key).bytes(row.sealed);
  return {
      "INSERT INTO vault (id, blind, wrapped_key, sealed) "
      "VALUES ($1, nullif($2, ''), $3, $4) "
      "ON CONFLICT (id) DO UPDATE SET blind = excluded.blind, "
      "wrapped_key = excluded.wrapped_key, sealed = excluded.sealed "
      "WHERE length(vault.wrapped_key) > 0 RETURNING 1",
      std::move(values)};
}

Statement erase_vault_row(const std::string& id) {
  return {
      "INSERT INTO vault (id, blind, wrapped_key, sealed) VALUES ($1, NULL, '', '') "
      "ON CONFLICT (id) DO UPDATE SET blind = NULL, wrapped_key = '', sealed = ''",
      Values().text(id)};
}

Result<void> check_lease(Connection& connection, std::uint64_t lease, const std::string& holder) {
  if (lease == 0) return {};
  TRY_ASSIGN(const auto rows,
             connection.run({"SELECT FROM lease WHERE number = $1 AND holder = $2 FOR SHARE",
                             Values().integer(static_cast<std::int64_t>(lease)).text(holder)}));
  if (rows.size() == 0) return lease_is_lost();
  return {};
}

Result<void> write_vault(Connection& connection, const Batch& batch) {
  std::vector<Statement> statements;
  for (const VaultRow& row : batch.vault_rows) statements.push_back(put_vault_row(row));
  for (const std::string& id : batch.vault_erasures) statements.push_back(erase_vault_row(id));
  if (statements.empty()) return {};
  const auto written = connection.run_all(statements);
  if (!written && written.error().code == Code::Conflict) return blind_is_taken();
  TRY(written);
  for (std::size_t i = 0; i < batch.vault_rows.size(); ++i) {
    if ((*written)[i].size() == 0) return row_was_erased(batch.vault_rows[i].id);
  }
  return {};
}

}  // namespace

Chain to_chain(std::string_view bytes) {
  // A value of another length cannot be right; all zero makes the check of the chain say so.
  Chain chain{};
  if (bytes.size() == chain.size()) std::copy(bytes.begin(), bytes.end(), chain.begin());
  return chain;
}

Head head_of(const postgres::Rows& rows) {
  if (rows.size() == 0) return {};
  return {static_cast<std::uint64_t>(rows.integer(0, 0)), to_chain(rows.bytes(0, 1)),
          Instant{rows.integer(0, 2)}};
}

Result<Head> begin_turn(Connection& writer, std::int64_t lock) {
  TRY_ASSIGN(
      const auto rows,
      writer.run_all(
          {{"BEGIN"}, {"SELECT pg_advisory_xact_lock($1)", Values().integer(lock)}, {last_fact}}));
  return head_of(rows.back());
}

Result<void> write_batch(Connection& connection, const Batch& batch, const Head& head,
                         const Writer& writer) {
  Head last = head;
  for (const Fact& fact : batch.facts) {
    TRY_ASSIGN(last, next_head(last, fact));
  }
  TRY(check_lease(connection, batch.lease, writer.holder));
  TRY(write_vault(connection, batch));
  std::vector<Statement> statements;
  if (!batch.facts.empty()) statements.push_back(insert_facts(batch.facts));
  if (!batch.answers.empty()) statements.push_back(insert_answers(batch.answers, last.at));
  if (!batch.facts.empty()) {
    statements.push_back({"SELECT pg_notify($1, '')", Values().text(writer.channel)});
  }
  statements.push_back({"COMMIT"});
  connection.take_warning();
  const auto done = connection.run_all(statements);
  if (!done && done.error().field == "answers_pkey") return key_is_taken();
  TRY(done);
  // A server that gave up waiting for its standby commits with a warning.
  if (done->back().done() == "COMMIT" && !connection.take_warning()) return {};
  return problem(Code::Unavailable,
                 {"Máy chủ PostgreSQL chưa xác nhận đã ghi bền.",
                  "The PostgreSQL server did not confirm that this is durable."});
}

}  // namespace lantoa::ledger
