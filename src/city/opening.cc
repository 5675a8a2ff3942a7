#include "city/opening.h"

#include <algorithm>

#include "kernel/utf8.h"

namespace lantoa::city {

std::string opening_of(std::string_view text, std::size_t characters_max) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < characters_max && end < text.size(); ++i) {
    end += std::max<std::size_t>(1, character_size(text.substr(end)));
  }
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  if (end >= out.size()) return out;
  const std::size_t space = out.rfind(' ', end);
  out.resize(space == std::string::npos ? end : space);
  return out + "…";
}

}  // namespace lantoa::city
