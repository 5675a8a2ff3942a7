#include "city/reach/people_choice.h"

#include <algorithm>
#include <set>

#include "city/field.h"
#include "viet/unicode.h"

namespace lantoa::city::reach {
namespace {

constexpr std::size_t people_without_search = 10;

struct Named {
  PeopleChoice::Row row;
  std::string sort_key;
};

// By given name.
std::vector<PeopleChoice::Row> read_names(const App& app, const Visit& visit,
                                          const std::vector<Candidate>& candidates) {
  std::vector<Named> named;
  named.reserve(candidates.size());
  for (const Candidate& one : candidates) {
    Named row;
    row.row = {std::to_string(one.person.value), app.name_of(one.person, visit.language), one.note,
               one.open, false};
    row.sort_key = viet::person_sort_key(row.row.name);
    named.push_back(std::move(row));
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const Named& a, const Named& b) { return a.sort_key < b.sort_key; });
  std::vector<PeopleChoice::Row> out;
  out.reserve(named.size());
  for (Named& one : named) out.push_back(std::move(one.row));
  return out;
}

void turn_to_page(PeopleChoice& choice, std::uint32_t asked) {
  const std::uint32_t pages = std::max(1U, (choice.found + rows_per_page - 1) / rows_per_page);
  const std::uint32_t page = std::clamp(asked, 1U, pages);
  choice.many = pages > 1;
  choice.page = std::to_string(page);
  choice.pages = std::to_string(pages);
  if (page > 1) choice.previous = std::to_string(page - 1);
  if (page < pages) choice.next = std::to_string(page + 1);
}

}  // namespace

PeopleChoice choose_people(const App& app, const Visit& visit,
                           const std::vector<Candidate>& candidates) {
  PeopleChoice out;
  out.error = field(visit, "person").error;
  out.query = one_line(visit.typed("ten"));
  out.searchable = candidates.size() > people_without_search;
  const std::string wanted = viet::fold(out.query);
  const auto boxes = ticked(visit, "p");
  const std::set<std::uint32_t> chosen(boxes.begin(), boxes.end());
  std::vector<PeopleChoice::Row> all = read_names(app, visit, candidates);
  std::vector<PeopleChoice::Row> found;
  std::vector<PeopleChoice::Row> others;
  for (PeopleChoice::Row& row : all) {
    const auto number = static_cast<std::uint32_t>(std::stoul(row.number));
    row.ticked = chosen.contains(number);
    const bool matches = viet::fold(row.name).find(wanted) != std::string::npos;
    (matches ? found : others).push_back(std::move(row));
  }
  out.found = static_cast<std::uint32_t>(found.size());
  turn_to_page(out, visit.typed_number("trang"));
  const std::size_t first = (std::stoul(out.page) - 1) * rows_per_page;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool here = i >= first && i < first + rows_per_page;
    (here ? out.rows : others).push_back(std::move(found[i]));
  }
  for (const PeopleChoice::Row& row : others) {
    if (!row.ticked) continue;
    out.kept.push_back({row.number});
    if (row.open) ++out.elsewhere;
  }
  // Without a box here, but perhaps with one when something else is chosen in the form.
  for (const PeopleChoice::Row& row : out.rows) {
    if (row.ticked && !row.open) out.kept.push_back({row.number});
  }
  out.has_elsewhere = out.elsewhere != 0;
  out.has_rows = !out.rows.empty();
  return out;
}

}  // namespace lantoa::city::reach
