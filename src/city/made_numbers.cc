#include "city/made_numbers.h"

#include <charconv>

namespace lantoa::city {

std::string with_numbers(std::string address, std::uint32_t first, std::uint32_t count) {
  return std::move(address) + "\n" + std::to_string(first) + "+" + std::to_string(count);
}

MadeNumbers made_numbers(std::string_view answer) {
  const std::size_t end = answer.find('\n');
  MadeNumbers out{std::string(answer.substr(0, end)), {}};
  if (end == std::string_view::npos) return out;
  const char* const stop = answer.data() + answer.size();
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  const auto [plus, error] = std::from_chars(answer.data() + end + 1, stop, first);
  if (error != std::errc() || plus == stop || *plus != '+') return out;
  std::from_chars(plus + 1, stop, count);
  for (std::uint32_t i = 0; i < count; ++i) out.numbers.push_back(first + i);
  return out;
}

}  // namespace lantoa::city
