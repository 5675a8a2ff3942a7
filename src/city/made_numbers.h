// Of a command that makes many things at once for a program: their numbers, after the address in
// Decision::answer, so that whoever repeats its key is told them again. They are dense, in the
// order in which things were sent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::city {

// "/hoat-dong?don-vi=3\n41+12": twelve from 41 on.
std::string with_numbers(std::string address, std::uint32_t first, std::uint32_t count);

struct MadeNumbers {
  std::string address;
  std::vector<std::uint32_t> numbers;  // empty where the answer has none
};
MadeNumbers made_numbers(std::string_view answer);

}  // namespace lantoa::city
