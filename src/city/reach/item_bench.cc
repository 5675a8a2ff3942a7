// Coverage: what one receipt costs and what reading every unit costs, beside a naive recount of the
// same receipts. 10,000 persons in a tree of 1 + 30 + 600 units; the recount must agree.
#include <benchmark/benchmark.h>

#include <random>

#include "city/reach/state.h"

namespace lantoa::city::reach {
namespace {

constexpr std::uint32_t districts = 30;
constexpr std::uint32_t wards = 600;
constexpr std::uint32_t persons = 10'000;
constexpr std::uint32_t units = 1 + districts + wards;

struct World {
  organisation::State tree;
  std::unique_ptr<State> state;
  std::uint64_t seq = 0;

  World() {
    for (std::uint32_t no = 1; no <= units; ++no) {
      organisation::UnitOpened fact{
          UnitNo{no}, {}, "U", std::to_string(no), organisation::Kind::Ward, {}, {}};
      if (no > 1)
        fact.parent = UnitNo{no <= 1 + districts ? 1 : (no - 2 - districts) % districts + 2};
      tree.fold(fact);
    }
    state = std::make_unique<State>(tree);
    for (std::uint32_t n = 1; n <= persons; ++n) {
      const UnitNo home{2 + districts + n % wards};
      state->fold(identity::PersonRegistered{PersonNo{n}, home, false, true, {}}, {});
    }
    state->fold(
        ItemOpened{ItemNo{1}, ArticleNo{1}, 1, PlanNo{1}, UnitNo{1}, plan::Audience::Everybody},
        {});
  }

  void record(std::uint32_t person) {
    state->fold(ReceiptsRecorded{ItemNo{1}, Channel::Portal, NumberSet{{person}}, {}, {}},
                {++seq, {}, {}, {}});
  }
};

void receipt(benchmark::State& bench) {
  World world;
  std::uint32_t person = 0;
  for (auto _ : bench) {
    if (person == persons) {
      bench.PauseTiming();
      world = World();
      person = 0;
      bench.ResumeTiming();
    }
    world.record(++person);
  }
}
BENCHMARK(receipt);

std::uint64_t read_all(const World& world) {
  std::uint64_t sum = 0;
  for (std::uint32_t unit = 1; unit <= units; ++unit) {
    sum += world.state->item(ItemNo{1}).count(UnitNo{unit}).reached;
  }
  return sum;
}

// The same figures by going through the receipts.
std::uint64_t recount_all(const World& world) {
  std::vector<std::uint32_t> reached(units + 1);
  for (const ReceiptFact& fact : world.state->item(ItemNo{1}).receipts()) {
    for (const std::uint32_t person : fact.persons) {
      for (UnitNo unit = world.state->home(PersonNo{person}); unit;
           unit = world.tree.unit(unit).parent) {
        ++reached[unit.value];
      }
    }
  }
  std::uint64_t sum = 0;
  for (const std::uint32_t one : reached) sum += one;
  return sum;
}

World half_reached() {
  World world;
  for (std::uint32_t person = 1; person <= persons; person += 2) world.record(person);
  return world;
}

void read_every_unit(benchmark::State& bench) {
  const World world = half_reached();
  if (read_all(world) != recount_all(world)) bench.SkipWithError("the recount differs");
  for (auto _ : bench) benchmark::DoNotOptimize(read_all(world));
}
BENCHMARK(read_every_unit);

void recount_every_unit(benchmark::State& bench) {
  const World world = half_reached();
  for (auto _ : bench) benchmark::DoNotOptimize(recount_all(world));
}
BENCHMARK(recount_every_unit);

}  // namespace
}  // namespace lantoa::city::reach

BENCHMARK_MAIN();
