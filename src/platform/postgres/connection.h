// Connection: thin RAII over libpq. Statements are prepared once, go out together in one round trip
// and never wait longer than a limit; a failure is a Problem that says which database and why, and
// never holds a password. Used by one thread at a time.
//
//   TRY_ASSIGN(const auto rows, connection.run({"SELECT value FROM answers WHERE key = $1",
//                                               Values().bytes(key)}));
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "platform/postgres/target.h"
#include "platform/postgres/values.h"

extern "C" {
struct pg_conn;
}

namespace lantoa::postgres {

struct Statement {
  std::string_view sql;  // a literal: it names the prepared statement
  Values values = {};
};

// Which server of several hosts is meant, and what may be done there.
enum class Use { Write, Read };

class Connection {
 public:
  // Whatever the server is asked may take so long; then the connection is given up.
  static constexpr std::chrono::milliseconds answer_max{30'000};

  static Result<std::unique_ptr<Connection>> open(const Target& target, Use use);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Conflict when a constraint refuses it (`field` is the constraint's name), Invalid when a value
  // cannot be stored, else Unavailable.
  Result<Rows> run(Statement statement);
  // All in one round trip; the first failure ends the others, and is returned.
  Result<std::vector<Rows>> run_all(const std::vector<Statement>& statements);
  // Several statements without parameters or rows, in one transaction of their own.
  Result<void> script(const std::string& sql);

  // Waits until somebody notified a channel that this connection listens to, or so long; true when
  // it was somebody else than the connection with the process id `own`.
  Result<bool> wait_for_notice(std::chrono::milliseconds longest, int own);

  bool is_broken() const { return broken_; }
  int process_id() const;  // of the server's process for this connection
  // The server has warned since the last call. After a COMMIT: it is not known to be replicated.
  bool take_warning();

 private:
  struct Finish {
    void operator()(pg_conn* connection) const;
  };
  using Handle = std::unique_ptr<pg_conn, Finish>;
  using Deadline = std::chrono::steady_clock::time_point;

  Connection(Target target, Handle handle);
  bool send(const Statement& statement);
  Result<void> collect(const std::vector<Statement>& statements, std::vector<Rows>& rows,
                       Deadline deadline);
  // The next result; null at the end of a statement's results.
  Result<Rows::Handle> next(Deadline deadline);
  Result<void> wait(bool for_writing, Deadline deadline);
  tl::unexpected<Problem> failed(const pg_result* result) const;
  tl::unexpected<Problem> lost(const std::string& why);

  Target target_;
  Handle handle_;
  bool broken_ = false;
  bool warned_ = false;
  std::map<std::string_view, std::string> prepared_;  // text to name, once the server knows it
  std::vector<std::string_view> preparing_;           // sent and not yet answered
};

}  // namespace lantoa::postgres
