#include "platform/ledger/sqlite/ledger_file.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "platform/ledger/fact.h"

namespace lantoa::ledger {
namespace {

constexpr std::int64_t schema_version = 1;

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

tl::unexpected<Problem> not_a_ledger(const std::filesystem::path& file) {
  return problem(
      Code::Invalid,
      {"Tệp “" + file.string() + "” không phải là sổ cái của Lan Tỏa. Hãy chọn tệp khác.",
       "The file “" + file.string() + "” is not a Lan Tỏa ledger. Name another file."});
}

tl::unexpected<Problem> somebody_reads(const std::filesystem::path& file) {
  return problem(Code::Unavailable,
                 {"Chưa ghi tiếp được vào “" + file.string() +
                      "” vì một chương trình khác đang đọc. Hãy đợi nó đọc xong.",
                  "Writing “" + file.string() +
                      "” cannot go on while another program reads it. Let it finish."});
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

// The version of a file that this program may write; 0 when it is empty.
Result<std::int64_t> writable_version(Database& database, const std::filesystem::path& file) {
  TRY_ASSIGN(const auto version, read_schema_version(database, file));
  if (version <= schema_version) return version;
  const std::string number = std::to_string(version);
  return problem(Code::Unsupported,
                 {"Sổ cái “" + file.string() + "” do phiên bản mới hơn tạo (cấu trúc " + number +
                      "). Hãy nâng cấp chương trình.",
                  "The ledger “" + file.string() + "” was made by a newer version (schema " +
                      number + "). Upgrade the program."},
                 std::string(wrong_ledger));
}

Result<void> make_schema(Database& database) {
  TRY_ASSIGN(auto transaction, Transaction::begin(database));
  TRY(database.run(schema));
  return transaction.commit();
}

}  // namespace

Result<Descriptor> take_lock(const std::filesystem::path& file) {
  const std::filesystem::path path = file.string() + ".lock";
  Descriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!lock) return file_problem({"Mở tệp khóa ghi", "Opening the lock file"}, path);
  if (::flock(lock.number(), LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return file_problem({"Khóa tệp", "Locking the file"}, path);
  return problem(
      Code::Unavailable,
      {"Một tiến trình khác đang ghi sổ cái “" + file.string() + "” (giữ tệp khóa “" +
           path.string() + "”). Hãy dừng tiến trình đó rồi chạy lại.",
       "Another process is writing the ledger “" + file.string() + "” (it holds the lock file “" +
           path.string() + "”). Stop it, then start again."});
}

Result<std::unique_ptr<Database>> open_reader(const LedgerFile& file) {
  TRY_ASSIGN(auto reader, Database::open(file.path, Database::Mode::Read, file.vfs));
  TRY_ASSIGN(const auto version, read_schema_version(*reader, file.path));
  if (version == 0) return not_a_ledger(file.path);
  return reader;
}

Result<std::unique_ptr<Database>> open_writer(const LedgerFile& file, Database::Sync sync) {
  TRY_ASSIGN(auto writer, Database::open(file.path, Database::Mode::Write, file.vfs));
  TRY_ASSIGN(const auto version, writable_version(*writer, file.path));
  TRY(writer->start_writing(sync));
  if (version == 0) TRY(make_schema(*writer));
  // SQLite syncs the folder when it has made the log, but drops the error.
  if (file.vfs.empty()) {
    TRY(sync_folder(file.path.has_parent_path() ? file.path.parent_path() : "."));
  }
  return writer;
}

Result<void> settle_log(const LedgerFile& file) {
  TRY_ASSIGN(auto alone, Database::open(file.path, Database::Mode::Write, file.vfs));
  alone->leave_wal_on_close();
  TRY_ASSIGN(const bool is_alone, alone->keep_others_out());
  if (!is_alone) return somebody_reads(file.path);
  TRY(writable_version(*alone, file.path));
  TRY_ASSIGN(const auto bytes, alone->log_bytes());
  if (bytes.empty()) return {};
  return file.replace(file.path.string() + "-wal", bytes);
}

}  // namespace lantoa::ledger
