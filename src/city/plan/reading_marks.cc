#include "city/plan/reading_marks.h"

#include <algorithm>
#include <map>

namespace lantoa::city::plan {
namespace {

// Cuts at new lines; `newlines` counts those in a row, over pieces.
std::vector<TextLine> lines_of(std::string_view text, std::size_t& newlines) {
  constexpr std::size_t newlines_max = 2;
  std::vector<TextLine> out;
  bool broken = false;
  for (;;) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (line.ends_with('\r')) line.remove_suffix(1);
    const bool blank = line.find_first_not_of(" \t\xC2\xA0") == std::string_view::npos;
    if (broken && newlines < newlines_max) {
      out.push_back({true, {}});
      ++newlines;
    }
    if (!blank) newlines = 0;
    if (!line.empty() && !(blank && broken)) {
      if (!broken || out.empty()) {
        out.push_back({false, std::string(line)});
      } else {
        out.back().text = std::string(line);
      }
    }
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
    broken = true;
  }
}

}  // namespace

std::vector<Piece> cut_into_pieces(std::string_view text,
                                   const std::vector<Highlight>& highlights) {
  std::map<std::size_t, std::vector<const Highlight*>> begins;
  std::map<std::size_t, std::vector<const Highlight*>> ends;
  std::vector<std::size_t> edges{0, text.size()};
  for (const Highlight& one : highlights) {
    if (one.at.length == 0 || one.at.end() > text.size()) continue;
    begins[one.at.offset].push_back(&one);
    ends[one.at.end()].push_back(&one);
    edges.push_back(one.at.offset);
    edges.push_back(one.at.end());
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::vector<Piece> out;
  std::size_t open = 0;
  std::size_t open_words = 0;
  std::size_t newlines = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    Piece piece;
    if (const auto found = begins.find(edges[i]); found != begins.end()) {
      for (const Highlight* one : found->second) {
        ++open;
        open_words += one->word ? 1 : 0;
        if (one->id.empty()) continue;
        if (piece.id) piece.anchors.push_back({*piece.id});
        piece.id = one->id;
      }
    }
    piece.marked = open > 0;
    piece.word = open_words > 0;
    piece.lines = lines_of(text.substr(edges[i], edges[i + 1] - edges[i]), newlines);
    if (const auto found = ends.find(edges[i + 1]); found != ends.end()) {
      for (const Highlight* one : found->second) {
        --open;
        open_words -= one->word ? 1 : 0;
        if (!one->back.empty()) piece.backs.push_back({"#" + one->back, one->label});
      }
    }
    out.push_back(std::move(piece));
  }
  return out;
}

}  // namespace lantoa::city::plan
