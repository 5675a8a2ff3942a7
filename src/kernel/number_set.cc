#include "kernel/number_set.h"

#include <algorithm>
#include <charconv>

namespace lantoa {
namespace {

bool take(std::string_view& rest, std::uint32_t& out) {
  if (rest.starts_with('0')) return false;  // none, or a second way to write a number
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), out);
  if (error != std::errc{}) return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return true;
}

tl::unexpected<Problem> malformed(std::string_view text) {
  const std::string shown(text.substr(0, 40));
  return problem(Code::Invalid,
                 {"Dãy số “" + shown + "” sai; cần dạng 1-5,7 tăng dần.",
                  "Number set “" + shown + "” is malformed; expected 1-5,7 ascending."});
}

}  // namespace

NumberSet NumberSet::of(std::vector<std::uint32_t> any_order) {
  std::sort(any_order.begin(), any_order.end());
  any_order.erase(std::unique(any_order.begin(), any_order.end()), any_order.end());
  return {std::move(any_order)};
}

Result<NumberSet> NumberSet::parse(std::string_view text) {
  return parse_up_to(text, number_set_size_max);
}

Result<NumberSet> NumberSet::parse_up_to(std::string_view text, std::size_t size_max) {
  NumberSet set;
  std::string_view rest = text;
  std::uint64_t least = 1;
  while (!rest.empty()) {
    std::uint32_t first = 0;
    if (!take(rest, first) || first < least) return malformed(text);
    std::uint32_t last = first;
    if (!rest.empty() && rest.front() == '-') {
      rest.remove_prefix(1);
      if (!take(rest, last) || last <= first) return malformed(text);
    }
    if (set.numbers.size() + (last - first) >= size_max) return malformed(text);
    for (std::uint64_t n = first; n <= last; ++n) {
      set.numbers.push_back(static_cast<std::uint32_t>(n));
    }
    least = std::uint64_t{last} + 1;
    if (rest.empty()) break;
    if (rest.front() != ',' || rest.size() == 1) return malformed(text);
    rest.remove_prefix(1);
  }
  return set;
}

std::string NumberSet::text() const {
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t j = i;
    while (j + 1 < numbers.size() && numbers[j + 1] == numbers[j] + 1) ++j;
    if (!out.empty()) out += ',';
    out += std::to_string(numbers[i]);
    if (j > i) out += '-' + std::to_string(numbers[j]);
    i = j + 1;
  }
  return out;
}

}  // namespace lantoa
