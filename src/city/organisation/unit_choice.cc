#include "city/organisation/unit_choice.h"

#include <algorithm>
#include <set>

#include "city/field.h"
#include "city/organisation/decide_groups.h"
#include "viet/unicode.h"

namespace lantoa::city::organisation {
namespace {

constexpr const char* search_field = "tim";
constexpr const char* chosen_only_field = "chi-chon";
constexpr const char* kept_field = "giu";
constexpr const char* all_found_field = "tat-ca";
constexpr const char* page_field = "trang";
constexpr const char* box = "u";
constexpr std::size_t chosen_max = 100'000;  // more than any tree has

bool is_asked_for(const State& state, const Unit& unit, const std::string& wanted) {
  const auto holds = [&](const std::string& text) {
    return viet::fold(text).find(wanted) != std::string::npos;
  };
  return wanted.empty() || holds(unit.name) || holds(unit.code) ||
         (unit.parent && holds(state.unit(unit.parent).name));
}

// Among those that are ticked every one is listed, so that one which does not fit can be taken out.
std::vector<UnitNo> found_units(const State& state, UnitNo owner, const UnitChoice& choice,
                                const std::set<UnitNo>& chosen) {
  const std::string wanted = viet::fold(choice.query);
  std::vector<UnitNo> out;
  for (std::uint32_t i = 1; i <= state.size(); ++i) {
    const UnitNo no{i};
    const bool offered =
        choice.chosen_only ? chosen.contains(no) : state.is_open(no) && state.is_within(no, owner);
    if (offered && is_asked_for(state, state.unit(no), wanted)) out.push_back(no);
  }
  return out;
}

UnitChoice::Row row_to_tick(const State& state, UnitNo no, bool is_ticked) {
  const Unit& unit = state.unit(no);
  UnitChoice::Row row{std::to_string(no.value), unit.name, unit.code, title(unit.kind), {},
                      !state.is_open(no),       is_ticked};
  if (unit.parent) row.above = state.unit(unit.parent).name;
  return row;
}

}  // namespace

Result<std::vector<UnitNo>> chosen_units(const Visit& visit) {
  auto kept = NumberSet::parse_up_to(visit.typed(kept_field), chosen_max);
  if (!kept) {
    return problem(Code::Invalid,
                   {"Không đọc được danh sách đã đánh dấu; hãy mở lại trang rồi chọn lại.",
                    "What was ticked cannot be read; open the page again and choose anew."},
                   fields::units);
  }
  std::vector<std::uint32_t> numbers = std::move(kept->numbers);
  const auto here = ticked(visit, box);
  numbers.insert(numbers.end(), here.begin(), here.end());
  std::vector<UnitNo> out;
  for (const std::uint32_t number : NumberSet::of(std::move(numbers)).numbers) {
    if (number != 0) out.push_back(UnitNo{number});
  }
  return out;
}

UnitChoice choose_units(const State& state, const Visit& visit, UnitNo owner,
                        const std::vector<UnitNo>& chosen) {
  UnitChoice out;
  out.error = field(visit, fields::units).error;
  out.query = one_line(visit.typed(search_field));
  out.chosen_only = visit.typed(chosen_only_field) == "1";
  std::set<UnitNo> all(chosen.begin(), chosen.end());
  const std::vector<UnitNo> found = found_units(state, owner, out, all);
  if (visit.typed(all_found_field) == "1") all.insert(found.begin(), found.end());
  out.found = static_cast<std::uint32_t>(found.size());
  out.chosen = static_cast<std::uint32_t>(all.size());
  out.some_unticked =
      std::any_of(found.begin(), found.end(), [&](UnitNo no) { return !all.contains(no); });
  const Pager pager = make_pager(out.found, visit.typed_number(page_field), "");
  out.many = pager.many;
  out.page = std::to_string(pager.page);
  out.pages = std::to_string(pager.pages);
  if (pager.page > 1) out.previous = std::to_string(pager.page - 1);
  if (pager.page < pager.pages) out.next = std::to_string(pager.page + 1);
  const std::uint32_t first = (pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(out.found, first + rows_per_page); ++i) {
    out.rows.push_back(row_to_tick(state, found[i], all.contains(found[i])));
    all.erase(found[i]);
  }
  out.has_rows = !out.rows.empty();
  std::vector<std::uint32_t> rest;
  for (const UnitNo no : all) rest.push_back(no.value);
  out.kept = NumberSet::of(std::move(rest)).text();
  out.elsewhere = static_cast<std::uint32_t>(all.size());
  out.has_elsewhere = out.elsewhere != 0;
  return out;
}

}  // namespace lantoa::city::organisation
