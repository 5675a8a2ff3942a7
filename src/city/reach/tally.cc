#include "city/reach/tally.h"

#include "city/reach/state.h"

namespace lantoa::city::reach {
namespace {

// By unit's index: the unit stands at `top` or below it. A parent's number is below its children's.
std::vector<bool> below(const organisation::State& organisation, UnitNo top) {
  std::vector<bool> inside(organisation.size());
  for (std::uint32_t i = 0; i < inside.size(); ++i) {
    const UnitNo unit{i + 1};
    const UnitNo parent = organisation.unit(unit).parent;
    inside[i] = unit == top || (parent && inside[parent.index()]);
  }
  return inside;
}

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
        in_scope_(below(organisation, item.scope())),
        in_top_(below(organisation, top)),
        key_only_(filter.key_officials || item.audience() == plan::Audience::KeyOfficials) {}

  std::uint32_t persons() const { return static_cast<std::uint32_t>(homes_.size()); }
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

}  // namespace

Tally::Tally(const State& state, const organisation::State& organisation, const Item& item,
             const Filter& filter)
    : counts_(organisation.size()) {
  // Before the item was opened nobody had to know.
  if (item.opened_seq() > last_seq(filter)) return;
  const Audience audience(state, organisation, item, filter, organisation.root());
  const Item::Reached reached =
      filter.up_to ? item.reached_by(filter.channels, *filter.up_to, last_correction(filter))
                   : item.reached_by(filter.channels);
  for (std::uint32_t no = 1; no <= audience.persons(); ++no) {
    const UnitNo home = audience.home(PersonNo{no});
    if (!home) continue;
    Count& count = counts_[home.index()];
    ++count.audience;
    if (!reached.any.test(no)) continue;
    ++count.reached;
    if (!reached.own.test(no)) ++count.by_proxy;
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
    Evidence one{&receipt, {}};
    for (const std::uint32_t no : receipt.persons) {
      const PersonNo person{no};
      if (!audience.home(person) ||
          item.is_corrected(receipt.seq, person, last_correction(filter))) {
        continue;
      }
      one.persons.push_back(person);
    }
    if (!one.persons.empty()) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace lantoa::city::reach
