// Lines of a text that an encoding fault has spoilt: replacement characters, letters turned into
// question marks, UTF-8 or TCVN3 once read as Latin-1.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/text.h"

namespace lantoa::viet {

constexpr std::size_t damaged_lines_max = 200;

struct DamagedLine {
  std::size_t line = 0;    // 1-based
  std::size_t offset = 0;  // bytes, of the first spoilt word
  std::string text;        // from the first spoilt word to the last
  Text problem;
};

// The first damaged_lines_max of them.
std::vector<DamagedLine> find_damage(std::string_view text);

}  // namespace lantoa::viet
