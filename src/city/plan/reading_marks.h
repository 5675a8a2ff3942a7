// A text cut into pieces with its highlights: each place that a proposal rests on is a <mark> with
// an id, and after it stands the way back to the proposal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/text.h"
#include "platform/html/view.h"
#include "viet/plan_text.h"

namespace lantoa::city::plan {

struct Highlight {
  viet::Span at;
  std::string id;     // "cho-viec-3"; empty: only highlighted
  std::string back;   // "viec-3"
  Text label;         // "việc 3"
  bool word = false;  // a few words inside a sentence rather than the sentence
};

struct Anchor {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Anchor, (), (id))

struct Back {
  std::string address;  // "#viec-3"
  Text label;
};
BOOST_DESCRIBE_STRUCT(Back, (), (address, label))

struct TextLine {
  bool broken = false;  // it begins on a new line
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TextLine, (), (broken, text))

// A run of the text that the same highlights cover. Of those that begin here the last gives the
// mark its id, the others stand before it.
struct Piece {
  std::vector<Anchor> anchors;
  bool marked = false;
  std::optional<std::string> id;
  bool word = false;
  std::vector<TextLine> lines;
  std::vector<Back> backs;  // of those that end here
};
BOOST_DESCRIBE_STRUCT(Piece, (), (anchors, marked, id, word, lines, backs))

// Highlights may overlap in any way; the pieces' lines together are the text, with no more than one
// empty line in a row.
std::vector<Piece> cut_into_pieces(std::string_view text, const std::vector<Highlight>& highlights);

}  // namespace lantoa::city::plan
