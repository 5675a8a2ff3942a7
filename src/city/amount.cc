#include "city/amount.h"

#include <algorithm>

namespace lantoa::city {
namespace {

// Digits, perhaps with a point, comma or space before each group of three: "1045", "1.045". "7,5"
// is none, never 75.
std::optional<std::uint64_t> amount_in(std::string_view typed) {
  std::uint64_t amount = 0;
  std::size_t digits = 0;  // of the present group
  char separator = 0;      // the same between all groups
  for (const char c : typed) {
    if (c >= '0' && c <= '9') {
      ++digits;
      amount = std::min(amount * 10 + static_cast<unsigned>(c - '0'), typed_amount_max);
      continue;
    }
    const bool fits = separator != 0 ? digits == 3 && c == separator : digits >= 1 && digits <= 3;
    if (!fits || (c != '.' && c != ',' && c != ' ')) return std::nullopt;
    separator = c;
    digits = 0;
  }
  if (separator != 0 ? digits != 3 : digits == 0) return std::nullopt;
  return amount;
}

}  // namespace

std::optional<std::uint64_t> read_amount(std::string_view typed, const std::string& name,
                                         Faults& faults) {
  const std::string text = one_line(typed);
  if (text.empty()) return std::nullopt;
  const auto amount = amount_in(text);
  if (!amount) {
    faults.add(name, {"Hãy ghi một số nguyên, ví dụ 45.", "Write a whole number, for example 45."});
  }
  return amount;
}

std::optional<std::uint64_t> typed_amount(const Visit& visit, const std::string& name,
                                          Faults& faults) {
  return read_amount(visit.typed(name), name, faults);
}

}  // namespace lantoa::city
