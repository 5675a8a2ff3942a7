#include "platform/search/snippet.h"

#include <gtest/gtest.h>

namespace lantoa::search {
namespace {

// "… đầu [một] giữa [hai] cuối"
std::string shown(const std::vector<Piece>& pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    out += piece.plain;
    if (piece.marked) out += "[" + *piece.marked + "]";
  }
  return out;
}

std::string long_text(std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) out += (i == 0 ? "w" : " w") + std::to_string(i);
  return out;
}

TEST(Snippet, MarksWhatWasFound) {
  EXPECT_EQ(shown(mark("Luật Đất đai, số 31", {{1, 0}, {2, 1}})), "Luật [Đất đai], số 31");
  EXPECT_EQ(shown(mark("một hai ba", {{2, 0}, {0, 0}})), "[một] hai [ba]");
  EXPECT_EQ(shown(mark("một", {})), "một");
  EXPECT_EQ(shown(mark("một", {{7, 0}})), "một") << "words that are not there";
  EXPECT_TRUE(mark("", {}).empty());
}

TEST(Snippet, OfAShortTextIsAllOfIt) {
  EXPECT_EQ(shown(snippet("Điều 1.\n\nPhạm vi", {{2, 0}})), "Điều 1. [Phạm] vi");
}

TEST(Snippet, BeginsAtTheBeginningWhenNothingWasFound) {
  const std::string text = shown(snippet(long_text(100), {}));
  EXPECT_EQ(text.substr(0, 8), "w0 w1 w2");
  EXPECT_TRUE(text.ends_with("w35 …")) << text;
}

TEST(Snippet, ShowsWhereMostWordsOfTheQueryStand) {
  const std::string text =
      shown(snippet(long_text(300), {{40, 0}, {41, 0}, {42, 0}, {200, 0}, {210, 1}}));
  EXPECT_TRUE(text.starts_with("… w194 ")) << text;
  EXPECT_NE(text.find("[w200]"), std::string::npos);
  EXPECT_NE(text.find("[w210]"), std::string::npos);
  EXPECT_TRUE(text.ends_with("w229 …")) << text;
}

TEST(Snippet, OfAWordAsLongAsATextIsItsBeginning) {
  const std::string text =
      shown(snippet("đầu " + std::string(5'000, 'x') + " cuối", {{0, 0}, {1, 0}}));
  EXPECT_TRUE(text.starts_with("[đầu] xxx")) << text;
  EXPECT_TRUE(text.ends_with("xxx …")) << text;
  EXPECT_LT(text.size(), snippet_bytes_max + 10);
}

TEST(Snippet, ABeginningFewWordsAwayIsShown) {
  EXPECT_TRUE(shown(snippet(long_text(300), {{10, 0}})).starts_with("w0 w1"));
}

}  // namespace
}  // namespace lantoa::search
