// Reports at the size of a whole country's cities: 6,631 units, 1 million activities, one round of
// the form of 14 columns that every commune has handed in. Before anything is measured the sums of
// every unit are compared with a naive recount of the activities. The amounts follow a rule that
// SQL can repeat (bench/office.mjs does).
#include <benchmark/benchmark.h>

#include "city/statistics/roll_up.h"
#include "kernel/assert.h"

namespace lantoa::city::statistics {
namespace {

constexpr std::uint32_t provinces = 30;
constexpr std::uint32_t districts = 600;
constexpr std::uint32_t communes = 6'000;
constexpr std::uint32_t first_commune = 2 + provinces + districts;
constexpr std::uint32_t units = 1 + provinces + districts + communes;
constexpr std::uint32_t activities_all = 1'000'000;
constexpr std::int32_t days = 365;
constexpr std::int32_t first_day = 18'628;  // 01/01/2021
constexpr std::int32_t last_day = first_day + 180;

struct Made {
  UnitNo unit;
  std::int32_t day;
  std::uint32_t amount;
};
constexpr Made made(std::uint32_t number) {
  return {UnitNo{first_commune + number % communes},
          first_day + static_cast<std::int32_t>(number * 7 % days), 1 + number * 13 % 97};
}

UnitNo parent_of(std::uint32_t unit) {
  if (unit == 1) return {};
  if (unit <= 1 + provinces) return UnitNo{1};
  if (unit < first_commune) return UnitNo{2 + (unit - 2 - provinces) % provinces};
  return UnitNo{2 + provinces + (unit - first_commune) % districts};
}

struct World {
  organisation::State tree;
  activity::State activities;
  State state;
  std::uint64_t seq = 0;

  World() {
    for (std::uint32_t no = 1; no <= units; ++no) {
      organisation::UnitOpened fact{
          UnitNo{no}, {}, "U", std::to_string(no), organisation::Kind::Commune, {}, {}};
      if (const UnitNo parent = parent_of(no)) fact.parent = parent;
      tree.fold(fact);
    }
    for (std::uint32_t no = 1; no <= activities_all; ++no) {
      const Made one = made(no);
      activity::Record record;
      record.kind = "truc-tiep";
      record.on = Date{one.day};
      record.amounts = {{"luot-nguoi", one.amount}};
      activities.fold(activity::ActivityLogged{ActivityNo{no}, one.unit, record, {}}, stamp());
    }
    open();
    for (std::uint32_t no = first_commune; no <= units; ++no) hand_in(UnitNo{no});
    compare();
  }

  ledger::Stamp stamp() { return {++seq, {}, {}, {}}; }
  const Round& round() const { return state.round(RoundNo{1}); }
  static const Form& form() { return *find_form("hoat-dong-cap-xa-2012"); }

  void open() {
    RoundOpened fact;
    fact.round = RoundNo{1};
    fact.form = form().code;
    fact.from = Date{first_day};
    fact.to = fact.due = Date{last_day};
    fact.scope = UnitNo{1};
    for (std::uint32_t no = first_commune; no <= units; ++no) fact.units.numbers.push_back(no);
    state.fold(fact, stamp());
  }

  void hand_in(UnitNo unit) {
    ReportSubmitted fact{RoundNo{1}, unit, 1, {}, {}, {}};
    for (const Column& column : form().columns) {
      const auto counted = counted_of(round(), column, activities, unit);
      fact.cells.push_back({column.code, counted.value_or(0), counted});
    }
    state.fold(fact, stamp());
  }

  void compare() const {
    std::vector<std::uint64_t> events(units + 1), attending(units + 1);
    for (std::uint32_t no = 1; no <= activities_all; ++no) {
      const Made one = made(no);
      if (one.day > last_day) continue;
      for (UnitNo unit = one.unit; unit; unit = parent_of(unit.value)) {
        ++events[unit.value];
        attending[unit.value] += one.amount;
      }
    }
    const auto all = roll_up(round(), form(), tree);
    for (std::uint32_t no = 1; no <= units; ++no) {
      ASSERT(all[no - 1].sums[0] == events[no]);
      ASSERT(all[no - 1].sums[1] == attending[no]);
    }
  }
};

const World& world() {
  static const World one;
  return one;
}

void reports_rolled_up(benchmark::State& bench) {
  const World& w = world();
  for (auto _ : bench) benchmark::DoNotOptimize(roll_up(w.round(), World::form(), w.tree));
  bench.counters["attending"] =
      static_cast<double>(roll_up(w.round(), World::form(), w.tree)[0].sums[1]);
}
BENCHMARK(reports_rolled_up)->Unit(benchmark::kMillisecond);

// Every column of every unit from the activities themselves, as if none had handed in.
void activities_rolled_up(benchmark::State& bench) {
  const World& w = world();
  for (auto _ : bench) {
    std::uint64_t sum = 0;
    for (std::uint32_t no = first_commune; no <= units; ++no) {
      for (const Column& column : World::form().columns) {
        sum += counted_of(w.round(), column, w.activities, UnitNo{no}).value_or(0);
      }
    }
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(activities_rolled_up)->Unit(benchmark::kMillisecond);

// What one unit's form is filled with.
void form_filled(benchmark::State& bench) {
  const World& w = world();
  for (auto _ : bench) {
    for (const Column& column : World::form().columns) {
      benchmark::DoNotOptimize(counted_of(w.round(), column, w.activities, UnitNo{units}));
    }
  }
}
BENCHMARK(form_filled)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace lantoa::city::statistics

BENCHMARK_MAIN();
