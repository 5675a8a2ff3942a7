#include "city/reach/item.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::reach {

Item::Item(const ItemOpened& fact, Instant at, Path path)
    : opened_(fact), at_(at), path_(std::move(path)) {}

void Item::add(UnitNo home, std::uint32_t Count::* counter, std::int32_t change) {
  if (!home) return;
  for (const UnitNo unit : path_(home)) {
    if (unit.index() >= counts_.size()) counts_.resize(unit.index() + 1);
    std::uint32_t& value = counts_[unit.index()].*counter;
    ASSERT(change > 0 || value > 0);
    value += static_cast<std::uint32_t>(change);
  }
}

void Item::set_audience(PersonNo person, UnitNo home, bool in) {
  const bool changed = in ? audience_.set(person.value) : audience_.reset(person.value);
  if (!changed) return;
  const std::int32_t change = in ? 1 : -1;
  add(home, &Count::audience, change);
  if (reached_.test(person.value)) add(home, &Count::reached, change);
}

void Item::move_home(PersonNo person, UnitNo from, UnitNo to) {
  if (!audience_.test(person.value)) return;
  add(from, &Count::audience, -1);
  add(to, &Count::audience, 1);
  if (!reached_.test(person.value)) return;
  add(from, &Count::reached, -1);
  add(to, &Count::reached, 1);
}

void Item::record(const ReceiptsRecorded& fact, std::uint64_t seq, Instant at,
                  const std::function<UnitNo(PersonNo)>& home) {
  receipts_.push_back(
      {seq, at, fact.channel, fact.by.value_or(PersonNo{}), fact.on, fact.persons.numbers});
  for (const std::uint32_t number : fact.persons.numbers) {
    by_channel_[static_cast<std::size_t>(fact.channel)].set(number);
    if (!reached_.set(number)) {
      ++further_[number];
    } else if (audience_.test(number)) {
      add(home(PersonNo{number}), &Count::reached, 1);
    }
  }
}

void Item::correct(const ReceiptCorrected& fact, UnitNo home) {
  const ReceiptFact* receipt_fact = receipt(fact.receipt);
  if (receipt_fact == nullptr) return;
  const std::uint32_t person = fact.person.value;
  if (!std::binary_search(receipt_fact->persons.begin(), receipt_fact->persons.end(), person))
    return;
  if (!corrected_.insert({fact.receipt, person}).second) return;
  if (!has_receipt(fact.person, receipt_fact->channel)) {
    by_channel_[static_cast<std::size_t>(receipt_fact->channel)].reset(person);
  }
  const auto others = further_.find(person);
  if (others != further_.end()) {
    if (--others->second == 0) further_.erase(others);
    return;
  }
  if (reached_.reset(person) && audience_.test(person)) add(home, &Count::reached, -1);
}

Count Item::count(UnitNo unit) const {
  return unit && unit.index() < counts_.size() ? counts_[unit.index()] : Count{};
}

const ReceiptFact* Item::receipt(std::uint64_t seq) const {
  const auto at =
      std::lower_bound(receipts_.begin(), receipts_.end(), seq,
                       [](const ReceiptFact& one, std::uint64_t s) { return one.seq < s; });
  return at == receipts_.end() || at->seq != seq ? nullptr : &*at;
}

bool Item::has_receipt(PersonNo person, Channel channel) const {
  if (!by_channel_[static_cast<std::size_t>(channel)].test(person.value)) return false;
  if (corrected_.empty()) return true;
  return std::any_of(receipts_.begin(), receipts_.end(), [&](const ReceiptFact& one) {
    return one.channel == channel && !is_corrected(one.seq, person) &&
           std::binary_search(one.persons.begin(), one.persons.end(), person.value);
  });
}

}  // namespace lantoa::city::reach
