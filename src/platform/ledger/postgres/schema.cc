#include "platform/ledger/postgres/schema.h"

#include <string>

namespace lantoa::ledger {
namespace {

constexpr std::int64_t schema_version = 1;

// Texts of the facts are what the chain covers and are kept as text, for psql to read; keys and
// answers of commands may be any bytes.
constexpr const char* tables = R"sql(
  CREATE TABLE facts (
    seq bigint PRIMARY KEY, at bigint NOT NULL, actor text NOT NULL, kind text NOT NULL,
    subject text NOT NULL, body text NOT NULL, chain bytea NOT NULL);
  CREATE TABLE answers (key bytea PRIMARY KEY, value bytea NOT NULL, at bigint NOT NULL);
  CREATE INDEX answers_at ON answers (at);
  CREATE TABLE vault (
    id text COLLATE "C" PRIMARY KEY, blind text COLLATE "C" UNIQUE, wrapped_key bytea NOT NULL,
    sealed bytea NOT NULL);
  CREATE TABLE blobs (address text COLLATE "C" PRIMARY KEY, bytes bytea NOT NULL);
  CREATE TABLE lease (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), holder text NOT NULL, number bigint NOT NULL,
    until timestamptz NOT NULL);
  INSERT INTO lease (holder, number, until) VALUES ('', 0, '-infinity');
  CREATE TABLE meta (name text PRIMARY KEY, value bigint NOT NULL);
  INSERT INTO meta (name, value) VALUES ('schema', 1), ('opened', 0);
)sql";

}  // namespace

Result<Found> look_at(postgres::Connection& connection, const postgres::Target& target) {
  TRY_ASSIGN(const auto names,
             connection.run({"SELECT to_regclass('facts') IS NOT NULL, "
                             "to_regclass('meta') IS NOT NULL, "
                             "hashtextextended(current_schema()::text, 7810208041200261)"}));
  Found found;
  found.number = names.integer(0, 2);
  const bool has_facts = names.integer(0, 0) != 0;
  const bool has_meta = names.integer(0, 1) != 0;
  if (!has_facts && !has_meta) return found;
  const auto not_ours = [&] {
    return problem(Code::Invalid, {"Cơ sở dữ liệu “" + target.name +
                                       "” có bảng khác mang tên facts hoặc meta. Hãy dùng cơ sở dữ "
                                       "liệu riêng cho Lan Tỏa.",
                                   "The database “" + target.name +
                                       "” holds other tables named facts or meta. Give Lan Tỏa a "
                                       "database of its own."});
  };
  if (!has_facts || !has_meta) return not_ours();
  TRY_ASSIGN(const auto meta,
             connection.run({"SELECT coalesce(max(value) FILTER (WHERE name = 'schema'), 0), "
                             "count(*) FILTER (WHERE name = 'filling') FROM meta"}));
  if (meta.integer(0, 0) == 0) return not_ours();
  if (meta.integer(0, 0) > schema_version) {
    const std::string version = std::to_string(meta.integer(0, 0));
    return problem(Code::Unsupported,
                   {"Sổ cái “" + target.name + "” do phiên bản mới hơn tạo (cấu trúc " + version +
                        "). Hãy nâng cấp chương trình.",
                    "The ledger “" + target.name + "” was made by a newer version (schema " +
                        version + "). Upgrade the program."});
  }
  found.has_tables = true;
  found.is_unfilled = meta.integer(0, 1) != 0;
  if (!found.is_unfilled) return found;
  TRY_ASSIGN(const auto free,
             connection.run({"SELECT pg_try_advisory_xact_lock_shared("
                             "hashtextextended(current_schema()::text, 7810208041200263))"}));
  found.is_being_filled = free.integer(0, 0) == 0;
  return found;
}

Result<bool> make_tables(postgres::Connection& connection, bool filling) {
  TRY(connection.script("BEGIN"));
  // A number of our own, the same for every database: it only orders nodes that start at once.
  TRY(connection.run({"SELECT pg_advisory_xact_lock(7810208041200261)"}));
  // Asked of the catalogue itself: by its name a table that was made while this waited is not
  // found.
  TRY_ASSIGN(const auto there,
             connection.run({"SELECT EXISTS (SELECT FROM pg_class WHERE relname = 'facts' AND "
                             "relnamespace = current_schema()::text::regnamespace)"}));
  const bool makes = there.integer(0, 0) == 0;
  if (makes) {
    TRY(connection.script(tables));
    if (filling) {
      TRY(connection.run({"INSERT INTO meta (name, value) VALUES ('filling', 1)"}));
      TRY(begin_filling(connection));
    }
  }
  TRY(connection.script("COMMIT"));
  return makes;
}

// Of the session, not of the transaction: it ends with the connection, however that ends.
Result<void> begin_filling(postgres::Connection& connection) {
  TRY(
      connection.run({"SELECT pg_advisory_lock("
                      "hashtextextended(current_schema()::text, 7810208041200263))"}));
  return {};
}

tl::unexpected<Problem> is_not_filled(const postgres::Target& target, const Found& found) {
  if (found.is_being_filled) {
    return problem(Code::Conflict, {"Một tiến trình khác đang sao chép sổ cái vào “" + target.name +
                                        "”. Hãy đợi nó xong rồi thử lại.",
                                    "Another process is copying a ledger into “" + target.name +
                                        "” right now. Wait until it is done, then try again."});
  }
  return problem(Code::Invalid,
                 {"Việc sao chép sổ cái vào “" + target.name +
                      "” đã bị ngắt giữa chừng. Hãy xóa cơ sở dữ liệu này (dropdb), tạo lại "
                      "(createdb) rồi sao chép lại.",
                  "Copying a ledger into “" + target.name +
                      "” was cut short. Drop this database (dropdb), make it anew (createdb) and "
                      "copy again."});
}

}  // namespace lantoa::ledger
