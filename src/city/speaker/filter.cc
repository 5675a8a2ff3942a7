#include "city/speaker/filter.h"

#include <algorithm>

#include "city/speaker/branches.h"

namespace lantoa::city::speaker {
namespace {

// With those of everything below.
void add_up(const organisation::State& organisation, std::vector<std::uint32_t>& count) {
  for (std::uint32_t number = organisation.size(); number > 1; --number) {
    const UnitNo unit{number};  // a unit's number is higher than its parent's
    const UnitNo parent = organisation.unit(unit).parent;
    if (parent) count[parent.index()] += count[unit.index()];
  }
}

}  // namespace

Result<Asked> asked_of(const organisation::State& organisation, const Visit& visit, UnitNo usual) {
  Asked out{usual, visit.query("linh-vuc"), one_line(visit.query("q"))};
  if (!visit.query("don-vi").empty()) {
    out.top = UnitNo{visit.query_number("don-vi")};
    TRY(organisation.find(out.top));
  }
  if (find_branch(out.branch) == nullptr) out.branch.clear();
  if (count_characters(out.words) > query_characters_max) out.words.clear();
  return out;
}

bool fits(const Asked& asked, const std::vector<bool>& below, const Speaker& speaker) {
  const auto& codes = speaker.branches;
  return below[speaker.unit.index()] &&
         (asked.branch.empty() ||
          std::find(codes.begin(), codes.end(), asked.branch) != codes.end());
}

std::string list_address(const std::string& path, const Asked& asked) {
  std::string out = path + "?don-vi=" + std::to_string(asked.top.value);
  if (!asked.branch.empty()) out += "&linh-vuc=" + asked.branch;
  if (!asked.words.empty()) out += "&q=" + http::percent_encode(asked.words);
  return out;
}

Filter filter_of(const organisation::State& organisation, std::string action, const Asked& asked,
                 UnitNo usual, std::vector<std::uint32_t> count, const std::vector<bool>& seen,
                 Language language) {
  Filter out;
  out.action = std::move(action);
  out.q = asked.words;
  out.filtered = asked.top != usual || !asked.branch.empty() || !asked.words.empty();
  for (const Branch& branch : branches()) {
    out.branches.push_back(
        {std::string(branch.code), branch.title.in(language), branch.code == asked.branch});
  }
  if (!asked.top) return out;
  add_up(organisation, count);
  const auto offer = [&](UnitNo unit) {
    out.units.push_back(
        {std::to_string(unit.value),
         organisation.unit(unit).name + " (" + std::to_string(count[unit.index()]) + ")",
         unit == asked.top});
  };
  for (const UnitNo above : organisation.path(asked.top)) {
    if (seen[above.index()]) offer(above);
  }
  for (const UnitNo child : organisation.unit(asked.top).children) {
    if (count[child.index()] > 0) offer(child);
  }
  return out;
}

}  // namespace lantoa::city::speaker
