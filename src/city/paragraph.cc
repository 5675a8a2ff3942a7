#include "city/paragraph.h"

#include <algorithm>

namespace lantoa::city {

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) out.push_back({std::string(text.substr(begin, end - begin))});
    begin = end + 1;
  }
  return out;
}

}  // namespace lantoa::city
