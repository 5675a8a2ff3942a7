#include "city/oversight/standing.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "viet/unicode.h"

namespace lantoa::city::oversight {
namespace {

struct Tally {
  Standing standing;
  std::vector<TaskNo> tasks;
};

struct Named {
  std::string key;  // of the name, in Vietnamese order
  Standing standing;
};

void count(const plan::Assignment& one, Date today, Standing& out) {
  ++out.all;
  if (one.done) {
    ++out.done;
    if (*one.done > one.due) ++out.done_late;
    return;
  }
  if (!one.is_late(today)) return;
  ++out.late;
  out.late_days = std::max(out.late_days, static_cast<std::uint32_t>(today - one.due));
}

// A unit a row.
std::vector<Tally> tally(const Assignments& assignments, const organisation::State& tree,
                         Date today) {
  std::vector<std::uint32_t> rows(tree.size());  // by unit's index, from 1; 0: none yet
  std::vector<Tally> out;
  for (const plan::Assignment* one : assignments) {
    std::uint32_t& row = rows.at(one->unit.index());
    if (row == 0) {
      out.emplace_back();
      out.back().standing.unit = one->unit;
      row = static_cast<std::uint32_t>(out.size());
    }
    Tally& unit = out[row - 1];
    unit.tasks.push_back(one->task);
    count(*one, today, unit.standing);
  }
  return out;
}

bool is_more_behind(const Standing& a, const Standing& b) {
  if (a.late != b.late) return a.late > b.late;
  if (a.late_days != b.late_days) return a.late_days > b.late_days;
  // The shares as fractions, so that equal ones are equal.
  return std::uint64_t{a.in_time()} * b.all < std::uint64_t{b.in_time()} * a.all;
}

std::vector<Standing> sorted(const std::vector<Standing>& units, const organisation::State& tree) {
  std::vector<Named> named;
  named.reserve(units.size());
  for (const Standing& one : units) {
    named.push_back({viet::sort_key(tree.unit(one.unit).name), one});
  }
  std::sort(named.begin(), named.end(), [](const Named& a, const Named& b) {
    if (is_more_behind(a.standing, b.standing)) return true;
    if (is_more_behind(b.standing, a.standing)) return false;
    return std::tie(a.key, a.standing.unit) < std::tie(b.key, b.standing.unit);
  });
  std::vector<Standing> out;
  out.reserve(named.size());
  for (const Named& one : named) out.push_back(one.standing);
  return out;
}

void give_places(std::vector<Standing>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool is_equal = i > 0 && !is_more_behind(units[i - 1], units[i]);
    units[i].place = is_equal ? units[i - 1].place : static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace

bool PeerGroup::is_level() const { return is_ranked() && units.back().place == 1; }

Assignments assignments_of(const plan::Plan& plan, const plan::State& plans) {
  Assignments out;
  for (const TaskNo task : plan.tasks) {
    // Else who had done it by then would have other tasks than his peers.
    if (plans.task(task).withdrawn) continue;
    for (const AssignmentNo no : plans.task(task).assignments) out.push_back(&plans.assignment(no));
  }
  return out;
}

std::vector<PeerGroup> compare(const Assignments& assignments, const organisation::State& tree,
                               Date today) {
  std::map<std::pair<organisation::Kind, std::vector<TaskNo>>, std::vector<Standing>> groups;
  for (Tally& unit : tally(assignments, tree, today)) {
    std::sort(unit.tasks.begin(), unit.tasks.end());
    unit.tasks.erase(std::unique(unit.tasks.begin(), unit.tasks.end()), unit.tasks.end());
    groups[{tree.unit(unit.standing.unit).kind, std::move(unit.tasks)}].push_back(unit.standing);
  }
  std::vector<PeerGroup> out;
  out.reserve(groups.size());
  for (const auto& [what, units] : groups) {
    PeerGroup group;
    group.no = static_cast<std::uint32_t>(out.size() + 1);
    group.kind = what.first;
    group.tasks = what.second;
    group.units = sorted(units, tree);
    if (group.is_ranked()) give_places(group.units);
    out.push_back(std::move(group));
  }
  return out;
}

}  // namespace lantoa::city::oversight
