#include "platform/ledger/sqlite/sqlite_store.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <mutex>

#include "platform/ledger/file.h"
#include "platform/ledger/sqlite/database.h"
#include "platform/ledger/sqlite/readers.h"

namespace lantoa::ledger {
namespace {

constexpr std::int64_t schema_version = 1;

// A long read takes a new snapshot after so much, so that checkpoints are never held up for long.
constexpr std::size_t read_step_facts = 512;
constexpr std::size_t read_step_bytes = 1024 * 1024;

// The log is copied into the database file when it has grown to so many pages (4 MiB).
constexpr int checkpoint_wal_pages = 1000;

constexpr std::string_view schema = R"sql(
  CREATE TABLE facts (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
    subject TEXT NOT NULL, body TEXT NOT NULL, chain BLOB NOT NULL) STRICT;
  CREATE TABLE answers (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX answers_at ON answers (at);
  CREATE TABLE vault (
    id TEXT PRIMARY KEY, blind TEXT UNIQUE, wrapped_key BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
  CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
  INSERT INTO meta (name, value) VALUES ('schema', 1);
)sql";

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

Database::Sync sync_of(Access access) {
  return access == Access::Fill ? Database::Sync::Never : Database::Sync::EveryCommit;
}

class SqliteStore : public Store {
 public:
  // `writer` is null when it is opened for reading only.
  SqliteStore(const std::filesystem::path& file, Access access, Descriptor lock,
              std::unique_ptr<Database> writer)
      : file_(file.string()),
        access_(access),
        lock_(std::move(lock)),
        writer_(std::move(writer)),
        readers_(file) {}

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

  Result<void> reopen() override {
    const std::lock_guard guard(writing_);
    if (access_ == Access::ReadOnly) return may_write();
    fail();
    writer_.reset();
    TRY_ASSIGN(writer_, Database::open(file_, Database::Mode::Write));
    TRY(writer_->start_writing(sync_of(access_)));
    // What stands in the log was not necessarily synced: copying it writes and syncs every page of
    // it again, in the database file.
    TRY_ASSIGN(const bool whole, writer_->checkpoint(Database::Checkpoint::Truncate));
    if (!whole) return may_write();
    failed_ = false;
    log_holds_erased_ = false;
    return {};
  }

  Result<void> forget_answers_before(Instant at) override {
    const std::lock_guard guard(writing_);
    TRY(may_write());
    return keep_or_fail(delete_answers_before(at));
  }

  Result<std::optional<std::string>> answer(std::string_view key) override {
    TRY_ASSIGN(const auto reader, readers_.lend());
    TRY_ASSIGN(auto select, (*reader).prepare("SELECT value FROM answers WHERE key = $1"));
    TRY_ASSIGN(const bool found, select.text(1, key).step());
    if (!found) return std::nullopt;
    return select.bytes_at(0);
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

  Result<void> may_write() const {
    if (access_ == Access::ReadOnly) {
      return problem(Code::Unsupported, {"Sổ cái “" + file_ + "” đang mở chỉ để đọc.",
                                         "The ledger “" + file_ + "” is open for reading only."});
    }
    if (failed_ || !writer_) {
      return problem(Code::Unavailable, {"Lần ghi trước vào “" + file_ +
                                             "” bị lỗi nên đã ngừng ghi; vẫn đọc được. Hãy "
                                             "kiểm tra ổ đĩa; ghi lại được là ghi tiếp.",
                                         "The last write to “" + file_ +
                                             "” failed, so writing has stopped; reading goes "
                                             "on. Check the disk; writing resumes when it can."});
    }
    return {};
  }

  Result<void> delete_answers_before(Instant at) {
    TRY_ASSIGN(auto remove, writer_->prepare("DELETE FROM answers WHERE at < $1"));
    TRY(remove.integer(1, at.ms).step());
    return {};
  }

  // A conflict is rolled back and forgotten. Anything else may have lost pages on the way to the
  // disk, and what a second sync says about them is not to be trusted.
  Result<void> keep_or_fail(Result<void> done) {
    if (!done && done.error().code != Code::Conflict) fail();
    return done;
  }

  void fail() {
    failed_ = true;
    if (writer_) writer_->leave_wal_on_close();
  }

  // What was appended is durable in the log whatever happens here, so a failure only stops the next
  // append. Erased keys must not live on in the log: it is emptied at once, or, while a reader
  // still needs it, after the next append.
  void tidy_log() {
    if (!log_holds_erased_ && writer_->wal_pages() < checkpoint_wal_pages) return;
    const auto whole = writer_->checkpoint(log_holds_erased_ ? Database::Checkpoint::Truncate
                                                             : Database::Checkpoint::Passive);
    if (!whole) fail();
    if (whole && *whole) log_holds_erased_ = false;
  }

  std::string file_;
  Access access_;
  Descriptor lock_;  // released last, when no connection is open any more
  std::mutex writing_;
  bool failed_ = false;
  bool log_holds_erased_ = false;
  std::unique_ptr<Database> writer_;  // null: for reading only, or it could not be opened anew
  Readers readers_;
};

Result<Descriptor> take_lock(const std::filesystem::path& file) {
  const std::filesystem::path path = file.string() + ".lock";
  Descriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!lock) return file_problem({"Mở tệp khóa ghi", "Opening the lock file"}, path);
  if (::flock(lock.number(), LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return file_problem({"Khóa tệp", "Locking the file"}, path);
  return problem(Code::Unavailable,
                 {"Một tiến trình khác đang ghi sổ cái “" + file.string() + "” (giữ tệp khóa “" +
                      path.string() + "”). Hãy dừng tiến trình đó rồi chạy lại.",
                  "Another process is writing the ledger “" + file.string() +
                      "” (it holds the lock "
                      "file “" +
                      path.string() + "”). Stop it, then start again."});
}

tl::unexpected<Problem> not_a_ledger(const std::filesystem::path& file) {
  return problem(
      Code::Invalid,
      {"Tệp “" + file.string() + "” không phải là sổ cái của Lan Tỏa. Hãy chọn tệp khác.",
       "The file “" + file.string() + "” is not a Lan Tỏa ledger. Name another file."});
}

Result<std::int64_t> read_schema_version(Database& database, const std::filesystem::path& file) {
  TRY_ASSIGN(auto tables, database.prepare("SELECT count(*), count(*) FILTER (WHERE name = 'meta') "
                                           "FROM sqlite_master WHERE type = 'table'"));
  TRY(tables.step());
  if (tables.integer_at(0) == 0) return 0;
  if (tables.integer_at(1) == 0) return not_a_ledger(file);
  TRY_ASSIGN(auto version, database.prepare("SELECT value FROM meta WHERE name = 'schema'"));
  TRY_ASSIGN(const bool found, version.step());
  if (!found) return not_a_ledger(file);
  return version.integer_at(0);
}

Result<void> make_schema(Database& database) {
  TRY_ASSIGN(auto transaction, Transaction::begin(database));
  TRY(database.run(schema));
  return transaction.commit();
}

Result<std::unique_ptr<Store>> open_for_reading(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return problem(Code::NotFound, {"Không có tệp sổ cái “" + file.string() + "”.",
                                    "There is no ledger file “" + file.string() + "”."});
  }
  TRY_ASSIGN(auto reader, Database::open(file, Database::Mode::Read));
  TRY_ASSIGN(const auto version, read_schema_version(*reader, file));
  if (version == 0) return not_a_ledger(file);
  return std::make_unique<SqliteStore>(file, Access::ReadOnly, Descriptor(-1), nullptr);
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file, Access access) {
  if (access == Access::ReadOnly) return open_for_reading(file);
  TRY(make_private_folders(file.parent_path()));
  TRY_ASSIGN(auto lock, take_lock(file));
  TRY_ASSIGN(auto writer, Database::open(file, Database::Mode::Write));
  TRY_ASSIGN(const auto version, read_schema_version(*writer, file));
  if (version > schema_version) {
    return problem(
        Code::Unsupported,
        {"Sổ cái “" + file.string() + "” do phiên bản mới hơn tạo (cấu trúc " +
             std::to_string(version) + "). Hãy nâng cấp chương trình, hoặc mở chỉ để đọc.",
         "The ledger “" + file.string() + "” was made by a newer version (schema " +
             std::to_string(version) + "). Upgrade the program, or open it read-only."});
  }
  TRY(writer->start_writing(sync_of(access)));
  if (version == 0) TRY(make_schema(*writer));
  return std::make_unique<SqliteStore>(file, access, std::move(lock), std::move(writer));
}

}  // namespace lantoa::ledger
