#include "viet/legal_quotes.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "viet/legal_label.h"

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

constexpr std::size_t never = static_cast<std::size_t>(-1);

// Where each quotation that opens with a passage would end: the passage that closes it, or never.
std::vector<std::size_t> closings(const std::vector<Marks>& marks) {
  const std::size_t count = marks.size();
  std::vector<std::int32_t> depth(count + 1, 0);  // before each passage
  for (std::size_t i = 0; i < count; ++i) depth[i + 1] = depth[i] + marks[i].depth;
  std::vector<std::size_t> out(count, never);
  std::vector<std::size_t> falling{count};  // where the depth is lower than anywhere up to there
  std::size_t odd = never;                  // the next passage with an odd number of straight marks
  for (std::size_t i = count; i-- > 0;) {
    while (!falling.empty() && depth[falling.back()] > depth[i]) falling.pop_back();
    if (marks[i].opens_curly && !falling.empty()) out[i] = falling.back() - 1;
    if (marks[i].opens_straight) out[i] = marks[i].odd ? odd : i;
    if (marks[i].odd) odd = i;
    falling.push_back(i);
  }
  return out;
}

// The articles of the outer text: which passages open with "Điều 3.", by number.
class Articles {
 public:
  explicit Articles(const Layout& layout) {
    for (std::size_t i = 0; i < layout.passages.size(); ++i) {
      const Passage& passage = layout.passages[i];
      if (passage.cell) continue;
      const auto label = label_of(layout.pieces[passage.first].text);
      if (!label || label->level != Level::Article) continue;
      if (label->value != std::to_string(label->order)) continue;
      number_of_.emplace(i, label->order);
      passages_of_[label->order].push_back(i);
    }
  }

  // A passage that no quotation holds.
  void pass(std::size_t i) {
    if (const auto found = number_of_.find(i); found != number_of_.end()) last_ = found->second;
  }

  // Where a quotation over passages [first, last] must have ended: before the next article of the
  // outer text, unless that one still comes after the quotation.
  std::size_t end_within(std::size_t first, std::size_t last) const {
    const auto found = passages_of_.find(last_ + 1);
    if (found == passages_of_.end()) return last + 1;
    const auto& places = found->second;
    const auto inside = std::upper_bound(places.begin(), places.end(), first);
    if (inside == places.end() || *inside > last || places.back() > last) return last + 1;
    return *inside;
  }

 private:
  std::map<std::size_t, int> number_of_;
  std::map<int, std::vector<std::size_t>> passages_of_;
  int last_ = 0;
};

}  // namespace

std::vector<bool> quoted_passages(std::string_view source, const Layout& layout) {
  std::vector<Marks> marks;
  marks.reserve(layout.passages.size());
  for (const Passage& passage : layout.passages) {
    const std::size_t begin = layout.begin(passage);
    marks.push_back(passage.cell ? Marks{}
                                 : marks_of(source.substr(begin, layout.end(passage) - begin)));
  }
  const auto closed_at = closings(marks);
  Articles articles(layout);
  std::vector<bool> out(marks.size(), false);
  for (std::size_t i = 0; i < marks.size();) {
    if (closed_at[i] == never) {
      articles.pass(i++);
      continue;
    }
    for (const std::size_t end = articles.end_within(i, closed_at[i]); i < end; ++i) out[i] = true;
  }
  return out;
}

}  // namespace lantoa::viet
