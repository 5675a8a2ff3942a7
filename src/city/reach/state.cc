#include "city/reach/state.h"

#include <algorithm>
#include <unordered_map>

#include "kernel/assert.h"

namespace lantoa::city::reach {

Text title(Channel channel) {
  switch (channel) {
    case Channel::Portal:
      return {"đọc và xác nhận", "read and confirmed"};
    case Channel::Meeting:
      return {"dự họp", "attended a meeting"};
  }
  return {};
}

std::string_view word(Channel channel) { return channel == Channel::Portal ? "cong" : "hop"; }

std::optional<Channel> channel_of(std::string_view text) {
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto channel = static_cast<Channel>(i);
    if (word(channel) == text) return channel;
  }
  return std::nullopt;
}

// Units never move, so a path is computed once.
const std::vector<UnitNo>& State::path(UnitNo unit) {
  if (paths_.size() <= unit.index()) paths_.resize(unit.index() + 1);
  auto& path = paths_[unit.index()];
  if (path.empty()) path = organisation_.path(unit);
  return path;
}

std::vector<PersonNo>& State::members(UnitNo unit) {
  if (members_.size() <= unit.index()) members_.resize(unit.index() + 1);
  return members_[unit.index()];
}

bool State::belongs(const Item& item, PersonNo person, UnitNo home) const {
  return home && organisation_.is_within(home, item.scope()) &&
         (item.audience() == plan::Audience::Everybody || is_key_official(person));
}

void State::join(PersonNo person, UnitNo unit, bool key_official) {
  ASSERT(person.index() == homes_.size());
  homes_.push_back(unit);
  if (key_official) key_officials_.set(person.value);
  if (blocks_.empty() || blocks_.back().unit != unit) {
    blocks_.push_back({person.value, person.value, unit});
  }
  blocks_.back().end = person.value + 1;
  members(unit).push_back(person);
  for (const auto& item : items_) item->set_audience(person, unit, belongs(*item, person, unit));
}

void State::fold(const identity::PersonRegistered& fact, const ledger::Stamp& stamp) {
  join(fact.person, fact.unit, fact.key_official);
  joined_.push_back({stamp.seq, static_cast<std::uint32_t>(homes_.size())});
}

void State::fold(const identity::PersonsRegistered& fact, const ledger::Stamp& stamp) {
  const auto& key = fact.key_officials.numbers;
  for (std::uint32_t no = fact.first.value; no < fact.first.value + fact.count; ++no) {
    join(PersonNo{no}, fact.unit, std::binary_search(key.begin(), key.end(), no));
  }
  joined_.push_back({stamp.seq, static_cast<std::uint32_t>(homes_.size())});
}

void State::leave_block(PersonNo person, UnitNo before, std::uint64_t seq) {
  rehomed_.push_back({seq, person, before});
  rehomed_ever_.set(person.value);
}

void State::fold(const identity::PersonMoved& fact, const ledger::Stamp& stamp) {
  UnitNo& home = homes_.at(fact.person.index());
  const UnitNo before = home;
  home = fact.unit;
  leave_block(fact.person, before, stamp.seq);
  if (before) std::erase(members(before), fact.person);
  auto& now = members(fact.unit);
  now.insert(std::lower_bound(now.begin(), now.end(), fact.person), fact.person);
  for (const auto& item : items_) {
    if (before) item->move_home(fact.person, before, fact.unit);
    item->set_audience(fact.person, fact.unit, belongs(*item, fact.person, fact.unit));
  }
}

void State::fold(const identity::PersonLeft& fact, const ledger::Stamp& stamp) {
  UnitNo& home = homes_.at(fact.person.index());
  if (!home) return;
  for (const auto& item : items_) item->set_audience(fact.person, home, false);
  std::erase(members(home), fact.person);
  leave_block(fact.person, home, stamp.seq);
  home = {};
}

void State::fold(const ItemOpened& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.item.index() == items_.size());
  items_.push_back(std::make_unique<Item>(
      fact, stamp, [this](UnitNo unit) -> const std::vector<UnitNo>& { return path(unit); }));
  acts_.emplace_back();
  Item& item = *items_.back();
  for (std::size_t i = 0; i < homes_.size(); ++i) {
    const PersonNo person{static_cast<std::uint32_t>(i + 1)};
    item.set_audience(person, homes_[i], belongs(item, person, homes_[i]));
  }
}

