#include "platform/ledger/sqlite/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "kernel/assert.h"
#include "platform/crypto/crypto.h"
#include "platform/ledger/fact.h"
#include "platform/ledger/file.h"

namespace lantoa::ledger {
namespace {

constexpr int busy_wait_ms = 5000;

Text sentence(int code, const std::string& name, const std::string& why) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {"Ổ đĩa chứa “" + name + "” đã đầy. Hãy giải phóng dung lượng rồi khởi động lại.",
              "The disk that holds “" + name + "” is full. Free some space, then start again."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"Tệp “" + name + "” đã hỏng (" + why + "). Hãy khôi phục từ bản sao lưu.",
              "The file “" + name + "” is damaged (" + why + "). Restore it from a backup."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"Tệp “" + name + "” đang bị chương trình khác giữ. Hãy đóng chương trình đó.",
              "Another program holds the file “" + name + "”. Close that program."};
    default:
      return {"Cơ sở dữ liệu “" + name + "” báo lỗi (" + why +
                  "). Hãy kiểm tra ổ đĩa và quyền truy cập.",
              "The database “" + name + "” failed (" + why + "). Check the disk and permissions."};
  }
}

tl::unexpected<Problem> sqlite_problem(sqlite3* database, const std::filesystem::path& file) {
  const int code = sqlite3_extended_errcode(database);
  const std::string why = sqlite3_errmsg(database);
  if ((code & 0xff) == SQLITE_CONSTRAINT) {
    return problem(Code::Conflict,
                   {"Dữ liệu này đã có (" + why + ").", "This is there already (" + why + ")."});
  }
  const bool damaged = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
  return problem(Code::Unavailable, sentence(code, file.string(), why),
                 damaged ? std::string(wrong_ledger) : std::string());
}

int remember_wal_pages(void* pages, sqlite3*, const char*, int count) {
  *static_cast<int*>(pages) = count;
  return SQLITE_OK;
}

// A ledger that was closed well on a disk that nobody can write: SQLite would want to make its
// shared index there, and need not, since nothing can change. Whoever has it open through another
// mount and writes it keeps a log with content or the shared index beside it, so an empty log alone
// was left behind (by a copy or a cut).
bool is_immutable(const std::filesystem::path& file) {
  struct statvfs disk{};
  if (::statvfs(file.c_str(), &disk) != 0 || (disk.f_flag & ST_RDONLY) == 0) return false;
  using std::filesystem::file_type;
  std::error_code error;
  const auto type_of = [&](const char* ending) {
    return std::filesystem::symlink_status(file.string() + ending, error).type();
  };
  const file_type log = type_of("-wal");
  if (log == file_type::not_found) return true;
  return log == file_type::regular && type_of("-shm") == file_type::not_found &&
         std::filesystem::file_size(file.string() + "-wal", error) == 0;
}

std::string immutable_uri(const std::filesystem::path& file) {
  std::string out = "file:";
  for (const char c : file.string()) {
    if (c == '%' || c == '?' || c == '#') {
      out += '%';
      out += crypto::hex(std::string_view(&c, 1));
    } else {
      out += c;
    }
  }
  return out + "?immutable=1";
}

}  // namespace

Statement::Statement(sqlite3_stmt* prepared, const Places& places, Database& database)
    : prepared_(prepared), places_(&places), database_(&database) {
  ASSERT(sqlite3_stmt_busy(prepared) == 0);
}

Statement::Statement(Statement&& other) noexcept
    : prepared_(std::exchange(other.prepared_, nullptr)),
      places_(other.places_),
      database_(other.database_),
      bound_(other.bound_) {}

Statement::~Statement() {
  if (prepared_ == nullptr) return;
  sqlite3_reset(prepared_);
  sqlite3_clear_bindings(prepared_);
}

int Statement::place_of(int parameter) const {
  const int place = places_->at(static_cast<std::size_t>(parameter));
  ASSERT(place > 0);
  return place;
}

Statement& Statement::integer(int parameter, std::int64_t value) {
  const int code = sqlite3_bind_int64(prepared_, place_of(parameter), value);
  if (bound_ == SQLITE_OK) bound_ = code;
  return *this;
}

