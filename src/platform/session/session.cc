#include "platform/session/session.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <mutex>

#include "kernel/assert.h"
#include "kernel/keeper.h"
#include "platform/session/limits.h"

namespace lantoa::session {
namespace {

constexpr int busy_wait_ms = 2000;
constexpr std::int64_t look_ms_max = 5;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct Reset {
  void operator()(sqlite3_stmt* statement) const {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;
using Statement = std::unique_ptr<sqlite3_stmt, Reset>;  // one use of a prepared one

tl::unexpected<Problem> failed(sqlite3* database, const std::string& file) {
  const std::string why = sqlite3_errmsg(database);
  Problem out{Code::Unavailable,
              {"Chưa xem được ai đang đăng nhập. Hãy thử lại sau ít phút.",
               "It cannot be seen now who is signed in. Try again in a few minutes."},
              {},
              {}};
  out.details.push_back(tell_the_keeper(
      {"Tệp phiên đăng nhập “" + file + "” báo lỗi (" + why +
           "). Hãy kiểm tra ổ đĩa; nếu tệp hỏng thì xóa đi, người dùng chỉ phải đăng nhập lại.",
       "The file of sessions “" + file + "” failed (" + why +
           "). Check the disk; if the file is damaged, delete it: people only have to sign in "
           "again."}));
  return tl::unexpected(std::move(out));
}

// A login lost with the power is only a login, so commits are not synced; an ended session must not
// come back, so the commits within this scope are.
class Synced {
 public:
  explicit Synced(sqlite3* database) : database_(database) { set("PRAGMA synchronous=FULL"); }
  ~Synced() { set("PRAGMA synchronous=NORMAL"); }
  Synced(const Synced&) = delete;
  Synced& operator=(const Synced&) = delete;

 private:
  void set(const char* pragma) const {
    ASSERT(sqlite3_exec(database_, pragma, nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  sqlite3* database_;
};

class SqliteSessions : public Sessions {
 public:
  enum class Use { ReadWrite, ReadOnly };
  SqliteSessions(std::string file, Database database, crypto::Random& random, Use use)
      : file_(std::move(file)), database_(std::move(database)), random_(random), use_(use) {}

  Result<std::string> start(std::string_view subject, Instant now,
                            std::uint64_t position) override {
    TRY(may_change());
    std::string token = crypto::base64url(random_.bytes(token_bytes));
    const std::lock_guard guard(mutex_);
    TRY(end_look());
    TRY_ASSIGN(const auto insert, prepare("INSERT INTO open_sessions "
                                          "(hash, subject, started, seen, position) "
                                          "VALUES ($1, $2, $3, $3, $4)"));
    const crypto::Digest hash = crypto::sha256(token);
    bind(insert, 1, hash);
    bind(insert, 2, subject);
    bind(insert, 3, now);
    bind(insert, 4, Instant{stored(position)});
    TRY(step(insert));
    return token;
  }

  Result<std::optional<Session>> find(std::string_view token, Instant now) override {
    const crypto::Digest hash = crypto::sha256(token);
    const std::lock_guard guard(mutex_);
    TRY(look_at(now));
    TRY_ASSIGN(const auto session, read(hash));
    if (!session) return std::nullopt;
    const bool over = is_over(*session, now);
    if (use_ == Use::ReadOnly) return over ? std::nullopt : session;
    if (over) {
      TRY(end_look());
      TRY(remove(hash));
      return std::nullopt;
    }
    if (now.ms - session->seen.ms < seen_step_ms) return session;
    TRY(end_look());
    TRY_ASSIGN(const auto update, prepare("UPDATE open_sessions SET seen = $1 WHERE hash = $2"));
    bind(update, 1, now);
    bind(update, 2, hash);
    TRY(step(update));
    return Session{session->subject, session->started, now, session->position};
  }

  Result<void> end(std::string_view token) override {
    TRY(may_change());
    const std::lock_guard guard(mutex_);
    TRY(end_look());
    const Synced synced(database_.get());
    return remove(crypto::sha256(token));
  }

  Result<void> sweep(Instant now) override {
    TRY(may_change());
    const std::lock_guard guard(mutex_);
    TRY(end_look());
    TRY_ASSIGN(const auto statement,
               prepare("DELETE FROM open_sessions WHERE seen <= $1 OR started <= $2"));
    bind(statement, 1, Instant{now.ms - idle_ms_max});
    bind(statement, 2, Instant{now.ms - absolute_ms_max});
    TRY(step(statement));
    return {};
  }

 private:
  Result<void> may_change() const {
    if (use_ == Use::ReadWrite) return {};
    return problem(Code::Unavailable,
                   {"Hệ thống đang mở chỉ để xem nên chưa đăng nhập hay đăng xuất được. Hãy thử "
                    "lại sau.",
                    "The system is open for reading only, so nobody can sign in or out. Try again "
                    "later."});
  }

  // Those who ask within some milliseconds look at the file in one transaction, because taking and
  // leaving the locks of its log costs several times what a look does. Every change of ours ends it
  // first, so nobody is shown a session that was ended before; what another process changes is seen
  // that much later.
  Result<void> look_at(Instant now) {
    if (use_ == Use::ReadOnly) return {};  // nothing of ours would end it
    if (is_looking() && std::abs(now.ms - looked_at_.ms) < look_ms_max) return {};
    TRY(end_look());
    looked_at_ = now;
    TRY_ASSIGN(const auto begin, prepare("BEGIN"));
    TRY(step(begin));
    return {};
  }

  Result<void> end_look() {
    if (!is_looking()) return {};
    TRY_ASSIGN(const auto commit, prepare("COMMIT"));
    TRY(step(commit));
    return {};
  }

  bool is_looking() const { return sqlite3_get_autocommit(database_.get()) == 0; }

  // Prepared once and kept: every request of somebody signed in asks. Parameters are numbered in
  // the order in which they first stand in the text. What is bound lives until the statement ends.
  Result<Statement> prepare(std::string_view sql) {
    Prepared& kept = prepared_[sql];
    if (kept == nullptr) {
      sqlite3_stmt* raw = nullptr;
      if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
        return failed(database_.get(), file_);
      }
      kept.reset(raw);
    }
    ASSERT(sqlite3_stmt_busy(kept.get()) == 0);
    return Statement(kept.get());
  }

  static void bind(const Statement& statement, int index, std::string_view text) {
    ASSERT(sqlite3_bind_text64(statement.get(), index, text.data(), text.size(), SQLITE_STATIC,
                               SQLITE_UTF8) == SQLITE_OK);
  }
  static void bind(const Statement& statement, int index, const crypto::Digest& bytes) {
    ASSERT(sqlite3_bind_blob(statement.get(), index, bytes.data(), static_cast<int>(bytes.size()),
                             SQLITE_STATIC) == SQLITE_OK);
  }
  static void bind(const Statement& statement, int index, Instant at) {
    ASSERT(sqlite3_bind_int64(statement.get(), index, at.ms) == SQLITE_OK);
  }

  Result<bool> step(const Statement& statement) {
    const int code = sqlite3_step(statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) return failed(database_.get(), file_);
    return code == SQLITE_ROW;
  }

  Result<std::optional<Session>> read(const crypto::Digest& hash) {
    TRY_ASSIGN(
        const auto select,
        prepare("SELECT subject, started, seen, position FROM open_sessions WHERE hash = $1"));
    bind(select, 1, hash);
    TRY_ASSIGN(const bool found, step(select));
    if (!found) return std::nullopt;
    const auto* subject = reinterpret_cast<const char*>(sqlite3_column_text(select.get(), 0));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(select.get(), 0));
    return Session{std::string(subject, size), Instant{sqlite3_column_int64(select.get(), 1)},
                   Instant{sqlite3_column_int64(select.get(), 2)},
                   static_cast<std::uint64_t>(sqlite3_column_int64(select.get(), 3))};
  }

  Result<void> remove(const crypto::Digest& hash) {
    TRY_ASSIGN(const auto statement, prepare("DELETE FROM open_sessions WHERE hash = $1"));
    bind(statement, 1, hash);
    TRY(step(statement));
    return {};
  }

  std::string file_;
  std::mutex mutex_;
  Database database_;
  std::map<std::string_view, Prepared> prepared_;  // by their text, which is a literal
  Instant looked_at_;
  crypto::Random& random_;
  Use use_;
};

Result<Database> open_database(const std::filesystem::path& file, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) return failed(raw, file.string());
  sqlite3_busy_timeout(raw, busy_wait_ms);
  return database;
}

}  // namespace

Result<std::unique_ptr<Sessions>> open_sessions(const std::filesystem::path& file,
                                                crypto::Random& random) {
  if (file != ":memory:") {
    // Made here first, because SQLite would make it readable by others.
    const int created = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (created >= 0) ::close(created);
  }
  TRY_ASSIGN(auto database, open_database(file, SQLITE_OPEN_READWRITE));
  constexpr const char* setup =
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
      "DROP TABLE IF EXISTS sessions;"  // of a version that kept no positions
      "CREATE TABLE IF NOT EXISTS open_sessions ("
      "  hash BLOB PRIMARY KEY, subject TEXT NOT NULL, started INTEGER NOT NULL,"
      "  seen INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
      "DROP INDEX IF EXISTS open_sessions_subject";  // of a version that ended all of a subject's
  if (sqlite3_exec(database.get(), setup, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return failed(database.get(), file.string());
  }
  return std::make_unique<SqliteSessions>(file.string(), std::move(database), random,
                                          SqliteSessions::Use::ReadWrite);
}

Result<std::unique_ptr<Sessions>> open_sessions_to_read(const std::filesystem::path& file,
                                                        crypto::Random& random) {
  TRY_ASSIGN(auto database, open_database(file, SQLITE_OPEN_READONLY));
  // A reader that leaves last would copy the log into the file.
  sqlite3_db_config(database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return std::make_unique<SqliteSessions>(file.string(), std::move(database), random,
                                          SqliteSessions::Use::ReadOnly);
}

std::string csrf_token(std::string_view session_token) {
  const crypto::Digest code = crypto::hmac_sha256(session_token, "lantoa form token");
  return crypto::base64url({reinterpret_cast<const char*>(code.data()), code.size()});
}

}  // namespace lantoa::session
