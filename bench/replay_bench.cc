// Replay: what a start costs. Makes a data folder with so many receipts, as sets or one by one, and
// opens it as the program does: every fact read, its place in the chain checked, decoded, folded.
// The same rows are read by SQLite alone, in turns with it.
//
//   replay_bench FOLDER RECEIPTS PERSONS_OF_A_SET RUNS
//
// Prints one line of JSON; the reached persons after each replay must be those recorded.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "app/house.h"

namespace {

using namespace lantoa;
using Steady = std::chrono::steady_clock;

constexpr std::uint32_t communes = 630;
constexpr std::uint32_t persons_of_commune = 240;
constexpr std::uint32_t persons = communes * persons_of_commune;
constexpr std::size_t commands_at_once = 1'000;

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "replay_bench: %s\n", why.c_str());
  std::exit(1);
}

template <class T>
T must(Result<T> result) {
  if (!result) fail(result.error().text.en);
  return std::move(*result);
}

class Filler {
 public:
  Filler(const std::filesystem::path& data, Clock& clock)
      : house_(must(app::House::open({.data = data, .access = ledger::Access::Fill, .create = true},
                                     clock))) {}

  void people() {
    for (std::uint32_t i = 0; i <= communes; ++i) {
      city::organisation::UnitOpened unit{city::UnitNo{i + 1},
                                          {},
                                          "U",
                                          std::to_string(i + 1),
                                          city::organisation::Kind::Ward,
                                          {},
                                          {}};
      if (i > 0) unit.parent = city::UnitNo{1};
      add(unit);
      if (i == 0) continue;
      city::identity::PersonsRegistered joined;
      joined.first = city::PersonNo{(i - 1) * persons_of_commune + 1};
      joined.count = persons_of_commune;
      joined.unit = unit.unit;
      add(joined);
    }
  }

  // Items one after the other, each known by everybody in sets of persons from all over.
  void receipts(std::uint64_t wanted, std::uint32_t of_a_set) {
    const std::uint32_t sets = persons / of_a_set;
    for (std::uint32_t item = 1; wanted > 0; ++item) {
      add(city::reach::ItemOpened{city::ItemNo{item}, city::ArticleNo{item}, 1, city::PlanNo{1},
                                  city::UnitNo{1}, city::plan::Audience::Everybody});
      for (std::uint32_t set = 0; set < sets && wanted > 0; ++set) {
        city::reach::ReceiptsRecorded fact;
        fact.item = city::ItemNo{item};
        for (std::uint32_t i = 0; i < of_a_set; ++i) {
          fact.persons.numbers.push_back(set + 1 + i * sets);
        }
        add(fact);
        wanted -= std::min<std::uint64_t>(wanted, of_a_set);
        recorded_ += of_a_set;
      }
    }
    flush();
  }

  std::uint64_t recorded() const { return recorded_; }

 private:
  template <class F>
  void add(F fact) {
    ledger::Command command;
    command.actor = "account/1";
    command.commutes = true;
    command.decide = [fact = std::move(fact)](const ledger::Moment&) -> Result<ledger::Decision> {
      return ledger::Decision{}.add("bench", fact);
    };
    waiting_.push_back(std::move(command));
    if (waiting_.size() == commands_at_once) flush();
  }

  void flush() {
    for (const auto& done : house_->engine().execute_all(std::exchange(waiting_, {}))) {
      if (!done) fail(done.error().text.en);
    }
  }

  std::unique_ptr<app::House> house_;
  std::vector<ledger::Command> waiting_;
  std::uint64_t recorded_ = 0;
};

double seconds_since(Steady::time_point begin) {
  return std::chrono::duration<double>(Steady::now() - begin).count();
}

double replay(const std::filesystem::path& data, Clock& clock, std::uint64_t recorded) {
  const Steady::time_point begin = Steady::now();
  const auto house = must(app::House::open({.data = data}, clock));
  const double took = seconds_since(begin);
  std::uint64_t reached = 0;
  const city::reach::State& state = house->states().reach;
  for (std::uint32_t i = 1; i <= state.items(); ++i) {
    reached += state.item(city::ItemNo{i}).count(city::UnitNo{1}).reached;
  }
  if (reached != recorded) fail("the replayed figures are not those recorded");
  return took;
}

double read_rows(const std::filesystem::path& file) {
  const Steady::time_point begin = Steady::now();
  sqlite3* database = nullptr;
  sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(database,
                     "SELECT seq, at, actor, kind, subject, body, chain FROM facts ORDER BY seq",
                     -1, &select, nullptr);
  std::size_t bytes = 0;
  while (sqlite3_step(select) == SQLITE_ROW) {
    for (int column = 2; column <= 6; ++column) {
      sqlite3_column_blob(select, column);
      bytes += static_cast<std::size_t>(sqlite3_column_bytes(select, column));
    }
  }
  sqlite3_finalize(select);
  sqlite3_close(database);
  if (bytes == 0) fail("SQLite reads no rows");
  return seconds_since(begin);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) fail("usage: replay_bench FOLDER RECEIPTS PERSONS_OF_A_SET RUNS");
  const std::filesystem::path data = argv[1];
  app::SystemClock clock;
  std::uint64_t recorded = 0;
  {
    Filler filler(data, clock);
    filler.people();
    filler.receipts(std::strtoull(argv[2], nullptr, 10),
                    static_cast<std::uint32_t>(std::atoi(argv[3])));
    recorded = filler.recorded();
  }
  std::string ours;
  std::string peer;
  for (int run = 0; run < std::atoi(argv[4]); ++run) {
    const char* separator = run == 0 ? "" : ",";
    ours += separator + std::to_string(replay(data, clock, recorded));
    peer += separator + std::to_string(read_rows(data / "ledger.sqlite3"));
  }
  std::printf("{\"receipts\":%llu,\"ours_s\":[%s],\"peer_s\":[%s]}\n",
              static_cast<unsigned long long>(recorded), ours.c_str(), peer.c_str());
  return 0;
}
