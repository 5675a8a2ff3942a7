#include "platform/ledger/sqlite/sqlite_store.h"

#include <algorithm>
#include <limits>
#include <mutex>

#include "platform/ledger/file.h"
#include "platform/ledger/sqlite/database.h"
#include "platform/ledger/sqlite/ledger_file.h"
#include "platform/ledger/sqlite/readers.h"

namespace lantoa::ledger {
namespace {

// A long read takes a new snapshot after so much, so that checkpoints are never held up for long.
constexpr std::size_t read_step_facts = 512;
constexpr std::size_t read_step_bytes = 1024 * 1024;

Chain to_chain(const std::string& bytes) {
  // A value of another length cannot be right; all zero makes the check of the chain say so.
  Chain chain{};
  if (bytes.size() == chain.size()) std::copy(bytes.begin(), bytes.end(), chain.begin());
  return chain;
}

std::string_view view(const Chain& chain) {
  return {reinterpret_cast<const char*>(chain.data()), chain.size()};
}

Result<Head> read_head(Database& database) {
  TRY_ASSIGN(auto last,
             database.prepare("SELECT seq, chain, at FROM facts ORDER BY seq DESC LIMIT 1"));
  TRY_ASSIGN(const bool found, last.step());
  if (!found) return Head{};
  return Head{static_cast<std::uint64_t>(last.integer_at(0)), to_chain(last.bytes_at(1)),
              Instant{last.integer_at(2)}};
}

Result<void> insert_facts(Database& database, const std::vector<Fact>& facts, Head& head) {
  TRY_ASSIGN(auto insert,
             database.prepare("INSERT INTO facts (seq, at, actor, kind, subject, body, chain) "
                              "VALUES ($1, $2, $3, $4, $5, $6, $7)"));
  for (const Fact& fact : facts) {
    TRY_ASSIGN(head, next_head(head, fact));
    insert.reset();
    insert.integer(1, static_cast<std::int64_t>(fact.seq)).integer(2, fact.at.ms);
    insert.text(3, fact.actor).text(4, fact.kind).text(5, fact.subject).text(6, fact.body);
    TRY(insert.bytes(7, view(fact.chain)).step());
  }
  return {};
}

Result<void> put_vault_row(Database& database, const VaultRow& row) {
  TRY_ASSIGN(auto put,
             database.prepare("INSERT INTO vault (id, blind, wrapped_key, sealed) "
                              "VALUES ($1, nullif($2, ''), $3, $4) "
                              "ON CONFLICT (id) DO UPDATE SET blind = excluded.blind, "
                              "wrapped_key = excluded.wrapped_key, sealed = excluded.sealed "
                              "WHERE length(vault.wrapped_key) > 0 RETURNING id"));
  put.text(1, row.id).text(2, row.blind).bytes(3, row.wrapped_key).bytes(4, row.sealed);
  const auto written = put.step();
  if (!written && written.error().code == Code::Conflict) return blind_is_taken();
  TRY(written);
  if (!*written) return row_was_erased(row.id);
  TRY(put.step());
  return {};
}

Result<void> erase_vault_row(Database& database, const std::string& id) {
  TRY_ASSIGN(auto erase,
             database.prepare("INSERT INTO vault (id, blind, wrapped_key, sealed) "
                              "VALUES ($1, NULL, $2, $2) "
                              "ON CONFLICT (id) DO UPDATE SET blind = NULL, "
                              "wrapped_key = excluded.wrapped_key, sealed = excluded.sealed"));
  TRY(erase.text(1, id).bytes(2, "").step());
  return {};
}

Result<void> insert_answer(Database& database, const Answer& answer, Instant at) {
  TRY_ASSIGN(auto insert,
             database.prepare("INSERT INTO answers (key, value, at) VALUES ($1, $2, $3)"));
  const auto done = insert.text(1, answer.key).text(2, answer.value).integer(3, at.ms).step();
  if (!done && done.error().code == Code::Conflict) return key_is_taken();
  TRY(done);
  return {};
}

Result<void> write_batch(Database& database, const Batch& batch) {
  TRY_ASSIGN(auto transaction, Transaction::begin(database));
  TRY_ASSIGN(Head head, read_head(database));
  TRY(insert_facts(database, batch.facts, head));
  for (const VaultRow& row : batch.vault_rows) TRY(put_vault_row(database, row));
  for (const std::string& id : batch.vault_erasures) TRY(erase_vault_row(database, id));
  for (const Answer& answer : batch.answers) TRY(insert_answer(database, answer, head.at));
  return transaction.commit();
}

// The next facts of a range: as many as one step holds; empty at the end.
Result<std::vector<Fact>> read_step(Database& database, std::uint64_t after, std::uint64_t up_to) {
  constexpr std::uint64_t seq_max = std::numeric_limits<std::int64_t>::max();
  TRY_ASSIGN(auto select,
             database.prepare("SELECT seq, at, actor, kind, subject, body, chain FROM facts "
                              "WHERE seq > $1 AND seq <= $2 ORDER BY seq"));
  select.integer(1, static_cast<std::int64_t>(std::min(after, seq_max)));
  select.integer(2, static_cast<std::int64_t>(std::min(up_to, seq_max)));
  std::vector<Fact> facts;
  std::size_t size = 0;
  while (facts.size() < read_step_facts && size < read_step_bytes) {
    TRY_ASSIGN(const bool found, select.step());
    if (!found) break;
    facts.push_back({static_cast<std::uint64_t>(select.integer_at(0)),
                     Instant{select.integer_at(1)}, select.bytes_at(2), select.bytes_at(3),
                     select.bytes_at(4), select.bytes_at(5), to_chain(select.bytes_at(6))});
    size += facts.back().body.size();
  }
  return facts;
}

class SqliteStore : public Store {
 public:
  SqliteStore(const LedgerFile& file, Access access, const SqliteTerms& terms, Descriptor lock)
      : file_(file),
        access_(access),
        checkpoint_wal_pages_(terms.checkpoint_wal_pages),
        lock_(std::move(lock)),
        readers_(file.path, file.vfs) {}

