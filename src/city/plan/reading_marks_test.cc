#include "city/plan/reading_marks.h"

namespace lantoa::city::plan {
namespace {

// "a<id>b</> ->#back": the pieces as one line.
std::string drawn(std::string_view text, const std::vector<Highlight>& highlights) {
  std::string out;
  for (const Piece& piece : cut_into_pieces(text, highlights)) {
    for (const Anchor& anchor : piece.anchors) out += "(" + anchor.id + ")";
    if (piece.marked) out += "<" + piece.id.value_or("") + (piece.word ? "!" : "") + ">";
    for (const TextLine& line : piece.lines) out += (line.broken ? "/" : "") + line.text;
    if (piece.marked) out += "</>";
    for (const Back& back : piece.backs) out += "->" + back.address;
  }
  return out;
}

TEST(ReadingMarks, EveryPlaceHasItsMarkAndItsWayBack) {
  EXPECT_EQ(drawn("abc", {}), "abc");
  EXPECT_EQ(drawn("", {}), "");
  EXPECT_EQ(drawn("abcdef", {{{1, 2}, "x", "X", {}, false}}), "a<x>bc</>->#Xdef");
}

TEST(ReadingMarks, InsideBesideAndAcrossEachOther) {
  const Highlight sentence{{0, 6}, "", "", {}, false};
  EXPECT_EQ(drawn("abcdef", {sentence, {{2, 2}, "y", "Y", {}, true}}),
            "<>ab</><y!>cd</>->#Y<>ef</>");
  EXPECT_EQ(drawn("abcd", {{{0, 3}, "x", "X", {}, false}, {{1, 3}, "y", "Y", {}, false}}),
            "<x>a</><y>bc</>->#X<>d</>->#Y");
  EXPECT_EQ(drawn("ab", {{{0, 2}, "x", "X", {}, false}, {{0, 2}, "y", "Y", {}, false}}),
            "(x)<y>ab</>->#X->#Y");
}

TEST(ReadingMarks, LinesAreKeptAndEmptyOnesRunTogether) {
  EXPECT_EQ(drawn("a\nb", {}), "a/b");
  EXPECT_EQ(drawn("a\r\n\r\n \n\nb c\n", {}), "a//b c/");
  EXPECT_EQ(drawn("a\nbc\nd", {{{0, 4}, "x", "X", {}, false}}), "<x>a/bc</>->#X/d");
}

TEST(ReadingMarks, APlaceOutsideTheTextIsNone) {
  EXPECT_EQ(drawn("ab", {{{1, 5}, "x", "X", {}, false}}), "ab");
}

}  // namespace
}  // namespace lantoa::city::plan
