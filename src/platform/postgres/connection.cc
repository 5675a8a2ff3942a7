#include "platform/postgres/connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "platform/log/log.h"

namespace lantoa::postgres {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int server_version_min = 14'00'00;

// Durable commits and one serial order do not depend on how the server is set up, and a peer that
// died silently never keeps a lock: the server ends what waits or idles for too long, and notices
// a dead connection within some seconds.
constexpr const char* write_settings = R"sql(
  SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE;
  SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply');
  SET idle_in_transaction_session_timeout = '15s';
)sql";
constexpr const char* read_settings = R"sql(
  SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED READ ONLY;
  SET idle_in_transaction_session_timeout = '15s';
)sql";
constexpr const char* common_settings = R"sql(
  SET statement_timeout = '25s';
  SET lock_timeout = '20s';
  SET client_min_messages = 'warning';
  SET client_connection_check_interval = '2s';
  SET tcp_keepalives_idle = 5;
  SET tcp_keepalives_interval = 2;
  SET tcp_keepalives_count = 3;
  SET tcp_user_timeout = '10s';
)sql";

// Of what libpq says, the first line.
std::string trimmed(const char* message) {
  std::string text = message == nullptr ? "" : message;
  text.erase(std::min(text.find('\n'), text.size()));
  return text;
}

int remaining_ms(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  return left.count() < 0 ? 0 : static_cast<int>(left.count());
}

void hear(void* warned, const PGresult* result) {
  const char* severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  if (severity == nullptr || std::string_view(severity) != "WARNING") return;
  *static_cast<bool*>(warned) = true;
  log::warning("postgres_warned",
               {{"what", trimmed(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY))}});
}

}  // namespace

void Connection::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

Connection::Connection(Target target, Handle handle)
    : target_(std::move(target)), handle_(std::move(handle)) {}

Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const Target& target, Use use) {
  // What stands before dbname is a default that the connection string may override.
  const std::array<const char*, 10> names{"connect_timeout",      "keepalives_idle",
                                          "keepalives_interval",  "keepalives_count",
                                          "tcp_user_timeout",     "fallback_application_name",
                                          "target_session_attrs", "dbname",
                                          "client_encoding",      nullptr};
  const char* attributes = use == Use::Write ? "read-write" : "any";
  const std::array<const char*, 10> values{
      "5", "5", "2", "3", "10000", "lantoa", attributes, target.url.c_str(), "UTF8", nullptr};
  Handle handle(PQconnectdbParams(names.data(), values.data(), 1));
  if (!handle || PQstatus(handle.get()) != CONNECTION_OK) {
    return tl::unexpected(no_answer(target, trimmed(PQerrorMessage(handle.get()))));
  }
  if (PQserverVersion(handle.get()) < server_version_min) {
    return problem(Code::Unsupported,
                   {"Cần PostgreSQL 14 trở lên cho “" + target.name + "”. Hãy nâng cấp máy chủ.",
                    "“" + target.name + "” needs PostgreSQL 14 or newer. Upgrade the server."});
  }
  std::unique_ptr<Connection> connection(new Connection(target, std::move(handle)));
  PQsetNoticeReceiver(connection->handle_.get(), hear, &connection->warned_);
  PQsetnonblocking(connection->handle_.get(), 1);
  TRY(connection->script(common_settings));
  TRY(connection->script(use == Use::Write ? write_settings : read_settings));
  const char* encoding = PQparameterStatus(connection->handle_.get(), "server_encoding");
  if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
    return problem(Code::Unsupported, {"Cơ sở dữ liệu “" + target.name +
                                           "” không dùng bảng mã UTF8. Hãy tạo lại bằng "
                                           "createdb --encoding=UTF8 --template=template0.",
                                       "The database “" + target.name +
                                           "” is not in UTF8. Make it anew with createdb "
                                           "--encoding=UTF8 --template=template0."});
  }
  return connection;
}

int Connection::process_id() const { return PQbackendPID(handle_.get()); }

bool Connection::take_warning() { return std::exchange(warned_, false); }

tl::unexpected<Problem> Connection::lost(const std::string& why) {
  broken_ = true;
  return tl::unexpected(no_answer(target_, why));
}

