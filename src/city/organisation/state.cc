#include "city/organisation/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::organisation {

Text title(Kind kind) {
  switch (kind) {
    case Kind::City:
      return {"thành phố", "city"};
    case Kind::Council:
      return {"hội đồng", "council"};
    case Kind::Department:
      return {"sở, ban, ngành", "department"};
    case Kind::UrbanDistrict:
      return {"quận", "urban district"};
    case Kind::RuralDistrict:
      return {"huyện", "rural district"};
    case Kind::Town:
      return {"thị xã", "town"};
    case Kind::Ward:
      return {"phường", "ward"};
    case Kind::Commune:
      return {"xã", "commune"};
    case Kind::Township:
      return {"thị trấn", "township"};
  }
  return {};
}

void State::fold(const UnitOpened& fact) {
  ASSERT(fact.unit.index() == units_.size());
  units_.push_back({fact.unit,
                    fact.parent.value_or(UnitNo{}),
                    fact.name,
                    fact.code,
                    fact.what,
                    fact.mailbox.value_or(""),
                    fact.on,
                    {}});
  by_code_[fact.code] = fact.unit;
  if (fact.parent) units_.at(fact.parent->index()).children.push_back(fact.unit);
}

void State::fold(const UnitClosed& fact, const ledger::Stamp& stamp) {
  Unit& unit = units_.at(fact.unit.index());
  unit.closings.push_back({fact.on, fact.reason, fact.by, stamp.at, {}});
  const auto known = by_code_.find(unit.code);
  if (known != by_code_.end() && known->second == unit.no) by_code_.erase(known);
}

void State::fold(const UnitReopened& fact, const ledger::Stamp& stamp) {
  Unit& unit = units_.at(fact.unit.index());
  if (unit.closings.empty()) return;
  unit.closings.back().taken_back = Closing::TakenBack{fact.reason, fact.by, stamp.at};
  by_code_[unit.code] = unit.no;
}

void State::fold(const MailboxSet& fact, const ledger::Stamp& stamp) {
  Unit& unit = units_.at(fact.unit.index());
  auto& all = unit.mailboxes;
  if (all.empty()) all.push_back({0, start_of_day(unit.opened), unit.mailbox, {}});
  unit.mailbox = fact.mailbox.value_or("");
  all.push_back({stamp.seq, stamp.at, unit.mailbox, fact.by.value_or(PersonNo{})});
}

const std::string& State::mailbox_at(UnitNo no, std::uint64_t seq) const {
  const Unit& its = unit(no);
  const auto& all = its.mailboxes;
  const auto found = std::find_if(all.rbegin(), all.rend(),
                                  [seq](const MailboxChange& one) { return one.seq <= seq; });
  return found == all.rend() ? its.mailbox : found->mailbox;
}

std::uint64_t State::mailbox_since(UnitNo no) const {
  const auto& all = unit(no).mailboxes;
  return all.empty() ? 0 : all.back().seq;
}

const Unit& State::unit(UnitNo no) const {
  ASSERT(has(no));
  return units_[no.index()];
}

Result<const Unit*> State::find(UnitNo no) const {
  if (has(no)) return &units_[no.index()];
  return problem(Code::NotFound, {"Không có đơn vị này.", "There is no such unit."});
}

UnitNo State::by_code(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? UnitNo{} : found->second;
}

UnitNo State::closed_by_code(std::string_view code) const {
  UnitNo out;
  for (const Unit& unit : units_) {
    const Closing* closing = unit.closing();
    if (closing == nullptr || unit.code != code) continue;
    if (!out || units_[out.index()].closing()->on <= closing->on) out = unit.no;
  }
  return out;
}

UnitNo State::by_code(std::string_view code, Date day) const {
  const UnitNo now = by_code(code);
  if (now && units_[now.index()].opened <= day) return now;
  UnitNo out = now;
  for (const Unit& unit : units_) {
    const Closing* closing = unit.closing();
    if (closing == nullptr || unit.code != code || closing->on < day) continue;
    // Of several the one that stopped first after that day.
    const Closing* best = out ? units_[out.index()].closing() : nullptr;
    if (best == nullptr || closing->on < best->on) out = unit.no;
  }
  return out;
}

bool State::open_on(UnitNo no, Date day) const {
  if (!has(no)) return false;
  const Closing* closing = units_[no.index()].closing();
  return closing == nullptr || day <= closing->on;
}

std::vector<UnitNo> State::open_children(UnitNo no) const {
  std::vector<UnitNo> out;
  for (const UnitNo child : unit(no).children) {
    if (is_open(child)) out.push_back(child);
  }
  return out;
}

