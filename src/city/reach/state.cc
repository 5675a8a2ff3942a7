#include "city/reach/state.h"

#include <algorithm>

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

bool State::belongs(const Item& item, const Person& person) const {
  return person.home && organisation_.is_within(person.home, item.scope()) &&
         (item.audience() == plan::Audience::Everybody || person.key_official);
}

void State::fold(const identity::PersonRegistered& fact) {
  ASSERT(fact.person.index() == persons_.size());
  persons_.push_back({fact.unit, fact.key_official});
  members(fact.unit).push_back(fact.person);
  for (const auto& item : items_) {
    item->set_audience(fact.person, fact.unit, belongs(*item, persons_.back()));
  }
}

void State::fold(const identity::PersonMoved& fact) {
  Person& person = persons_.at(fact.person.index());
  const Person before = person;
  person.home = fact.unit;
  if (before.home) std::erase(members(before.home), fact.person);
  auto& now = members(fact.unit);
  now.insert(std::lower_bound(now.begin(), now.end(), fact.person), fact.person);
  for (const auto& item : items_) {
    if (before.home) item->move_home(fact.person, before.home, fact.unit);
    item->set_audience(fact.person, fact.unit, belongs(*item, person));
  }
}

void State::fold(const identity::PersonLeft& fact) {
  Person& person = persons_.at(fact.person.index());
  if (!person.home) return;
  for (const auto& item : items_) item->set_audience(fact.person, person.home, false);
  std::erase(members(person.home), fact.person);
  person.home = {};
}

void State::fold(const ItemOpened& fact, Instant at) {
  ASSERT(fact.item.index() == items_.size());
  items_.push_back(std::make_unique<Item>(
      fact, at, [this](UnitNo unit) -> const std::vector<UnitNo>& { return path(unit); }));
  Item& item = *items_.back();
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    const PersonNo person{static_cast<std::uint32_t>(i + 1)};
    item.set_audience(person, persons_[i].home, belongs(item, persons_[i]));
  }
}

void State::fold(const ReceiptsRecorded& fact, std::uint64_t seq, Instant at) {
  items_.at(fact.item.index())->record(fact, seq, at, [this](PersonNo person) {
    return home(person);
  });
}

void State::fold(const ReceiptCorrected& fact) {
  items_.at(fact.item.index())->correct(fact, home(fact.person));
}

const Item& State::item(ItemNo no) const {
  ASSERT(has(no));
  return *items_[no.index()];
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
  return person && person.index() < persons_.size() ? persons_[person.index()].home : UnitNo{};
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