// Only the first line of what the server says: its details may quote stored values.
tl::unexpected<Problem> Connection::failed(const pg_result* result) const {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string_view code = state == nullptr ? "" : state;
  const std::string why = trimmed(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
  if (code.starts_with("23")) {
    const char* constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
    return problem(Code::Conflict,
                   {"Dữ liệu này đã có (" + why + ").", "This is there already (" + why + ")."},
                   constraint == nullptr ? "" : constraint);
  }
  if (code.starts_with("22")) {
    return problem(Code::Invalid, {"Cơ sở dữ liệu không nhận giá trị này (" + why +
                                       "). Hãy sửa nội dung rồi gửi lại.",
                                   "The database does not take this value (" + why +
                                       "). Correct the content and send it again."});
  }
  return tl::unexpected(no_answer(target_, why + ", " + std::string(code)));
}

Result<void> Connection::wait(bool for_writing, Deadline deadline) {
  pollfd one{PQsocket(handle_.get()), POLLIN, 0};
  if (for_writing) one.events = static_cast<short>(one.events | POLLOUT);
  const int ready = ::poll(&one, 1, remaining_ms(deadline));
  if (ready == 0) return lost("no answer");
  if (ready < 0 && errno != EINTR) return lost("poll");
  if (ready > 0 && PQconsumeInput(handle_.get()) == 0) {
    return lost(trimmed(PQerrorMessage(handle_.get())));
  }
  return {};
}

Result<Rows::Handle> Connection::next(Deadline deadline) {
  while (true) {
    const int unsent = PQflush(handle_.get());
    if (unsent < 0) return lost(trimmed(PQerrorMessage(handle_.get())));
    if (PQisBusy(handle_.get()) == 0) break;
    TRY(wait(unsent > 0, deadline));
  }
  return Rows::Handle(PQgetResult(handle_.get()));
}

bool Connection::send(const Statement& statement) {
  auto known = prepared_.find(statement.sql);
  if (known == prepared_.end()) {
    const std::string name = "s" + std::to_string(prepared_.size() + 1);
    known = prepared_.emplace(statement.sql, name).first;
    preparing_.push_back(statement.sql);
    const std::string sql(statement.sql);
    if (PQsendPrepare(handle_.get(), name.c_str(), sql.c_str(), 0, nullptr) == 0) return false;
  }
  std::vector<const char*> values;
  std::vector<int> lengths;
  for (const auto& value : statement.values.all()) {
    values.push_back(value.get().data());
    lengths.push_back(static_cast<int>(value.get().size()));
  }
  const std::vector<int> formats(values.size(), 1);
  return PQsendQueryPrepared(handle_.get(), known->second.c_str(), static_cast<int>(values.size()),
                             values.data(), lengths.data(), formats.data(), 1) != 0;
}

Result<Rows> Connection::run(Statement statement) {
  std::vector<Statement> one;
  one.push_back(std::move(statement));
  TRY_ASSIGN(auto rows, run_all(one));
  return std::move(rows.front());
}

Result<std::vector<Rows>> Connection::run_all(const std::vector<Statement>& statements) {
  if (broken_) return lost("the connection was lost");
  const Deadline deadline = Clock::now() + answer_max;
  preparing_.clear();
  bool sent = PQenterPipelineMode(handle_.get()) != 0;
  for (const Statement& statement : statements) sent = sent && send(statement);
  if (!sent || PQpipelineSync(handle_.get()) == 0) {
    return lost(trimmed(PQerrorMessage(handle_.get())));
  }
  std::vector<Rows> rows;
  const auto collected = collect(statements, rows, deadline);
  if (!broken_ && PQexitPipelineMode(handle_.get()) == 0) {
    return lost(trimmed(PQerrorMessage(handle_.get())));
  }
  if (!collected) return tl::unexpected(collected.error());
  return rows;
}

// Results come in the order of what was sent, each followed by a null, until the sync.
Result<void> Connection::collect(const std::vector<Statement>& statements, std::vector<Rows>& rows,
                                 Deadline deadline) {
  std::optional<Problem> failure;
  std::size_t preparing = 0;
  for (std::size_t i = 0; i < statements.size();) {
    TRY_ASSIGN(auto result, next(deadline));
    if (!result) return lost(trimmed(PQerrorMessage(handle_.get())));
    const bool preparation =
        preparing < preparing_.size() && preparing_[preparing] == statements[i].sql;
    const ExecStatusType status = PQresultStatus(result.get());
    const bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!good && !failure) failure = failed(result.get()).value();
    if (preparation) {
      if (!good) prepared_.erase(preparing_[preparing]);
      ++preparing;
    } else {
      rows.emplace_back(std::move(result));
      ++i;
    }
    TRY_ASSIGN(const auto end, next(deadline));
    if (end) return lost(trimmed(PQerrorMessage(handle_.get())));
  }
  TRY_ASSIGN(const auto sync, next(deadline));
  if (!sync || PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) {
    return lost(trimmed(PQerrorMessage(handle_.get())));
  }
  if (PQstatus(handle_.get()) != CONNECTION_OK) broken_ = true;
  if (failure) return tl::unexpected(*std::move(failure));
  return {};
}

Result<void> Connection::script(const std::string& sql) {
  if (broken_) return lost("the connection was lost");
  const Deadline deadline = Clock::now() + answer_max;
  if (PQsendQuery(handle_.get(), sql.c_str()) == 0) {
    return lost(trimmed(PQerrorMessage(handle_.get())));
  }
  std::optional<Problem> failure;
  while (true) {
    TRY_ASSIGN(const auto result, next(deadline));
    if (!result) break;
    const ExecStatusType status = PQresultStatus(result.get());
    const bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!good && !failure) failure = failed(result.get()).value();
  }
  if (PQstatus(handle_.get()) != CONNECTION_OK) broken_ = true;
  if (failure) return tl::unexpected(*std::move(failure));
  return {};
}

Result<bool> Connection::wait_for_notice(std::chrono::milliseconds longest, int own) {
  struct Free {
    void operator()(PGnotify* notice) const { PQfreemem(notice); }
  };
  const Deadline deadline = Clock::now() + longest;
  while (true) {
    bool others = false;
    while (const auto notice = std::unique_ptr<PGnotify, Free>(PQnotifies(handle_.get()))) {
      others = others || notice->be_pid != own;
    }
    if (others) return true;
    pollfd one{PQsocket(handle_.get()), POLLIN, 0};
    const int ready = ::poll(&one, 1, remaining_ms(deadline));
    if (ready == 0) return false;
    if (ready < 0 && errno != EINTR) return lost("poll");
    if (ready > 0 && PQconsumeInput(handle_.get()) == 0) {
      return lost(trimmed(PQerrorMessage(handle_.get())));
    }
  }
}

}  // namespace lantoa::postgres
