// Coverage at the size of a whole country's cities: 6,631 units, 10 million persons, one item known
// by 63 % of them through two channels. Before anything is measured every unit's counters, the
// figures of one channel and the unreached of one unit are compared with a naive recount of the
// receipts. The persons of a channel are chosen by a rule that SQL can repeat (bench/coverage.mjs
// does).
#include <benchmark/benchmark.h>

#include "city/reach/state.h"

namespace lantoa::city::reach {
namespace {

constexpr std::uint32_t provinces = 30;
constexpr std::uint32_t districts = 600;
constexpr std::uint32_t communes = 6'000;
constexpr std::uint32_t units = 1 + provinces + districts + communes;
constexpr std::uint32_t persons_of_commune = 1'667;
constexpr std::uint32_t persons = communes * persons_of_commune;
constexpr std::uint32_t persons_of_set = 1'000;
constexpr ItemNo known{1};
constexpr ItemNo fresh{2};  // takes the updates that are measured

constexpr bool is_reached(std::uint32_t person, Channel channel) {
  const std::uint64_t factor = channel == Channel::Portal ? 7'919 : 104'729;
  return person * factor % 1'000 < 392;
}

UnitNo parent_of(std::uint32_t unit) {
  if (unit == 1) return {};
  if (unit <= 1 + provinces) return UnitNo{1};
  if (unit <= 1 + provinces + districts) return UnitNo{2 + (unit - 2 - provinces) % provinces};
  return UnitNo{2 + provinces + (unit - 2 - provinces - districts) % districts};
}

struct World {
  organisation::State tree;
  State state{tree};
  std::uint64_t seq = 0;

  World() {
    for (std::uint32_t no = 1; no <= units; ++no) {
      organisation::UnitOpened fact{
          UnitNo{no}, {}, "U", std::to_string(no), organisation::Kind::Ward, {}, {}};
      if (const UnitNo parent = parent_of(no)) fact.parent = parent;
      tree.fold(fact);
    }
    for (std::uint32_t i = 0; i < communes; ++i) {
      identity::PersonsRegistered fact;
      fact.first = PersonNo{i * persons_of_commune + 1};
      fact.count = persons_of_commune;
      fact.unit = UnitNo{2 + provinces + districts + i};
      state.fold(fact, stamp());
    }
    for (const ItemNo item : {known, fresh}) {
      state.fold(ItemOpened{item, ArticleNo{item.value}, 1, PlanNo{1}, UnitNo{1},
                            plan::Audience::Everybody},
                 stamp());
    }
    for (const Channel channel : {Channel::Portal, Channel::Meeting}) record(channel);
    compare();
  }

  ledger::Stamp stamp() { return {++seq, {}, {}, {}}; }

  // What arrives together: the persons of a commune.
  void record(Channel channel) {
    for (std::uint32_t first = 1; first <= persons; first += persons_of_commune) {
      NumberSet set;
      for (std::uint32_t no = first; no < first + persons_of_commune; ++no) {
        if (is_reached(no, channel)) set.numbers.push_back(no);
      }
      state.fold(ReceiptsRecorded{known, channel, std::move(set), {}, {}}, stamp());
    }
  }

  // Reached persons of every unit by going through the receipts.
  std::vector<std::uint32_t> recount(ChannelSet channels) const {
    std::vector<bool> seen(persons + 1);
    std::vector<std::uint32_t> reached(units + 1);
    for (const ReceiptFact& fact : state.item(known).receipts()) {
      if (!channels.has(fact.channel)) continue;
      for (const std::uint32_t person : fact.persons) {
        if (seen[person]) continue;
        seen[person] = true;
        for (UnitNo unit = state.home(PersonNo{person}); unit; unit = tree.unit(unit).parent) {
          ++reached[unit.value];
        }
      }
    }
    return reached;
  }

  void compare() const {
    const auto all = recount({});
    const auto meeting = recount(ChannelSet::only({Channel::Meeting}));
    const Tally tally(state, tree, state.item(known),
                      {ChannelSet::only({Channel::Meeting}), {}, {}});
    for (std::uint32_t no = 1; no <= units; ++no) {
      ASSERT(state.item(known).count(UnitNo{no}).reached == all[no]);
      ASSERT(tally.count(UnitNo{no}).reached == meeting[no]);
    }
    ASSERT(state.unreached(state.item(known), UnitNo{units}) == unreached_of_last());
  }

  // By the rule itself: the last unit's persons are the last.
  static std::vector<PersonNo> unreached_of_last() {
    std::vector<PersonNo> out;
    for (std::uint32_t no = persons - persons_of_commune + 1; no <= persons; ++no) {
      if (is_reached(no, Channel::Portal) || is_reached(no, Channel::Meeting)) continue;
      out.push_back(PersonNo{no});
    }
    return out;
  }
};

World& world() {
  static World one;
  return one;
}

void counters_read(benchmark::State& bench) {
  const Item& item = world().state.item(known);
  for (auto _ : bench) {
    std::uint64_t sum = 0;
    for (std::uint32_t unit = 1; unit <= units; ++unit) sum += item.count(UnitNo{unit}).reached;
    benchmark::DoNotOptimize(sum);
  }
  bench.counters["reached"] = item.count(UnitNo{1}).reached;
}
BENCHMARK(counters_read);

// Persons from all over the country in each set, so that their counters are not at hand.
void update(benchmark::State& bench) {
  static std::uint32_t set = 0;
  constexpr std::uint32_t stride = persons / persons_of_set;
  for (auto _ : bench) {
    bench.PauseTiming();
    ReceiptsRecorded fact{fresh, Channel::Portal, {}, {}, {}};
    ASSERT(++set < stride);
    for (std::uint32_t i = 0; i < persons_of_set; ++i)
      fact.persons.numbers.push_back(set + i * stride);
    bench.ResumeTiming();
    world().state.fold(fact, world().stamp());
  }
  ASSERT(world().state.item(fresh).count(UnitNo{1}).reached == set * persons_of_set);
  bench.SetItemsProcessed(static_cast<std::int64_t>(bench.iterations()) * persons_of_set);
}
BENCHMARK(update)->Iterations(300);

void channels_recounted(benchmark::State& bench) {
  const World& w = world();
  const Filter filter{ChannelSet::only({Channel::Meeting}), {}, {}};
  for (auto _ : bench) {
    benchmark::DoNotOptimize(Tally(w.state, w.tree, w.state.item(known), filter).count(UnitNo{1}));
  }
}
BENCHMARK(channels_recounted)->UseRealTime();

// The figures of a province's page: its own and each district's, as they are written.
void page_data(benchmark::State& bench) {
  const Item& item = world().state.item(known);
  for (auto _ : bench) {
    std::size_t bytes = 0;
    for (std::uint32_t unit = 2; unit <= 1 + provinces + districts; ++unit) {
      const bool shown = unit == 2 || parent_of(unit) == UnitNo{2};
      if (shown) bytes += percent(item.count(UnitNo{unit}), Language::Vietnamese).size();
    }
    benchmark::DoNotOptimize(bytes);
  }
}
BENCHMARK(page_data);

void unreached_of_unit(benchmark::State& bench) {
  const World& w = world();
  for (auto _ : bench) {
    benchmark::DoNotOptimize(w.state.unreached(w.state.item(known), UnitNo{units}));
  }
}
BENCHMARK(unreached_of_unit);

}  // namespace
}  // namespace lantoa::city::reach

BENCHMARK_MAIN();