void State::fold(const ReceiptsRecorded& fact, const ledger::Stamp& stamp) {
  items_.at(fact.item.index())->record(fact, stamp, [this](PersonNo person) {
    return home(person);
  });
  if (fact.activity) named_by_[*fact.activity].push_back({fact.item, stamp.seq});
  std::map<UnitNo, std::uint32_t> homes;
  for (const std::uint32_t number : fact.persons.numbers) ++homes[home(PersonNo{number})];
  const Act act = act_of(fact.by.value_or(PersonNo{}), fact.activity.value_or(ActivityNo{}));
  const Date day = fact.on.value_or(vietnam_date(stamp.at));
  for (const auto& [unit, persons] : homes) {
    if (unit) acts_[fact.item.index()].add(act, path(unit), day, persons);
  }
}

void State::fold(const ReceiptCorrected& fact, const ledger::Stamp& stamp) {
  Item& item = *items_.at(fact.item.index());
  const bool was_wrong = item.is_corrected(fact.receipt, fact.person);
  item.correct(fact, stamp, home(fact.person));
  if (was_wrong || !item.is_corrected(fact.receipt, fact.person)) return;
  const ReceiptFact& receipt = *item.receipt(fact.receipt);
  const UnitNo unit = home_at(fact.person, fact.receipt);
  if (!unit) return;
  acts_[fact.item.index()].take(act_of(receipt.by, receipt.activity), path(unit),
                                receipt.on.value_or(vietnam_date(receipt.at)));
}

// Few of those who are corrected ever moved.
UnitNo State::home_at(PersonNo person, std::uint64_t seq) const {
  if (!person || person.value > registered(seq)) return {};
  if (!rehomed_ever_.test(person.value)) return home(person);
  const auto later = std::find_if(rehomed_.begin(), rehomed_.end(), [&](const Rehomed& one) {
    return one.person == person && one.seq > seq;
  });
  return later == rehomed_.end() ? home(person) : later->before;
}

const Item& State::item(ItemNo no) const {
  ASSERT(has(no));
  return *items_[no.index()];
}

const Acts& State::acts(ItemNo no) const {
  ASSERT(has(no));
  return acts_[no.index()];
}

Result<const Item*> State::find(ItemNo no) const {
  if (has(no)) return items_[no.index()].get();
  return problem(Code::NotFound, {"Không có mục theo dõi này.", "There is no such item."});
}

ItemNo State::of_article(ArticleNo article) const {
  for (std::size_t i = items_.size(); i > 0; --i) {
    if (items_[i - 1]->article() == article) return items_[i - 1]->no();
  }
  return {};
}

UnitNo State::home(PersonNo person) const {
  return person && person.index() < homes_.size() ? homes_[person.index()] : UnitNo{};
}

std::uint32_t State::registered(std::uint64_t up_to) const {
  const auto after =
      std::upper_bound(joined_.begin(), joined_.end(), up_to,
                       [](std::uint64_t seq, const Joined& one) { return seq < one.seq; });
  return after == joined_.begin() ? 0 : std::prev(after)->persons;
}

std::vector<UnitNo> State::homes(std::uint64_t up_to) const {
  std::vector<UnitNo> homes(homes_.begin(), homes_.begin() + registered(up_to));
  for (auto one = rehomed_.rbegin(); one != rehomed_.rend() && one->seq > up_to; ++one) {
    if (one->person.index() < homes.size()) homes[one->person.index()] = one->before;
  }
  return homes;
}

std::vector<std::pair<PersonNo, UnitNo>> State::homes_of_rehomed(std::uint64_t up_to) const {
  std::unordered_map<PersonNo, UnitNo> then;
  for (auto one = rehomed_.rbegin(); one != rehomed_.rend(); ++one) {
    UnitNo& home = then.try_emplace(one->person, homes_[one->person.index()]).first->second;
    if (one->seq > up_to) home = one->before;
  }
  const std::uint32_t persons = registered(up_to);
  std::vector<std::pair<PersonNo, UnitNo>> out;
  for (const auto& [person, home] : then) {
    if (person.value <= persons) out.emplace_back(person, home);
  }
  return out;
}

const std::vector<State::Named>& State::named_by(ActivityNo activity) const {
  static const std::vector<Named> none;
  const auto found = named_by_.find(activity);
  return found == named_by_.end() ? none : found->second;
}

std::set<PersonNo> State::attendants(ActivityNo activity) const {
  std::set<PersonNo> out;
  for (const Named& named : named_by(activity)) {
    const Item& of = item(named.item);
    for (const std::uint32_t number : of.receipt(named.receipt)->persons) {
      const PersonNo person{number};
      if (!of.is_corrected(named.receipt, person)) out.insert(person);
    }
  }
  return out;
}

std::vector<PersonNo> State::unreached(const Item& item, UnitNo unit) const {
  std::vector<PersonNo> out;
  if (!unit || unit.index() >= members_.size()) return out;
  for (const PersonNo person : members_[unit.index()]) {
    if (item.must_know(person) && !item.is_reached(person)) out.push_back(person);
  }
  return out;
}

}  // namespace lantoa::city::reach
