#include "platform/ledger/sqlite/snapshot.h"

#include <fcntl.h>

#include "platform/ledger/fact.h"
#include "platform/ledger/file.h"
#include "platform/ledger/sqlite/database.h"

namespace lantoa::ledger {

Result<void> copy_sqlite_ledger(const std::filesystem::path& from,
                                const std::filesystem::path& to) {
  TRY_ASSIGN(const auto reader, Database::open(from, Database::Mode::Read));
  // Made first, because SQLite would make it readable by others; an empty file may be copied into.
  const Descriptor made(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!made) return file_problem({"Tạo tệp", "Making the file"}, to);
  // The file itself is open for reading only; what this allows is writing the copy.
  TRY(reader->run("PRAGMA query_only=OFF"));
  TRY_ASSIGN(auto copy, reader->prepare("VACUUM INTO $1"));
  const std::string name = to.string();
  TRY(copy.text(1, name).step());
  return {};
}

Result<SqliteCounts> count_sqlite_ledger(const std::filesystem::path& file) {
  TRY_ASSIGN(const auto reader, Database::open(file, Database::Mode::Read));
  TRY_ASSIGN(auto check, reader->prepare("PRAGMA integrity_check(1)"));
  TRY(check.step());
  if (const std::string said = check.bytes_at(0); said != "ok") {
    return problem(
        Code::Unavailable,
        {"Tệp “" + file.string() + "” đã hỏng (" + said + "). Hãy dùng bản sao lưu khác.",
         "The file “" + file.string() + "” is damaged (" + said + "). Use another backup."},
        std::string(wrong_ledger));
  }
  TRY_ASSIGN(auto count, reader->prepare("SELECT (SELECT count(*) FROM facts), "
                                         "(SELECT count(*) FROM vault)"));
  TRY(count.step());
  return SqliteCounts{static_cast<std::uint64_t>(count.integer_at(0)),
                      static_cast<std::uint64_t>(count.integer_at(1))};
}

Result<std::vector<std::string>> erased_in_sqlite_ledger(const std::filesystem::path& file) {
  TRY_ASSIGN(const auto reader, Database::open(file, Database::Mode::Read));
  TRY_ASSIGN(auto select,
             reader->prepare("SELECT id FROM vault WHERE length(wrapped_key) = 0 ORDER BY id"));
  std::vector<std::string> out;
  while (true) {
    TRY_ASSIGN(const bool found, select.step());
    if (!found) return out;
    out.push_back(select.bytes_at(0));
  }
}

}  // namespace lantoa::ledger
