// Thin RAII over sqlite3: a connection that caches its prepared statements, and a statement in use
// that resets itself. Parameters are written $1, $2 …, which PostgreSQL reads too. A connection is
// used by one thread at a time.
//
//   TRY_ASSIGN(auto insert, database.prepare("INSERT INTO t(a, b) VALUES ($1, $2)"));
//   insert.integer(1, 7).text(2, "x");
//   TRY(insert.step());
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "kernel/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace lantoa::ledger {

// $2 is a name to SQLite, not a place: its place is where it first stands in the text. By number;
// 0 where the text has no such parameter.
using Places = std::array<int, 10>;

class Database;

class Statement {
 public:
  Statement(sqlite3_stmt* prepared, const Places& places, Database& database);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // The bytes must live until the last step().
  Statement& integer(int parameter, std::int64_t value);
  Statement& text(int parameter, std::string_view value);
  Statement& bytes(int parameter, std::string_view value);
  // Ready for another execution, with what is bound anew.
  void reset();
  // True while there is a row. Conflict when a constraint refuses it, else Unavailable.
  Result<bool> step();

  std::int64_t integer_at(int column) const;
  std::string bytes_at(int column) const;  // of a text or a blob; empty for NULL

 private:
  int place_of(int parameter) const;

  sqlite3_stmt* prepared_;
  const Places* places_;
  Database* database_;
  int bound_ = 0;
};

class Database {
 public:
  enum class Mode { Write, Read };
  enum class Checkpoint { Passive, Truncate };

  // Write makes the file with mode 600 when it is missing. Neither mode checkpoints by itself.
  // `vfs` names a file system of SQLite's; empty is the operating system's.
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Mode mode,
                                                const std::string& vfs = {});
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Makes a Write connection durable: write-ahead log, every commit synced, what is deleted is
  // zeroed. A step of its own, so that a file can be looked at before it is changed.
  enum class Sync { EveryCommit, Never };
  Result<void> start_writing(Sync sync);

  Result<Statement> prepare(std::string_view sql);  // one use of a text at a time
  Result<void> run(std::string_view sql);           // without parameters; rows are dropped

  void roll_back();  // if a transaction is open

  // As the first thing on a connection: keeps every other one out until this one is closed, and
  // reads the log afresh instead of believing the index that connections share. False when another
  // one is open.
  Result<bool> keep_others_out();

  // True when everything was copied into the database file.
  Result<bool> checkpoint(Checkpoint mode);
  // The bytes of the write-ahead log; empty when there is none.
  Result<std::string> log_bytes();
  // Whether the last failure was a want of space: then nothing that was synced before is in doubt.
  bool was_full() const;
  int wal_pages() const { return wal_pages_; }  // in the write-ahead log after the last commit
  void leave_wal_on_close();

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* prepared) const;
  };
  using Handle = std::unique_ptr<sqlite3, Close>;

  Database(const std::filesystem::path& file, Handle handle, Mode mode, bool of_the_system);
  Result<void> configure();
  Result<bool> use_wal();
  tl::unexpected<Problem> failure();

  std::filesystem::path file_;
  Mode mode_;
  bool of_the_system_;  // the file is one of the operating system's
  int wal_pages_ = 0;
  int failure_code_ = 0;
  Handle handle_;
  struct Prepared {
    std::unique_ptr<sqlite3_stmt, Finalize> statement;
    Places places{};
  };
  std::map<std::string, Prepared, std::less<>> prepared_;
};

// BEGIN IMMEDIATE … COMMIT; rolls back when it goes out of scope uncommitted.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  static Result<Transaction> begin_to_read(Database& database);  // one snapshot for all it reads
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace lantoa::ledger
