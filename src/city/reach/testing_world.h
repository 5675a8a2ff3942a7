// For this folder's tests: a tree of 1 + 3 + 9 units (city, districts 2-4, wards 5-13) and a
// history of facts, each with its seq, that can be told again up to any of them. Included by tests
// only.
#pragma once

#include <functional>
#include <ostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "city/reach/state.h"

namespace lantoa::city::reach {

inline void PrintTo(const Count& count, std::ostream* out) {
  *out << count.audience << '/' << count.reached << '/' << count.by_proxy;
}

}  // namespace lantoa::city::reach

namespace lantoa::city::reach::testing_world {

constexpr std::uint32_t units = 13;

inline void open_tree(organisation::State& tree) {
  for (std::uint32_t no = 1; no <= units; ++no) {
    organisation::UnitOpened fact{UnitNo{no},
                                  {},
                                  "Đơn vị " + std::to_string(no),
                                  std::to_string(no),
                                  organisation::Kind::Ward,
                                  {},
                                  {}};
    if (no > 1) fact.parent = UnitNo{no <= 4 ? 1 : (no - 5) / 3 + 2};
    tree.fold(fact);
  }
}

class FoldedWorld {
 public:
  FoldedWorld() : state(tree) { open_tree(tree); }

  template <class F>
  std::uint64_t tell(const F& fact) {
    history_.push_back([fact](State& to, const ledger::Stamp& stamp) { to.fold(fact, stamp); });
    history_.back()(state, stamp(history_.size()));
    return history_.size();
  }
  PersonNo add(std::uint32_t unit, bool key = false) {
    tell(identity::PersonRegistered{PersonNo{++persons}, UnitNo{unit}, key, true, {}});
    return PersonNo{persons};
  }
  void open_item(plan::Audience audience = plan::Audience::Everybody, std::uint32_t scope = 1) {
    tell(ItemOpened{ItemNo{1}, ArticleNo{1}, 1, PlanNo{1}, UnitNo{scope}, audience});
  }
  std::uint64_t record(std::vector<std::uint32_t> who, Channel channel = Channel::Portal,
                       std::optional<PersonNo> by = {}) {
    return tell(ReceiptsRecorded{ItemNo{1}, channel, NumberSet::of(std::move(who)), by, {}});
  }
  void correct(std::uint64_t receipt, PersonNo person) {
    tell(ReceiptCorrected{ItemNo{1}, receipt, person, PersonNo{1}});
  }

  const Item& item() const { return state.item(ItemNo{1}); }
  Count count(std::uint32_t unit) const { return item().count(UnitNo{unit}); }
  std::uint64_t head() const { return history_.size(); }
  void tell_again(State& to, std::uint64_t up_to) const {
    for (std::uint64_t seq = 1; seq <= up_to; ++seq) history_[seq - 1](to, stamp(seq));
  }

  // A history of `steps` random facts.
  void live(std::uint32_t seed, int steps);

  organisation::State tree;
  State state;
  std::uint32_t persons = 0;

 private:
  static ledger::Stamp stamp(std::uint64_t seq) {
    return {seq, Instant{static_cast<std::int64_t>(seq) * 1000}, "courier/test", "item/1"};
  }
  void step(std::mt19937& random);

  std::vector<std::function<void(State&, const ledger::Stamp&)>> history_;
};

inline void FoldedWorld::live(std::uint32_t seed, int steps) {
  std::mt19937 random(seed);
  for (int i = 0; i < steps; ++i) step(random);
}

inline void FoldedWorld::step(std::mt19937& random) {
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  const UnitNo unit{1 + below(units)};
  const PersonNo who{persons == 0 ? 0 : 1 + below(persons)};
  const bool opened = state.items() == 1;
  switch (below(7)) {
    case 0:
      add(unit.value, below(3) == 0);
      break;
    case 1: {
      const std::uint32_t count = 1 + below(4);
      tell(identity::PersonsRegistered{
          PersonNo{persons + 1}, count, unit, NumberSet{{persons + 1}}, {}, {}});
      persons += count;
      break;
    }
    case 2:
      if (who) tell(identity::PersonMoved{who, unit, {}});
      break;
    case 3:
      if (who && below(4) == 0) tell(identity::PersonLeft{who, {}});
      break;
    case 4:
      if (!opened) open_item(plan::Audience::Everybody, 1 + below(3));
      break;
    case 5:
      if (opened && who) {
        record({who.value, 1 + below(persons)}, below(2) == 0 ? Channel::Portal : Channel::Meeting,
               below(3) == 0 ? std::optional(PersonNo{1}) : std::nullopt);
      }
      break;
    case 6:
      if (opened && who) correct(1 + below(static_cast<std::uint32_t>(head())), who);
      break;
  }
}

}  // namespace lantoa::city::reach::testing_world