  // An earlier process may have left a log that the disk never got. Where it cannot be settled, as
  // on a full disk, the store is still good to read.
  Result<void> start() {
    const std::lock_guard guard(writing_);
    is_unsure_ = access_ == Access::ReadWrite && may_have_log();
    auto opened = open_anew();
    if (opened || opened.error().code != Code::Unavailable || !open_reader(file_)) return opened;
    failure_ = opened.error();
    is_unsure_ = true;
    return {};
  }

  Result<void> reopen() override {
    const std::lock_guard guard(writing_);
    if (access_ == Access::ReadOnly) return only_reading();
    if (writer_) writer_->leave_wal_on_close();
    writer_.reset();
    auto opened = open_anew();
    failure_ = opened ? std::nullopt : std::optional(opened.error());
    return opened;
  }

  Result<Head> head() override {
    TRY_ASSIGN(const auto reader, readers_.lend());
    return read_head(*reader);
  }

  Result<void> read(std::uint64_t after, std::uint64_t up_to, const Visit& visit) override {
    while (after < up_to) {
      TRY_ASSIGN(const auto facts, next_facts(after, up_to));
      if (facts.empty()) return {};
      for (const Fact& fact : facts) TRY(visit(fact));
      after = facts.back().seq;
    }
    return {};
  }

  Result<void> append(const Batch& batch) override {
    const std::lock_guard guard(writing_);
    TRY(may_write());
    TRY(keep_or_fail(write_batch(*writer_, batch)));
    log_holds_erased_ = log_holds_erased_ || !batch.vault_erasures.empty();
    tidy_log();
    return {};
  }

  Result<void> forget_answers_before(Instant at) override {
    const std::lock_guard guard(writing_);
    TRY(may_write());
    return keep_or_fail(delete_answers_before(at));
  }

