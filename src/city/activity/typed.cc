#include "city/activity/typed.h"

#include <algorithm>
#include <charconv>

#include "city/activity/kinds.h"
#include "city/field.h"

namespace lantoa::city::activity {
namespace {

// Digits, perhaps with a point, comma or space before each group of three: "1045", "1.045". "7,5"
// is none, never 75. Too large ones are cut to what decide refuses.
std::optional<std::uint32_t> amount_in(std::string_view typed) {
  std::uint64_t amount = 0;
  std::size_t digits = 0;  // of the present group
  char separator = 0;      // the same between all groups
  for (const char c : typed) {
    if (c >= '0' && c <= '9') {
      ++digits;
      amount = std::min<std::uint64_t>(amount * 10 + static_cast<unsigned>(c - '0'), UINT32_MAX);
      continue;
    }
    const bool fits = separator != 0 ? digits == 3 && c == separator : digits >= 1 && digits <= 3;
    if (!fits || (c != '.' && c != ',' && c != ' ')) return std::nullopt;
    separator = c;
    digits = 0;
  }
  if (separator != 0 ? digits != 3 : digits == 0) return std::nullopt;
  return static_cast<std::uint32_t>(amount);
}

// Nothing typed: nullopt without a fault.
std::optional<std::uint32_t> typed_amount(const Visit& visit, const std::string& name,
                                          Faults& faults) {
  const std::string typed = one_line(visit.typed(name));
  if (typed.empty()) return std::nullopt;
  const auto amount = amount_in(typed);
  if (!amount) {
    faults.add(name, {"Hãy ghi một số nguyên, ví dụ 45.", "Write a whole number, for example 45."});
  }
  return amount;
}

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

}  // namespace

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
      if (amount) typed.amounts.push_back({std::string(asked.measure), *amount});
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

std::uint32_t number_asked(const Visit& visit, std::string_view name) {
  const std::string text = visit.query(name);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

}  // namespace lantoa::city::activity