UnitNo State::answering_for(UnitNo no) const {
  ASSERT(has(no));
  while (!is_open(no) && units_[no.index()].parent) no = units_[no.index()].parent;
  return no;
}

std::vector<UnitNo> State::left_to(UnitNo no) const {
  std::vector<UnitNo> out;
  if (!is_open(no)) return out;
  for (const Unit& unit : units_) {
    if (unit.closing() != nullptr && answering_for(unit.no) == no) out.push_back(unit.no);
  }
  return out;
}

std::vector<UnitNo> State::answered_by(const std::vector<UnitNo>& units) const {
  std::vector<UnitNo> out = units;
  for (const UnitNo unit : units) {
    for (const UnitNo closed : left_to(unit)) {
      if (std::find(out.begin(), out.end(), closed) == out.end()) out.push_back(closed);
    }
  }
  return out;
}

std::optional<Date> State::closed_since(UnitNo no) const {
  const Closing* closing = has(no) ? units_[no.index()].closing() : nullptr;
  return closing == nullptr ? std::nullopt : std::optional(closing->on + 1);
}

std::optional<std::string> State::closed_day(UnitNo no) const {
  const auto first = closed_since(no);
  return first ? std::optional(vietnamese(*first)) : std::nullopt;
}

std::optional<Text> State::closed_in_words(UnitNo no) const {
  const auto since = closed_day(no);
  if (!since) return std::nullopt;
  const std::string& name = units_[no.index()].name;
  return Text{name + " đã dừng hoạt động từ " + *since, name + " has been closed since " + *since};
}

Result<void> State::require_open(UnitNo no, std::string field, const Text& then) const {
  const auto closed = closed_in_words(no);
  if (!closed) return {};
  return problem(Code::Invalid, {closed->vi + ". " + then.vi, closed->en + ". " + then.en},
                 std::move(field));
}

bool State::is_within(UnitNo unit, UnitNo above) const {
  if (!above) return false;
  while (has(unit)) {
    if (unit == above) return true;
    unit = units_[unit.index()].parent;
  }
  return false;
}

std::vector<UnitNo> State::path(UnitNo unit) const {
  std::vector<UnitNo> out;
  for (; has(unit); unit = units_[unit.index()].parent) out.push_back(unit);
  std::reverse(out.begin(), out.end());
  return out;
}

// A parent's number is lower than its children's.
std::vector<bool> State::below(UnitNo top) const {
  std::vector<bool> inside(units_.size());
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const UnitNo parent = units_[i].parent;
    inside[i] = units_[i].no == top || (parent && inside[parent.index()]);
  }
  return inside;
}

std::vector<UnitNo> State::of_kind(Kind kind, UnitNo top) const {
  std::vector<UnitNo> out = ever_of_kind(kind, top);
  std::erase_if(out, [this](UnitNo no) { return !is_open(no); });
  return out;
}

std::vector<UnitNo> State::ever_of_kind(Kind kind, UnitNo top) const {
  std::vector<UnitNo> out;
  std::vector<UnitNo> open{top};
  while (!open.empty()) {
    const UnitNo no = open.back();
    open.pop_back();
    if (!has(no)) continue;
    const Unit& one = units_[no.index()];
    if (one.kind == kind) out.push_back(no);
    open.insert(open.end(), one.children.rbegin(), one.children.rend());
  }
  return out;
}

bool State::allows(const Actor& actor, Right right, UnitNo over) const {
  if (actor.is_system()) return true;
  return actor.kind == Actor::Kind::Account &&
         std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) {
           return city::has(grant.role, right) && is_within(over, grant.unit);
         });
}

std::vector<bool> State::allowed(const Actor& actor, Right right) const {
  std::vector<bool> out(units_.size(), actor.is_system());
  if (actor.kind != Actor::Kind::Account) return out;
  for (const Grant& grant : actor.grants) {
    if (city::has(grant.role, right) && has(grant.unit)) out[grant.unit.index()] = true;
  }
  // A parent's number is lower than its children's.
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const UnitNo parent = units_[i].parent;
    if (parent && out[parent.index()]) out[i] = true;
  }
  return out;
}

Result<void> State::require(const Actor& actor, Right right, UnitNo over) const {
  if (allows(actor, right, over)) return {};
  return tl::unexpected(not_allowed(right));
}

std::string address_of(UnitNo unit) { return "/don-vi/" + std::to_string(unit.value); }

}  // namespace lantoa::city::organisation