  // In one transaction: each of its own would take and leave the locks of the log anew.
  Result<Answers> answers(const std::vector<std::string_view>& keys) override {
    TRY_ASSIGN(const auto reader, readers_.lend());
    TRY_ASSIGN(const auto snapshot, Transaction::begin_to_read(*reader));
    TRY_ASSIGN(auto select, (*reader).prepare("SELECT value FROM answers WHERE key = $1"));
    Answers out;
    for (const std::string_view key : keys) {
      select.reset();
      TRY_ASSIGN(const bool found, select.text(1, key).step());
      out.push_back(found ? std::optional(select.bytes_at(0)) : std::nullopt);
    }
    return out;
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
      TRY_ASSIGN(const auto rows, next_vault_rows(*after));
      after.reset();
      for (const VaultRow& row : rows) {
        TRY(visit(row));
        after = row.id;
      }
    }
    return {};
  }

  Result<void> read_answers(const VisitAnswer& visit) override {
    for (std::optional<std::string> after = ""; after;) {
      TRY_ASSIGN(const auto answers, next_answers(*after));
      after.reset();
      for (const auto& [answer, at] : answers) {
        TRY(visit(answer, at));
        after = answer.key;
      }
    }
    return {};
  }

 private:
  Result<std::vector<VaultRow>> next_vault_rows(const std::string& after) {
    TRY_ASSIGN(const auto reader, readers_.lend());
    TRY_ASSIGN(auto select, (*reader).prepare("SELECT id, blind, wrapped_key, sealed FROM vault "
                                              "WHERE id > $1 ORDER BY id LIMIT 512"));
    select.text(1, after);
    std::vector<VaultRow> rows;
    while (true) {
      TRY_ASSIGN(const bool found, select.step());
      if (!found) return rows;
      rows.push_back(
          {select.bytes_at(0), select.bytes_at(1), select.bytes_at(2), select.bytes_at(3)});
    }
  }

  Result<std::vector<std::pair<Answer, Instant>>> next_answers(const std::string& after) {
    TRY_ASSIGN(const auto reader, readers_.lend());
    TRY_ASSIGN(auto select, (*reader).prepare("SELECT key, value, at FROM answers "
                                              "WHERE key > $1 ORDER BY key LIMIT 512"));
    select.text(1, after);
    std::vector<std::pair<Answer, Instant>> answers;
    while (true) {
      TRY_ASSIGN(const bool found, select.step());
      if (!found) return answers;
      answers.push_back({{select.bytes_at(0), select.bytes_at(1)}, Instant{select.integer_at(2)}});
    }
  }

  Result<std::vector<Fact>> next_facts(std::uint64_t after, std::uint64_t up_to) {
    TRY_ASSIGN(const auto reader, readers_.lend());
    return read_step(*reader, after, up_to);
  }

  Result<std::optional<VaultRow>> find_vault_row(std::string_view sql, std::string_view value) {
    TRY_ASSIGN(const auto reader, readers_.lend());
    TRY_ASSIGN(auto select, (*reader).prepare(sql));
    TRY_ASSIGN(const bool found, select.text(1, value).step());
    if (!found) return std::nullopt;
    return VaultRow{select.bytes_at(0), select.bytes_at(1), select.bytes_at(2), select.bytes_at(3)};
  }

  tl::unexpected<Problem> only_reading() const {
    const std::string name = file_.path.string();
    return problem(Code::Unsupported, {"Sổ cái “" + name + "” đang mở chỉ để đọc.",
                                       "The ledger “" + name + "” is open for reading only."});
  }

  Result<void> may_write() const {
    if (access_ == Access::ReadOnly) return only_reading();
    if (!failure_) return {};
    return problem(Code::Unavailable,
                   {"Đang tạm ngừng ghi, vẫn đọc được. " + failure_->text.vi,
                    "For now writing has stopped, reading goes on. " + failure_->text.en});
  }

