#include "viet/word_diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace lantoa::viet {
namespace {

using Tokens = std::vector<std::string_view>;

// More insertions and deletions than this are not looked for: time and memory grow with the square.
constexpr int edits_max = 800;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

// Each line with its end.
Tokens lines_of(std::string_view text) {
  Tokens out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

// Words, and the white space between them one by one, so that a line broken elsewhere is not a word
// changed.
Tokens words_of(std::string_view text) {
  Tokens out;
  while (!text.empty()) {
    std::size_t size = 1;
    if (!is_space(text.front())) {
      while (size < text.size() && !is_space(text[size])) ++size;
    }
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

// Tokens as numbers: the same number means the same text.
class Numbering {
 public:
  std::vector<std::uint32_t> of(const Tokens& tokens) {
    std::vector<std::uint32_t> out;
    out.reserve(tokens.size());
    for (const std::string_view token : tokens) {
      out.push_back(
          numbers_.try_emplace(token, static_cast<std::uint32_t>(numbers_.size())).first->second);
    }
    return out;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

struct Step {
  Change change;
  std::size_t at;  // in `before` unless New
};

// Myers, "An O(ND) difference algorithm and its variations" (1986): the fewest insertions and
// deletions. Nothing when there are more than edits_max.
class Shortest {
 public:
  Shortest(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& after)
      : before_(before), after_(after) {}

  bool find() {
    std::vector<int> reach{0, 0, 0};  // x on diagonals -1, 0, 1
    for (int d = 0; d <= edits_max; ++d) {
      const bool done = extend(reach, d);
      history_.push_back(reach);
      if (done) return true;
      std::vector<int> wider(reach.size() + 2, 0);
      std::copy(reach.begin(), reach.end(), wider.begin() + 1);
      reach = std::move(wider);
    }
    return false;
  }

  // Needs a find() that found. In order.
  std::vector<Step> steps() const {
    std::vector<Step> out;
    int x = static_cast<int>(before_.size());
    int y = static_cast<int>(after_.size());
    for (int d = static_cast<int>(history_.size()) - 1; d > 0; --d) {
      const bool down = goes_down(history_[static_cast<std::size_t>(d) - 1], d - 1, x - y, d);
      const int from = down ? x - y + 1 : x - y - 1;
      const int start = at(history_[static_cast<std::size_t>(d) - 1], d - 1, from);
      const int after_edit = down ? start : start + 1;
      for (; x > after_edit; --x, --y) {
        out.push_back({Change::Same, static_cast<std::size_t>(x) - 1});
      }
      if (down) {
        out.push_back({Change::New, static_cast<std::size_t>(--y)});
      } else {
        out.push_back({Change::Gone, static_cast<std::size_t>(--x)});
      }
    }
    for (; x > 0; --x) out.push_back({Change::Same, static_cast<std::size_t>(x) - 1});
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  // `reach` of round d holds diagonals -d-1 to d+1.
  static int at(const std::vector<int>& reach, int d, int diagonal) {
    return reach[static_cast<std::size_t>(diagonal + d + 1)];
  }

  // Whether round d comes to `diagonal` from the one above it, by an insertion.
  static bool goes_down(const std::vector<int>& reach, int last, int diagonal, int d) {
    return diagonal == -d ||
           (diagonal != d && at(reach, last, diagonal - 1) < at(reach, last, diagonal + 1));
  }

  bool extend(std::vector<int>& reach, int d) const {
    const std::vector<int>& last = history_.empty() ? reach : history_.back();
    for (int diagonal = -d; diagonal <= d; diagonal += 2) {
      int x = 0;
      if (d > 0) {
        x = goes_down(last, d - 1, diagonal, d) ? at(last, d - 1, diagonal + 1)
                                                : at(last, d - 1, diagonal - 1) + 1;
      }
      while (is_same(x, x - diagonal)) ++x;
      reach[static_cast<std::size_t>(diagonal + d + 1)] = x;
      if (x >= static_cast<int>(before_.size()) &&
          x - diagonal >= static_cast<int>(after_.size())) {
        return true;
      }
    }
    return false;
  }

  bool is_same(int x, int y) const {
    return x >= 0 && y >= 0 && x < static_cast<int>(before_.size()) &&
           y < static_cast<int>(after_.size()) &&
           before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }

  const std::vector<std::uint32_t>& before_;
  const std::vector<std::uint32_t>& after_;
  std::vector<std::vector<int>> history_;
};

void append(std::vector<DiffPiece>& out, Change change, std::string_view text) {
  if (text.empty()) return;
  if (!out.empty() && out.back().change == change) {
    out.back().text += text;
  } else {
    out.push_back({change, std::string(text)});
  }
}

std::vector<DiffPiece> diff(const Tokens& before, const Tokens& after) {
  std::vector<DiffPiece> out;
  Numbering numbering;
  const auto left = numbering.of(before);
  const auto right = numbering.of(after);
  Shortest shortest(left, right);
  if (shortest.find()) {
    for (const Step& step : shortest.steps()) {
      append(out, step.change, step.change == Change::New ? after[step.at] : before[step.at]);
    }
    return out;
  }
  for (const std::string_view token : before) append(out, Change::Gone, token);
  for (const std::string_view token : after) append(out, Change::New, token);
  return out;
}

// One stretch of changes: what is gone, then what is new. White space alone between two changes
// belongs to both, else every word of a replaced sentence would stand for itself.
class Joining {
 public:
  void add(const DiffPiece& piece, bool more_changes_follow) {
    if (piece.change == Change::Gone) gone_ += piece.text;
    if (piece.change == Change::New) fresh_ += piece.text;
    if (piece.change != Change::Same) return;
    if (is_blank(piece.text) && more_changes_follow && !(gone_.empty() && fresh_.empty())) {
      gone_ += piece.text;
      fresh_ += piece.text;
      return;
    }
    flush();
    append(out_, Change::Same, piece.text);
  }

  std::vector<DiffPiece> take() {
    flush();
    return std::move(out_);
  }

 private:
  void flush() {
    append(out_, Change::Gone, gone_);
    append(out_, Change::New, fresh_);
    gone_.clear();
    fresh_.clear();
  }

  std::string gone_, fresh_;
  std::vector<DiffPiece> out_;
};

std::vector<DiffPiece> joined(const std::vector<DiffPiece>& pieces) {
  Joining joining;
  for (std::size_t i = 0; i < pieces.size(); ++i) joining.add(pieces[i], i + 1 < pieces.size());
  return joining.take();
}

void add_words(std::vector<DiffPiece>& out, std::string_view gone, std::string_view fresh) {
  for (const DiffPiece& piece : joined(diff(words_of(gone), words_of(fresh)))) {
    append(out, piece.change, piece.text);
  }
}

}  // namespace

std::vector<DiffPiece> word_diff(std::string_view before, std::string_view after) {
  std::vector<DiffPiece> out;
  std::string gone, fresh;
  for (const DiffPiece& lines : diff(lines_of(before), lines_of(after))) {
    if (lines.change == Change::Gone) gone += lines.text;
    if (lines.change == Change::New) fresh += lines.text;
    if (lines.change != Change::Same) continue;
    add_words(out, gone, fresh);
    gone.clear();
    fresh.clear();
    append(out, Change::Same, lines.text);
  }
  add_words(out, gone, fresh);
  return out;
}

}  // namespace lantoa::viet
