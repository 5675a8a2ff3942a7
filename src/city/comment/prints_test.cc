#include "city/comment/prints.h"

#include <gtest/gtest.h>

#include "city/comment/testing_world.h"

namespace lantoa::city::comment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Prints, AreTheSameHoweverTheWordsAreSpacedAndMarked) {
  World world;
  const ledger::Vault& vault = world.node.vault;
  const std::string print = print_of(vault, "Nguyễn Văn Mẫu", "Xin hỏi", "Khi nào có?");
  EXPECT_EQ(print_of(vault, "NGUYEN  VAN MAU", "xin hoi", "khi nao  co?"), print);
  EXPECT_EQ(print.size(), 2 * print_digits);
  const std::string by_another = print_of(vault, "Trần Thị Mẫu", "Xin hỏi", "Khi nào có?");
  EXPECT_EQ(by_another.substr(0, print_digits), print.substr(0, print_digits));
  EXPECT_NE(by_another, print);
  EXPECT_NE(print_of(vault, "Nguyễn Văn Mẫu", "Xin hỏi", "Ở đâu?").substr(0, print_digits),
            print.substr(0, print_digits));
}

TEST(Prints, FindTheWordsAndTheirWriterUntilErased) {
  const std::string words(print_digits, 'a');
  const std::string one = words + std::string(print_digits, '1');
  const std::string other = words + std::string(print_digits, '2');
  Prints prints;
  EXPECT_FALSE(prints.has_words(one));
  prints.add(CommentNo{1}, one);
  prints.add(CommentNo{2}, other);
  prints.add(CommentNo{3}, one);
  EXPECT_TRUE(prints.has_words(one));
  EXPECT_THAT(prints.same_writer(one), ElementsAre(CommentNo{1}, CommentNo{3}));
  EXPECT_THAT(prints.same_writer(other), ElementsAre(CommentNo{2}));
  prints.remove(CommentNo{1}, one);
  prints.remove(CommentNo{3}, one);
  EXPECT_THAT(prints.same_writer(one), IsEmpty());
  EXPECT_TRUE(prints.has_words(one)) << "another wrote them";
  prints.remove(CommentNo{2}, other);
  EXPECT_FALSE(prints.has_words(one));
}

TEST(Prints, OfEarlierVersionsKnowTheWordsOnly) {
  const std::string words(print_digits, 'a');
  Prints prints;
  prints.add(CommentNo{1}, words);
  EXPECT_TRUE(prints.has_words(words + std::string(print_digits, '1')));
  EXPECT_THAT(prints.same_writer(words), IsEmpty());
  prints.remove(CommentNo{1}, words);
  EXPECT_FALSE(prints.has_words(words));
}

}  // namespace
}  // namespace lantoa::city::comment
