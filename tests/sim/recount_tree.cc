#include "sim/recount_tree.h"

#include <algorithm>

#include "city/workday/known_days.h"

namespace lantoa::sim {
namespace {

namespace organisation = city::organisation;
namespace workday = city::workday;

// What the years' announcements say, read once for all lives.
std::optional<workday::Rule> announced(Date day) {
  static const std::map<Date, workday::Rule> all = [] {
    std::map<Date, workday::Rule> out;
    for (std::int32_t year = workday::known_year_last + 1; year < workday::known_year_last + 10;
         ++year) {
      for (const auto& one : workday::fixed_days(year)) out[one.date] = one.rule;
    }
    for (const auto& one : workday::known_days()) out[one.date] = one.rule;
    return out;
  }();
  const auto found = all.find(day);
  return found == all.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

bool Tree::Group::has(city::UnitNo unit) const {
  return std::find(units.begin(), units.end(), unit.value) != units.end();
}

Tree::Tree(Teller& teller) {
  teller.on<organisation::UnitOpened>([this](const auto& opened, const ledger::Fact&) {
    units_[opened.unit] = {opened.parent.value_or(city::UnitNo{}), opened.code, opened.what,
                           opened.on, opened.mailbox.value_or("")};
  });
  teller.on<organisation::UnitClosed>([this](const auto& closed, const ledger::Fact&) {
    const auto found = units_.find(closed.unit);
    if (found == units_.end()) return;
    found->second.is_open = false;
    found->second.last_days.push_back(closed.on);
  });
  teller.on<organisation::UnitReopened>([this](const auto& reopened, const ledger::Fact&) {
    if (const auto found = units_.find(reopened.unit); found != units_.end()) {
      found->second.is_open = true;
    }
  });
  teller.on<organisation::MailboxSet>([this](const auto& set, const ledger::Fact&) {
    if (const auto found = units_.find(set.unit); found != units_.end()) {
      found->second.mailbox = set.mailbox.value_or("");
    }
  });
  hear_groups(teller);
}

void Tree::hear_groups(Teller& teller) {
  teller.on<organisation::GroupMade>([this](const auto& made, const ledger::Fact&) {
    groups_[made.group] = {made.owner, made.name, made.units.numbers};
  });
  teller.on<organisation::GroupChanged>([this](const auto& changed, const ledger::Fact&) {
    Group& one = groups_[changed.group];
    one.version = changed.version;
    one.name = changed.name;
    one.units = changed.units.numbers;
  });
  teller.on<organisation::GroupEnded>(
      [this](const auto& ended, const ledger::Fact&) { groups_[ended.group].is_ended = true; });
}

const Tree::One* Tree::find(city::UnitNo unit) const {
  const auto found = units_.find(unit);
  return found == units_.end() ? nullptr : &found->second;
}

const Tree::Group* Tree::find(city::GroupNo group) const {
  const auto found = groups_.find(group);
  return found == groups_.end() ? nullptr : &found->second;
}

const Tree::Group* Tree::group_of(const city::plan::Rule& rule) const {
  return rule.group ? find(*rule.group) : nullptr;
}

bool Tree::is_open(city::UnitNo unit) const {
  const One* one = find(unit);
  return one != nullptr && one->is_open;
}

bool Tree::is_below(city::UnitNo unit, city::UnitNo top) const {
  while (unit && unit != top) {
    const One* one = find(unit);
    unit = one == nullptr ? city::UnitNo{} : one->parent;
  }
  return unit == top;
}

city::UnitNo Tree::answering(city::UnitNo unit) const {
  for (const One* one = find(unit); one != nullptr && !one->is_open; one = find(unit)) {
    unit = one->parent;
  }
  return unit;
}

const std::string& Tree::mailbox(city::UnitNo unit) const {
  static const std::string none;
  const One* one = find(unit);
  return one == nullptr ? none : one->mailbox;
}

std::vector<std::uint32_t> Tree::units_of(const city::plan::Rule& rule) const {
  const Group* group = group_of(rule);
  std::vector<std::uint32_t> out;
  for (const auto& [no, one] : units_) {
    if (!one.is_open || !is_below(no, rule.top)) continue;
    const bool is_of_kind =
        std::find(rule.kinds.begin(), rule.kinds.end(), one.kind) != rule.kinds.end();
    const bool is_meant = rule.group           ? group != nullptr && group->has(no)
                          : rule.kinds.empty() ? no == rule.top
                                               : is_of_kind;
    if (is_meant) out.push_back(no.value);
  }
  return out;
}

WorkingDays::WorkingDays(Teller& teller) {
  teller.on<workday::DaySet>(
      [this](const auto& set, const ledger::Fact&) { said_[set.date] = set.rule; });
}

// A return to the week's rule is said as well, over what was announced.
bool WorkingDays::is_worked(Date day) const {
  const auto found = said_.find(day);
  const auto rule = found == said_.end() ? announced(day) : std::optional(found->second);
  if (!rule || *rule == workday::Rule::ByWeek) return !is_weekend(day);
  return *rule == workday::Rule::Worked;
}

Date WorkingDays::after(Date from, std::uint32_t days) const {
  Date day = from;
  for (std::uint32_t left = days; left > 0;) {
    day = day + 1;
    if (is_worked(day)) --left;
  }
  return day;
}

}  // namespace lantoa::sim