  Database::Sync sync() const {
    return access_ == Access::Fill ? Database::Sync::Never : Database::Sync::EveryCommit;
  }

  bool may_have_log() const {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file_.path.string() + "-wal", failed);
    return !file_.vfs.empty() || (!failed && size > 0);
  }

  // Nothing is written before all that the log says is on the disk. When only space was wanting
  // everything that was synced is; else everybody leaves until the log is settled, because readers
  // keep alive the shared index that says how far the log was copied.
  Result<void> open_anew() {
    if (is_unsure_) TRY(settle_without_readers());
    TRY_ASSIGN(auto writer, open_writer(file_, sync()));
    const auto copied = writer->checkpoint(Database::Checkpoint::Truncate);
    if (!copied) {
      is_unsure_ = is_unsure_ || !writer->was_full();
      writer->leave_wal_on_close();
      return tl::unexpected(copied.error());
    }
    is_unsure_ = false;
    log_holds_erased_ = !*copied;  // or may hold
    writer_ = std::move(writer);
    return {};
  }

  Result<void> settle_without_readers() {
    const auto pause = readers_.pause();
    if (pause) return settle_log(file_);
    return problem(Code::Unavailable, {"Sổ cái đang được đọc; sẽ thử ghi lại sau.",
                                       "The ledger is being read; writing is tried later."});
  }

  Result<void> delete_answers_before(Instant at) {
    TRY_ASSIGN(auto remove, writer_->prepare("DELETE FROM answers WHERE at < $1"));
    TRY(remove.integer(1, at.ms).step());
    return {};
  }

  // A conflict is rolled back and forgotten. Anything else may have lost pages on the way to the
  // disk, and what a second sync says about them is not to be trusted.
  Result<void> keep_or_fail(Result<void> done) {
    if (!done && done.error().code != Code::Conflict) fail(done.error());
    return done;
  }

  void fail(const Problem& why) {
    failure_ = why;
    is_unsure_ = is_unsure_ || !writer_->was_full();
    writer_->leave_wal_on_close();
  }

  // What was appended is durable in the log whatever happens here, so a failure only stops the next
  // append. Erased keys must not live on in the log: it is emptied at once, or, while a reader
  // still needs it, after the next append.
  void tidy_log() {
    if (!log_holds_erased_ && writer_->wal_pages() < checkpoint_wal_pages_) return;
    const auto whole = writer_->checkpoint(log_holds_erased_ ? Database::Checkpoint::Truncate
                                                             : Database::Checkpoint::Passive);
    if (!whole) fail(whole.error());
    if (whole && *whole) log_holds_erased_ = false;
  }

  LedgerFile file_;
  Access access_;
  int checkpoint_wal_pages_;
  Descriptor lock_;  // released last, when no connection is open any more
  std::mutex writing_;
  std::optional<Problem> failure_;  // why writing has stopped
  bool is_unsure_ = false;          // a sync may have failed, so that the log is to be settled
  bool log_holds_erased_ = false;
  std::unique_ptr<Database> writer_;  // the one; null when only read or not to be had
  Readers readers_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file, Access access,
                                                 const SqliteTerms& terms) {
  const LedgerFile place{file, terms.vfs, terms.replace};
  if (access == Access::ReadOnly) {
    std::error_code ignored;
    if (terms.vfs.empty() && !std::filesystem::exists(file, ignored)) {
      return problem(Code::NotFound, {"Không có tệp sổ cái “" + file.string() + "”.",
                                      "There is no ledger file “" + file.string() + "”."});
    }
    TRY(open_reader(place));
    return std::make_unique<SqliteStore>(place, access, terms, Descriptor(-1));
  }
  Descriptor lock(-1);
  if (terms.vfs.empty()) {
    TRY(make_private_folders(file.parent_path()));
    TRY_ASSIGN(lock, take_lock(file));
  }
  auto store = std::make_unique<SqliteStore>(place, access, terms, std::move(lock));
  TRY(store->start());
  return store;
}

}  // namespace lantoa::ledger