Statement& Statement::text(int parameter, std::string_view value) {
  // A null pointer would be stored as NULL, and an empty view may hold one.
  const char* start = value.empty() ? "" : value.data();
  const int code = sqlite3_bind_text64(prepared_, place_of(parameter), start, value.size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
  if (bound_ == SQLITE_OK) bound_ = code;
  return *this;
}

Statement& Statement::bytes(int parameter, std::string_view value) {
  const char* start = value.empty() ? "" : value.data();
  const int code =
      sqlite3_bind_blob64(prepared_, place_of(parameter), start, value.size(), SQLITE_STATIC);
  if (bound_ == SQLITE_OK) bound_ = code;
  return *this;
}

void Statement::reset() { sqlite3_reset(prepared_); }

Result<bool> Statement::step() {
  if (bound_ == SQLITE_OK) {
    const int code = sqlite3_step(prepared_);
    if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW;
  }
  return database_->failure();
}

std::int64_t Statement::integer_at(int column) const {
  return sqlite3_column_int64(prepared_, column);
}

std::string Statement::bytes_at(int column) const {
  const void* start = sqlite3_column_blob(prepared_, column);
  const int size = sqlite3_column_bytes(prepared_, column);
  if (start == nullptr) return {};
  return {static_cast<const char*>(start), static_cast<std::size_t>(size)};
}

void Database::Close::operator()(sqlite3* database) const {
  const int code = sqlite3_close(database);
  ASSERT(code == SQLITE_OK);  // else a statement outlived its connection
}

void Database::Finalize::operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }

Database::Database(const std::filesystem::path& file, Handle handle, Mode mode, bool of_the_system)
    : file_(file), mode_(mode), of_the_system_(of_the_system), handle_(std::move(handle)) {}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Mode mode,
                                                 const std::string& vfs) {
  int flags = mode == Mode::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (mode == Mode::Write && !vfs.empty()) flags |= SQLITE_OPEN_CREATE;
  if (mode == Mode::Write && vfs.empty()) {
    // Made before SQLite opens it, because SQLite gives its log files the mode of the database.
    // Never opened when it exists: closing a descriptor would drop the locks that this process
    // holds on it.
    const Descriptor created(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!created && errno != EEXIST) return file_problem({"Tạo tệp", "Making the file"}, file);
  }
  std::string name = file.string();
  if (mode == Mode::Read && vfs.empty() && is_immutable(file)) {
    name = immutable_uri(file);
    flags |= SQLITE_OPEN_URI;
  }
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                      vfs.empty() ? nullptr : vfs.c_str());
  Handle handle(raw);
  if (code != SQLITE_OK) return sqlite_problem(raw, file);
  std::unique_ptr<Database> database(new Database(file, std::move(handle), mode, vfs.empty()));
  TRY(database->configure());
  return database;
}

Result<void> Database::configure() {
  sqlite3* const raw = handle_.get();
  sqlite3_busy_timeout(raw, busy_wait_ms);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // Checkpoints are made by name (the automatic ones drop their errors), and by the writer only.
  sqlite3_wal_autocheckpoint(raw, 0);
  TRY(run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON"));
  if (mode_ == Mode::Write) return {};
  leave_wal_on_close();
  TRY(run("PRAGMA query_only=ON"));
  ASSERT(sqlite3_db_readonly(raw, "main") == 1);
  return {};
}

Result<bool> Database::use_wal() {
  TRY_ASSIGN(auto journal, prepare("PRAGMA journal_mode=WAL"));
  TRY_ASSIGN(const bool answered, journal.step());
  return answered && journal.bytes_at(0) == "wal";
}

Result<void> Database::start_writing(Sync sync) {
  ASSERT(mode_ == Mode::Write);
  if (of_the_system_ && ::chmod(file_.c_str(), 0600) != 0) {
    return file_problem({"Đặt quyền cho tệp", "Setting the mode of the file"}, file_);
  }
  TRY_ASSIGN(const bool logged, use_wal());
  if (!logged) {
    return problem(Code::Unavailable, {"Nơi chứa “" + file_.string() +
                                           "” không dùng được nhật ký ghi trước (WAL). Hãy "
                                           "đặt tệp trên ổ đĩa của chính máy này.",
                                       "The place of “" + file_.string() +
                                           "” does not allow a write-ahead log. Put the "
                                           "file on a disk of this machine."});
  }
  sqlite3_wal_hook(handle_.get(), remember_wal_pages, &wal_pages_);
  TRY(run("PRAGMA secure_delete=ON"));
  return run(sync == Sync::EveryCommit ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
}

Result<Statement> Database::prepare(std::string_view sql) {
  auto found = prepared_.find(sql);
  if (found == prepared_.end()) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) return failure();
    found = prepared_.emplace(std::string(sql), Prepared{}).first;
    Prepared& fresh = found->second;
    fresh.statement.reset(raw);
    for (std::size_t number = 1; number < fresh.places.size(); ++number) {
      const std::string name = "$" + std::to_string(number);
      fresh.places[number] = sqlite3_bind_parameter_index(raw, name.c_str());
    }
  }
  return Statement(found->second.statement.get(), found->second.places, *this);
}

