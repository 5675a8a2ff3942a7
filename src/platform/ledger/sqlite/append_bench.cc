// Durable receipts: the engine with its chain over the SQLite store, beside raw SQLite inserting
// rows of the same size with the same batch and synchronous=FULL. At the end of each run the chain
// is verified, and what it holds and what was folded is as much as was acknowledged.
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <boost/describe.hpp>
#include <cstdlib>
#include <filesystem>

#include "kernel/codec.h"
#include "platform/ledger/engine.h"
#include "platform/ledger/sqlite/sqlite_store.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger {
namespace {

struct Receipt {
  static constexpr std::string_view kind = "bench.receipt";
  std::uint32_t item = 1;
  std::string channel = "Portal";
  NumberSet persons;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (item, channel, persons))

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "lantoa-bench-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

class StandingClock : public Clock {
 public:
  Instant now() override { return {1'620'000'000'000}; }
};

void engine_receipts(benchmark::State& bench) {
  const Folder folder;
  auto store = *open_sqlite_store(folder / "ledger.sqlite3", Access::ReadWrite);
  Vault vault(*store, MasterKey{});
  StandingClock clock;
  Folds folds;
  std::uint64_t folded = 0;
  folds.on<Receipt>([&](const Receipt&, const Stamp&) { ++folded; });
  Engine engine(*store, vault, clock, folds);
  std::uint32_t person = 0;
  std::uint64_t acknowledged = 0;
  for (auto _ : bench) {
    std::vector<Command> commands;
    for (std::int64_t i = 0; i < bench.range(0); ++i) {
      Command command;
      command.actor = "person/" + std::to_string(++person);
      command.commutes = true;
      command.decide = [person](const Moment&) -> Result<Decision> {
        return Decision{}.add("item/1", Receipt{.persons = NumberSet{{person}}});
      };
      commands.push_back(std::move(command));
    }
    for (const auto& done : engine.execute_all(std::move(commands))) {
      if (!done) bench.SkipWithError(done.error().text.en.c_str());
      if (done) ++acknowledged;
    }
  }
  const auto verified = verify(*store, {}, [](std::uint64_t) {});
  if (!verified) {
    bench.SkipWithError(verified.error().text.en.c_str());
  } else if (acknowledged != person || folded != acknowledged || verified->facts != acknowledged) {
    bench.SkipWithError("facts in the chain, facts folded and commands acknowledged differ");
  }
  bench.SetItemsProcessed(static_cast<std::int64_t>(acknowledged));
  bench.counters["facts"] = static_cast<double>(verified ? verified->facts : 0);
  bench.counters["acknowledged"] = static_cast<double>(acknowledged);
}
BENCHMARK(engine_receipts)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime();

void raw_sqlite_receipts(benchmark::State& bench) {
  const Folder folder;
  sqlite3* database = nullptr;
  sqlite3_open((folder / "raw.sqlite3").c_str(), &database);
  sqlite3_exec(database,
               "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
               "CREATE TABLE facts(seq INTEGER PRIMARY KEY, at INTEGER, actor TEXT, kind TEXT, "
               "subject TEXT, body TEXT, chain BLOB) STRICT;",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO facts VALUES(?,?,?,?,?,?,?)", -1, &insert, nullptr);
  const std::string chain(32, 'x');
  std::uint32_t person = 0;
  for (auto _ : bench) {
    sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr);
    for (std::int64_t i = 0; i < bench.range(0); ++i) {
      const std::string actor = "person/" + std::to_string(++person);
      const std::string body = encode(Receipt{.persons = NumberSet{{person}}});
      sqlite3_bind_int64(insert, 1, person);
      sqlite3_bind_int64(insert, 2, 1'620'000'000'000);
      sqlite3_bind_text(insert, 3, actor.data(), static_cast<int>(actor.size()), SQLITE_STATIC);
      sqlite3_bind_text(insert, 4, "bench.receipt", -1, SQLITE_STATIC);
      sqlite3_bind_text(insert, 5, "item/1", -1, SQLITE_STATIC);
      sqlite3_bind_text(insert, 6, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
      sqlite3_bind_blob(insert, 7, chain.data(), static_cast<int>(chain.size()), SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) bench.SkipWithError(sqlite3_errmsg(database));
      sqlite3_reset(insert);
    }
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  }
  bench.SetItemsProcessed(person);
  sqlite3_finalize(insert);
  sqlite3_stmt* count = nullptr;
  sqlite3_prepare_v2(database, "SELECT count(*) FROM facts", -1, &count, nullptr);
  if (sqlite3_step(count) != SQLITE_ROW || sqlite3_column_int64(count, 0) != person) {
    bench.SkipWithError("rows are missing");
  }
  sqlite3_finalize(count);
  sqlite3_close(database);
}
BENCHMARK(raw_sqlite_receipts)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime();

}  // namespace
}  // namespace lantoa::ledger

BENCHMARK_MAIN();
