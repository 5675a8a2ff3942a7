// NumberSet: distinct numbers from 1 as a fact writes them, "1001-1050,1055": ascending, ranges
// merged. High-volume facts are sets, not rows; this is their one written form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa {

// A set larger than this in one fact is refused: a damaged "1-4294967295" must not eat the memory.
constexpr std::size_t number_set_size_max = 20'000'000;

struct NumberSet {
  std::vector<std::uint32_t> numbers;  // ascending, distinct

  static NumberSet of(std::vector<std::uint32_t> any_order);
  static Result<NumberSet> parse(std::string_view text);
  // The same where a set larger than `size_max` is refused, as of a form that anybody fills in.
  static Result<NumberSet> parse_up_to(std::string_view text, std::size_t size_max);
  std::string text() const;

  bool operator==(const NumberSet&) const = default;
};

}  // namespace lantoa