Result<void> Database::run(std::string_view sql) {
  const std::string terminated(sql);
  if (sqlite3_exec(handle_.get(), terminated.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return failure();
  }
  return {};
}

void Database::roll_back() {
  // After some failures SQLite has done so already, and would call that a failure of its own.
  if (sqlite3_get_autocommit(handle_.get()) == 0) static_cast<void>(run("ROLLBACK"));
}

Result<bool> Database::keep_others_out() {
  sqlite3_busy_timeout(handle_.get(), 0);  // whoever asks asks again
  TRY(run("PRAGMA locking_mode=EXCLUSIVE"));
  const auto read = run("SELECT count(*) FROM sqlite_master");
  if (!read && sqlite3_errcode(handle_.get()) == SQLITE_BUSY) return false;
  TRY(read);
  return true;
}

Result<bool> Database::checkpoint(Checkpoint mode) {
  ASSERT(mode_ == Mode::Write);
  const int how =
      mode == Checkpoint::Passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE;
  int in_log = 0;
  int copied = 0;
  // Never waits for readers, which may be a backup's: appends would wait with it.
  sqlite3_busy_timeout(handle_.get(), 0);
  const int code = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, how, &in_log, &copied);
  sqlite3_busy_timeout(handle_.get(), busy_wait_ms);
  if (code == SQLITE_BUSY) return false;
  if (code != SQLITE_OK) return failure();
  return in_log == copied;
}

Result<std::string> Database::log_bytes() {
  TRY(run("SELECT count(*) FROM sqlite_master"));  // opens the log
  sqlite3_file* log = nullptr;
  sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  std::string bytes;
  if (log == nullptr || log->pMethods == nullptr) return bytes;
  sqlite3_int64 size = 0;
  int code = log->pMethods->xFileSize(log, &size);
  bytes.resize(code == SQLITE_OK ? static_cast<std::size_t>(size) : 0);
  constexpr sqlite3_int64 piece = 1024 * 1024;
  for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += piece) {
    const auto length = static_cast<int>(std::min(piece, size - at));
    code = log->pMethods->xRead(log, bytes.data() + at, length, at);
  }
  if (code == SQLITE_OK) return bytes;
  return problem(Code::Unavailable, sentence(code, file_.string() + "-wal", sqlite3_errstr(code)));
}

bool Database::was_full() const { return (failure_code_ & 0xff) == SQLITE_FULL; }

tl::unexpected<Problem> Database::failure() {
  const int code = sqlite3_extended_errcode(handle_.get());
  if ((code & 0xff) != SQLITE_CONSTRAINT) failure_code_ = code;
  return sqlite_problem(handle_.get(), file_);
}

void Database::leave_wal_on_close() {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Result<Transaction> Transaction::begin(Database& database) {
  TRY(database.run("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Result<Transaction> Transaction::begin_to_read(Database& database) {
  TRY(database.run("BEGIN"));
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) database_->roll_back();
}

Result<void> Transaction::commit() {
  TRY(database_->run("COMMIT"));
  database_ = nullptr;
  return {};
}

}  // namespace lantoa::ledger
