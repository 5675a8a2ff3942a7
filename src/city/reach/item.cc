#include "city/reach/item.h"

#include <algorithm>
#include <set>

#include "kernel/assert.h"

namespace lantoa::city::reach {

Item::Item(const ItemOpened& fact, const ledger::Stamp& stamp, Path path)
    : opened_(fact), seq_(stamp.seq), at_(stamp.at), path_(std::move(path)) {}

// What a person of the audience adds to the counters of his units.
Count Item::weight(std::uint32_t person) const {
  if (!audience_.test(person)) return {};
  const bool reached = all_.any.test(person);
  return {1, reached ? 1U : 0U, reached && !all_.own.test(person) ? 1U : 0U};
}

void Item::add(UnitNo home, const Count& what, bool more) {
  if (!home || what == Count{}) return;
  for (const UnitNo unit : path_(home)) {
    if (unit.index() >= counts_.size()) counts_.resize(unit.index() + 1);
    Count& count = counts_[unit.index()];
    if (more) {
      count.audience += what.audience;
      count.reached += what.reached;
      count.by_proxy += what.by_proxy;
    } else {
      ASSERT(count.audience >= what.audience && count.reached >= what.reached &&
             count.by_proxy >= what.by_proxy);
      count.audience -= what.audience;
      count.reached -= what.reached;
      count.by_proxy -= what.by_proxy;
    }
  }
}

void Item::set_audience(PersonNo person, UnitNo home, bool in) {
  if (audience_.test(person.value) == in) return;
  if (!in) add(home, weight(person.value), false);
  in ? audience_.set(person.value) : audience_.reset(person.value);
  if (in) add(home, weight(person.value), true);
}

void Item::move_home(PersonNo person, UnitNo from, UnitNo to) {
  const Count what = weight(person.value);
  add(from, what, false);
  add(to, what, true);
}

void Item::record(const ReceiptsRecorded& fact, const ledger::Stamp& stamp,
                  const std::function<UnitNo(PersonNo)>& home) {
  receipts_.push_back({stamp.seq, stamp.at, fact.channel, fact.by.value_or(PersonNo{}), fact.on,
                       fact.activity.value_or(ActivityNo{}), fact.persons.numbers});
  const bool own = !fact.by;
  Reached& channel = by_channel_[index(fact.channel)];
  for (const std::uint32_t number : fact.persons.numbers) {
    channel.any.set(number);
    if (own) channel.own.set(number);
    if (own ? all_.own.test(number) : all_.any.test(number)) continue;
    const bool first = all_.any.set(number);
    if (own) all_.own.set(number);
    if (!audience_.test(number)) continue;
    const UnitNo at = home(PersonNo{number});
    if (first) {
      add(at, {0, 1, own ? 0U : 1U}, true);
    } else {
      add(at, {0, 0, 1}, false);  // what a clerk had entered is now borne out
    }
  }
}

void Item::correct(const ReceiptCorrected& fact, const ledger::Stamp& stamp, UnitNo home) {
  const ReceiptFact* wrong = receipt(fact.receipt);
  if (wrong == nullptr) return;
  const std::uint32_t person = fact.person.value;
  if (!std::binary_search(wrong->persons.begin(), wrong->persons.end(), person)) return;
  if (!corrected_.emplace(std::pair(fact.receipt, person), stamp.seq).second) return;
  add(home, weight(person), false);
  look_again(person, wrong->channel);
  add(home, weight(person), true);
}

// What the receipts that are left say of a person, after one of this channel fell away.
void Item::look_again(std::uint32_t person, Channel channel) {
  Reached& mine = by_channel_[index(channel)];
  mine.any.reset(person);
  mine.own.reset(person);
  for (const ReceiptFact& one : receipts_) {
    if (one.channel != channel || is_corrected(one.seq, PersonNo{person}) ||
        !std::binary_search(one.persons.begin(), one.persons.end(), person)) {
      continue;
    }
    mine.any.set(person);
    if (!one.by) mine.own.set(person);
  }
  all_.any.reset(person);
  all_.own.reset(person);
  for (const Reached& one : by_channel_) {
    if (one.any.test(person)) all_.any.set(person);
    if (one.own.test(person)) all_.own.set(person);
  }
}

bool Item::is_corrected(std::uint64_t receipt, PersonNo person, std::uint64_t up_to) const {
  const auto found = corrected_.find({receipt, person.value});
  return found != corrected_.end() && found->second <= up_to;
}

const ReceiptFact* Item::receipt(std::uint64_t seq) const {
  const auto at =
      std::lower_bound(receipts_.begin(), receipts_.end(), seq,
                       [](const ReceiptFact& one, std::uint64_t s) { return one.seq < s; });
  return at == receipts_.end() || at->seq != seq ? nullptr : &*at;
}

const ReceiptFact* Item::newest_receipt(PersonNo person) const {
  for (auto fact = receipts_.rbegin(); fact != receipts_.rend(); ++fact) {
    if (std::binary_search(fact->persons.begin(), fact->persons.end(), person.value) &&
        !is_corrected(fact->seq, person)) {
      return &*fact;
    }
  }
  return nullptr;
}

std::map<PersonNo, const ReceiptFact*> Item::newest_receipts(
    const std::vector<PersonNo>& of) const {
  std::map<PersonNo, const ReceiptFact*> out;
  std::set<PersonNo> missing(of.begin(), of.end());
  for (auto fact = receipts_.rbegin(); fact != receipts_.rend() && !missing.empty(); ++fact) {
    for (const std::uint32_t number : fact->persons) {
      const PersonNo person{number};
      if (!missing.contains(person) || is_corrected(fact->seq, person)) continue;
      out.emplace(person, &*fact);
      missing.erase(person);
    }
  }
  return out;
}

std::vector<const Item::Reached*> Item::sets_of(ChannelSet channels) const {
  if (channels.is_all()) return {&all_};
  std::vector<const Reached*> out;
  for (std::size_t i = 0; i < channel_count; ++i) {
    if (channels.has(static_cast<Channel>(i))) out.push_back(&by_channel_[i]);
  }
  return out;
}

Item::Reached Item::reached_by(ChannelSet channels, std::uint64_t up_to,
                               std::uint64_t corrections_up_to) const {
  Reached out;
  for (const ReceiptFact& one : receipts_) {
    if (one.seq > up_to) break;
    if (!channels.has(one.channel)) continue;
    const auto first = corrected_.lower_bound({one.seq, 0});
    const bool some_corrected = first != corrected_.end() && first->first.first == one.seq;
    for (const std::uint32_t person : one.persons) {
      if (some_corrected && is_corrected(one.seq, PersonNo{person}, corrections_up_to)) {
        continue;
      }
      out.any.set(person);
      if (!one.by) out.own.set(person);
    }
  }
  return out;
}

}  // namespace lantoa::city::reach
