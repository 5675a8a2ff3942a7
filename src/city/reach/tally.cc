#include "city/reach/tally.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "city/reach/state.h"

namespace lantoa::city::reach {
namespace {

std::uint64_t last_seq(const Filter& filter) { return filter.up_to.value_or(UINT64_MAX); }

std::uint64_t last_correction(const Filter& filter) {
  return filter.corrected_since ? UINT64_MAX : last_seq(filter);
}

// Who belongs to the item's audience, as far as the filter takes it, where persons were then.
class Audience {
 public:
  Audience(const State& state, const organisation::State& organisation, const Item& item,
           const Filter& filter, UnitNo top)
      : state_(state),
        homes_(state.homes(last_seq(filter))),
        in_scope_(organisation.below(item.scope())),
        in_top_(organisation.below(top)),
        key_only_(filter.key_officials || item.audience() == plan::Audience::KeyOfficials) {}

  // Where this person of the audience counts; none for everybody else.
  UnitNo home(PersonNo person) const {
    if (person.index() >= homes_.size()) return {};
    const UnitNo home = homes_[person.index()];
    if (!home || !in_scope_[home.index()] || !in_top_[home.index()]) return {};
    return key_only_ && !state_.is_key_official(person) ? UnitNo{} : home;
  }

 private:
  const State& state_;
  std::vector<UnitNo> homes_;
  std::vector<bool> in_scope_;
  std::vector<bool> in_top_;
  bool key_only_;
};

// What a block is counted against.
struct Against {
  const Bitset& rehomed;
  const Bitset* key_officials;  // only these; nullptr: everybody
  std::vector<const Item::Reached*> sets;
};

// Of the persons from `first` to before `end` who never moved or left, 64 at a step.
[[gnu::always_inline]] inline void count_words(const Against& against, std::uint32_t first,
                                               std::uint32_t end, Count& to) {
  const auto bits = [](std::uint64_t word) {
    return static_cast<std::uint32_t>(std::popcount(word));
  };
  for (std::size_t word = first / 64; word <= (end - 1) / 64; ++word) {
    std::uint64_t here = ~against.rehomed.word(word);
    if (word == first / 64) here &= ~std::uint64_t{0} << (first % 64);
    if (word == (end - 1) / 64) here &= ~std::uint64_t{0} >> (63 - (end - 1) % 64);
    if (against.key_officials != nullptr) here &= against.key_officials->word(word);
    std::uint64_t any = 0;
    std::uint64_t own = 0;
    for (const Item::Reached* set : against.sets) {
      any |= set->any.word(word);
      own |= set->own.word(word);
    }
    to.audience += bits(here);
    to.reached += bits(here & any);
    to.by_proxy += bits(here & any & ~own);
  }
}

// The program is built for every x86-64, the oldest of which cannot count bits in one instruction.
#if defined(__x86_64__)
[[gnu::target("popcnt")]] void count_block_quickly(const Against& against, std::uint32_t first,
                                                   std::uint32_t end, Count& to) {
  count_words(against, first, end, to);
}
bool can_count_quickly() { return __builtin_cpu_supports("popcnt") != 0; }
#else
void count_block_quickly(const Against& against, std::uint32_t first, std::uint32_t end,
                         Count& to) {
  count_words(against, first, end, to);
}
bool can_count_quickly() { return true; }
#endif

void count_block(const Against& against, std::uint32_t first, std::uint32_t end, Count& to) {
  count_words(against, first, end, to);
}

void count_person(const Against& against, PersonNo person, Count& to) {
  if (against.key_officials != nullptr && !against.key_officials->test(person.value)) return;
  bool any = false;
  bool own = false;
  for (const Item::Reached* set : against.sets) {
    any = any || set->any.test(person.value);
    own = own || set->own.test(person.value);
  }
  ++to.audience;
  to.reached += any ? 1 : 0;
  to.by_proxy += any && !own ? 1 : 0;
}

}  // namespace

Tally::Tally(const State& state, const organisation::State& organisation, const Item& item,
             const Filter& filter)
    : counts_(organisation.size()) {
  const std::uint64_t last = last_seq(filter);
  // Before the item was opened nobody had to know.
  if (item.opened_seq() > last) return;
  const std::vector<bool> in_scope = organisation.below(item.scope());
  Item::Reached then;
  if (filter.up_to) then = item.reached_by(filter.channels, last, last_correction(filter));
  const bool key_only = filter.key_officials || item.audience() == plan::Audience::KeyOfficials;
  const Against against{
      state.rehomed(), key_only ? &state.key_officials() : nullptr,
      filter.up_to ? std::vector<const Item::Reached*>{&then} : item.sets_of(filter.channels)};
  const auto count_these = can_count_quickly() ? count_block_quickly : count_block;
  const std::uint32_t end = state.registered(last) + 1;
  for (const State::Block& block : state.blocks()) {
    if (block.first >= end) break;
    if (!in_scope[block.unit.index()]) continue;
    count_these(against, block.first, std::min(block.end, end), counts_[block.unit.index()]);
  }
  for (const auto& [person, home] : state.homes_of_rehomed(last)) {
    if (home && in_scope[home.index()]) count_person(against, person, counts_[home.index()]);
  }
  for (std::size_t i = counts_.size(); i-- > 1;) {
    const UnitNo parent = organisation.unit(UnitNo{static_cast<std::uint32_t>(i + 1)}).parent;
    if (!parent) continue;
    Count& sum = counts_[parent.index()];
    sum.audience += counts_[i].audience;
    sum.reached += counts_[i].reached;
    sum.by_proxy += counts_[i].by_proxy;
  }
}

Count Tally::count(UnitNo unit) const {
  return unit && unit.index() < counts_.size() ? counts_[unit.index()] : Count{};
}

std::vector<Evidence> evidence(const State& state, const organisation::State& organisation,
                               const Item& item, UnitNo unit, const Filter& filter) {
  std::vector<Evidence> out;
  if (item.opened_seq() > last_seq(filter)) return out;
  const Audience audience(state, organisation, item, filter, unit);
  for (const ReceiptFact& receipt : item.receipts()) {
    if (receipt.seq > last_seq(filter)) break;
    if (!filter.channels.has(receipt.channel)) continue;
    Evidence one{&receipt, {}, {}};
    for (const std::uint32_t no : receipt.persons) {
      const PersonNo person{no};
      if (!audience.home(person)) continue;
      const bool wrong = item.is_corrected(receipt.seq, person, last_correction(filter));
      (wrong ? one.corrected : one.persons).push_back(person);
    }
    if (!one.persons.empty() || !one.corrected.empty()) out.push_back(std::move(one));
  }
  return out;
}

std::vector<RecordLine> record_lines(const std::vector<Evidence>& evidence, LinesBy by) {
  std::vector<RecordLine> out;
  std::map<std::tuple<Date, Channel, bool>, std::size_t> of_day;
  for (const Evidence& one : evidence) {
    const ReceiptFact& receipt = *one.receipt;
    const bool by_proxy = static_cast<bool>(receipt.by);
    const Date day = vietnam_date(receipt.at);
    const auto persons = static_cast<std::uint32_t>(one.persons.size());
    const auto corrected = static_cast<std::uint32_t>(one.corrected.size());
    if (by == LinesBy::Fact) {
      out.push_back({receipt.at, receipt.seq, receipt.channel, by_proxy, persons, corrected,
                     receipt.activity});
      continue;
    }
    const auto [known, fresh] = of_day.try_emplace({day, receipt.channel, by_proxy}, out.size());
    if (fresh) out.push_back({start_of_day(day), 0, receipt.channel, by_proxy, 0, 0, {}});
    out[known->second].persons += persons;
    out[known->second].corrected += corrected;
  }
  return out;
}

}  // namespace lantoa::city::reach
