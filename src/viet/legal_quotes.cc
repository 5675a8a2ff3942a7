#include "viet/legal_quotes.h"

#include <algorithm>
#include <cstdint>

namespace lantoa::viet {

namespace {

constexpr std::string_view opening = "“";
constexpr std::string_view closing = "”";

struct Marks {
  std::int32_t depth = 0;  // “ less ”
  bool odd = false;        // an odd number of straight marks
  bool opens_curly = false, opens_straight = false;
};

Marks marks_of(std::string_view text) {
  Marks out;
  const std::size_t first = text.find_first_not_of("*_\\> ");
  if (first != text.npos) {
    out.opens_curly = text.substr(first).starts_with(opening);
    out.opens_straight = text[first] == '"';
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') out.odd = !out.odd;
    if (text[i] != opening[0]) continue;
    if (text.substr(i).starts_with(opening)) ++out.depth;
    if (text.substr(i).starts_with(closing)) --out.depth;
  }
  return out;
}

}  // namespace

std::vector<bool> quoted_passages(std::string_view source, const Layout& layout) {
  std::vector<Marks> marks;
  marks.reserve(layout.passages.size());
  for (const Passage& passage : layout.passages) {
    const std::size_t begin = layout.begin(passage);
    marks.push_back(passage.cell ? Marks{}
                                 : marks_of(source.substr(begin, layout.end(passage) - begin)));
  }
  const std::size_t count = marks.size();
  // How far the depth still falls from each passage on, counted from the depth before it, and
  // whether a straight mark is still to come: nothing is searched for in vain.
  std::vector<std::int32_t> lowest(count + 1, 0);
  std::size_t last_odd = 0;
  for (std::size_t i = count; i-- > 0;) {
    lowest[i] = marks[i].depth + std::min(0, i + 1 < count ? lowest[i + 1] : 0);
    if (marks[i].odd) last_odd = std::max(last_odd, i);
  }
  std::vector<bool> out(count, false);
  for (std::size_t i = 0; i < count; ++i) {
    const bool curly = marks[i].opens_curly;
    if (!curly && !marks[i].opens_straight) continue;
    const bool closed = curly ? lowest[i] <= 0 : !marks[i].odd || last_odd > i;
    if (!closed) continue;
    std::int32_t depth = 0;
    bool open = true;
    for (const std::size_t first = i; open; ++i) {
      out[i] = true;
      depth += marks[i].depth;
      open = curly ? depth > 0 : (i == first ? marks[i].odd : !marks[i].odd);
    }
    --i;
  }
  return out;
}

}  // namespace lantoa::viet
