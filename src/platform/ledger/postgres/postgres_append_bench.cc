// Durable receipts on PostgreSQL: the engine with its turns and its chain, beside raw PostgreSQL
// given rows of the same size in the same batch, each row an INSERT (pipelined), or all in one. The
// server is a private one with fsync on. At the end of each run the chain is verified, and what it
// holds and what was folded is as much as was acknowledged.
#include <benchmark/benchmark.h>

#include <boost/describe.hpp>

#include "kernel/codec.h"
#include "platform/ledger/engine.h"
#include "platform/ledger/postgres/postgres_store.h"
#include "platform/ledger/verify.h"
#include "platform/postgres/testing_server.h"

namespace lantoa::ledger {
namespace {

using postgres::Connection;
using postgres::Statement;
using postgres::test_server;
using postgres::Values;

struct Receipt {
  static constexpr std::string_view kind = "bench.receipt";
  std::uint32_t item = 1;
  std::string channel = "Portal";
  NumberSet persons;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (item, channel, persons))

class StandingClock : public Clock {
 public:
  Instant now() override { return {1'620'000'000'000}; }
};

void engine_receipts_postgres(benchmark::State& bench) {
  auto store =
      *open_postgres_store(test_server().target(test_server().make_schema()), Access::ReadWrite);
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
BENCHMARK(engine_receipts_postgres)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime();

struct Rows {
  std::vector<std::int64_t> seqs, times;
  std::vector<std::string> actors, bodies;
};

Rows rows_after(std::uint32_t person, std::int64_t count) {
  Rows rows;
  for (std::int64_t i = 0; i < count; ++i) {
    ++person;
    rows.seqs.push_back(person);
    rows.times.push_back(1'620'000'000'000);
    rows.actors.push_back("person/" + std::to_string(person));
    rows.bodies.push_back(encode(Receipt{.persons = NumberSet{{person}}}));
  }
  return rows;
}

void raw_postgres(benchmark::State& bench,
                  void (*insert)(const Rows& rows, std::vector<Statement>& into)) {
  const auto target = test_server().target(test_server().make_schema());
  const auto connection = *Connection::open(target, postgres::Use::Write);
  if (!connection->script("CREATE TABLE facts(seq bigint PRIMARY KEY, at bigint, actor text, "
                          "kind text, subject text, body text, chain bytea)")) {
    bench.SkipWithError("no table");
  }
  std::uint32_t person = 0;
  for (auto _ : bench) {
    const Rows rows = rows_after(person, bench.range(0));
    person += static_cast<std::uint32_t>(bench.range(0));
    std::vector<Statement> statements{{"BEGIN"}};
    insert(rows, statements);
    statements.push_back({"COMMIT"});
    if (!connection->run_all(statements)) bench.SkipWithError("not inserted");
  }
  bench.SetItemsProcessed(person);
  const auto count = connection->run({"SELECT count(*) FROM facts"});
  if (!count || count->integer(0, 0) != person) bench.SkipWithError("rows are missing");
}

const std::string chain(32, 'x');

void raw_postgres_each(benchmark::State& bench) {
  raw_postgres(bench, [](const Rows& rows, std::vector<Statement>& into) {
    for (std::size_t i = 0; i < rows.seqs.size(); ++i) {
      Values values;
      values.integer(rows.seqs[i]).integer(rows.times[i]).text(rows.actors[i]);
      values.text("bench.receipt").text("item/1").text(rows.bodies[i]).bytes(chain);
      into.push_back({"INSERT INTO facts VALUES($1, $2, $3, $4, $5, $6, $7)", std::move(values)});
    }
  });
}
BENCHMARK(raw_postgres_each)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime();

void raw_postgres_at_once(benchmark::State& bench) {
  raw_postgres(bench, [](const Rows& rows, std::vector<Statement>& into) {
    const std::size_t count = rows.seqs.size();
    Values values;
    values.integers(rows.seqs).integers(rows.times);
    values.texts({rows.actors.begin(), rows.actors.end()});
    values.texts(std::vector<std::string_view>(count, "bench.receipt"));
    values.texts(std::vector<std::string_view>(count, "item/1"));
    values.texts({rows.bodies.begin(), rows.bodies.end()});
    values.byte_strings(std::vector<std::string_view>(count, chain));
    into.push_back(
        {"INSERT INTO facts SELECT * FROM unnest($1::bigint[], $2::bigint[], "
         "$3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[])",
         std::move(values)});
  });
}
BENCHMARK(raw_postgres_at_once)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime();

}  // namespace
}  // namespace lantoa::ledger

BENCHMARK_MAIN();
