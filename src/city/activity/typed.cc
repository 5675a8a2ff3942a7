#include "city/activity/typed.h"

#include <algorithm>
#include <charconv>

#include "city/activity/kinds.h"
#include "city/amount.h"
#include "city/field.h"

namespace lantoa::city::activity {

std::vector<std::string> numbers_in(std::string_view typed) {
  std::vector<std::string> out;
  while (!typed.empty()) {
    const std::size_t end = std::min(typed.find_first_of(",;\n"), typed.size());
    const std::string one = one_line(typed.substr(0, end));
    if (!one.empty()) out.push_back(one);
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  return out;
}

Read read_typed(const Visit& visit) {
  Read out;
  Typed& typed = out.typed;
  typed.kind = visit.typed(fields::kind);
  typed.on = typed_date(visit, fields::on, out.unread);
  typed.what = visit.typed(fields::what);
  typed.place = visit.typed(fields::place);
  if (const Kind* kind = find_kind(typed.kind)) {
    for (const Asked& asked : kind->measures) {
      const std::string name = fields::amount(kind->code, asked.measure);
      const auto amount = typed_amount(visit, name, out.unread);
      if (!amount) continue;
      // What is larger than anything is for decide to refuse.
      const auto cut = static_cast<std::uint32_t>(std::min<std::uint64_t>(*amount, UINT32_MAX));
      typed.amounts.push_back({std::string(asked.measure), cut});
    }
  }
  typed.documents = numbers_in(visit.typed(fields::documents));
  typed.assignment = AssignmentNo{visit.typed_number(fields::assignment)};
  typed.is_other = visit.typed(fields::other) == "1";
  return out;
}

Problem together(Faults unread, const Decided& decided) {
  Problem out = std::move(unread).problem();
  if (decided || decided.error().code != Code::Invalid) return out;
  Faults all;
  const auto is_named = [&](const Detail& detail) {
    return std::any_of(out.details.begin(), out.details.end(),
                       [&](const Detail& one) { return one.field == detail.field; });
  };
  for (const Detail& detail : out.details) all.add(detail.field, detail.text);
  for (const Detail& detail : decided.error().details) {
    if (!is_named(detail)) all.add(detail.field, detail.text);
  }
  return std::move(all).problem();
}

}  // namespace lantoa::city::activity
