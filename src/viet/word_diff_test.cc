#include "viet/word_diff.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lantoa::viet {
namespace {

// [-gone-] and {+new+}.
std::string drawn(std::string_view before, std::string_view after) {
  std::string out;
  for (const DiffPiece& piece : word_diff(before, after)) {
    switch (piece.change) {
      case Change::Same:
        out += piece.text;
        break;
      case Change::Gone:
        out += "[-" + piece.text + "-]";
        break;
      case Change::New:
        out += "{+" + piece.text + "+}";
        break;
    }
  }
  return out;
}

std::string without(const std::vector<DiffPiece>& pieces, Change change) {
  std::string out;
  for (const DiffPiece& piece : pieces) {
    if (piece.change != change) out += piece.text;
  }
  return out;
}

TEST(WordDiff, WordsNotLettersAndWholeStretches) {
  EXPECT_EQ(drawn("", ""), "");
  EXPECT_EQ(drawn("Phường có Hội đồng", "Phường có Hội đồng"), "Phường có Hội đồng");
  EXPECT_EQ(drawn("từ ngày 01/7/2021", "từ ngày 01/8/2021"), "từ ngày [-01/7/2021-]{+01/8/2021+}");
  EXPECT_EQ(drawn("một hai ba", "một ba"), "một [-hai -]ba");
  EXPECT_EQ(drawn("một ba", "một hai ba"), "một {+hai +}ba");
  EXPECT_EQ(drawn("", "mới"), "{+mới+}");
  EXPECT_EQ(drawn("cũ", ""), "[-cũ-]");
  EXPECT_EQ(drawn("a b c d", "p q r d"), "[-a b c-]{+p q r+} d");
}

TEST(WordDiff, AParagraphThatStayedIsNotTakenApart) {
  EXPECT_EQ(drawn("Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.", "Đoạn một.\n\nĐoạn ba."),
            "Đoạn một.\n\n[-Đoạn hai.\n\n-]Đoạn ba.");
  EXPECT_EQ(drawn("A một.\nB hai.\nC ba.", "A một.\nB hai mới.\nC ba."),
            "A một.\nB [-hai.-]{+hai mới.+}\nC ba.");
}

TEST(WordDiff, TooDifferentIsReplacedWhole) {
  std::string before, after;
  for (int i = 0; i < 3'000; ++i) {
    before += "a" + std::to_string(i) + " ";
    after += "b" + std::to_string(i) + " ";
  }
  const auto pieces = word_diff("đầu\n" + before, "đầu\n" + after);
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[0], (DiffPiece{Change::Same, "đầu\n"}));
  EXPECT_EQ(pieces[1], (DiffPiece{Change::Gone, before}));
  EXPECT_EQ(pieces[2], (DiffPiece{Change::New, after}));
}

RC_GTEST_PROP(WordDiff, BothTextsCanBeReadOffIt, ()) {
  const auto text = rc::gen::container<std::string>(rc::gen::element('a', 'b', ' ', '\n', 'c'));
  const std::string before = *text;
  const std::string after = *text;
  const auto pieces = word_diff(before, after);
  RC_ASSERT(without(pieces, Change::New) == before);
  RC_ASSERT(without(pieces, Change::Gone) == after);
  bool alternates = true;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    RC_ASSERT(!pieces[i].text.empty());
    if (i > 0) alternates = alternates && pieces[i].change != pieces[i - 1].change;
  }
  RC_ASSERT(alternates);
}

}  // namespace
}  // namespace lantoa::viet
