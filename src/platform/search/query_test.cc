#include "platform/search/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lantoa::search {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(const Query& query) {
  std::vector<std::string> out;
  for (const QueryWord& word : query.words) out.push_back(word.keys.folded);
  return out;
}

std::vector<std::size_t> phrases(const Query& query) {
  std::vector<std::size_t> out;
  for (const QueryWord& word : query.words) out.push_back(word.phrase);
  return out;
}

TEST(Query, IsWordsAndPhrases) {
  const Query query = parse_query("họp \"chính quyền đô thị\" 97/2019 phường");
  EXPECT_THAT(words(query),
              ElementsAre("hop", "chinh", "quyen", "do", "thi", "97", "2019", "phuong"));
  EXPECT_THAT(phrases(query), ElementsAre(0, 1, 1, 1, 1, 2, 2, 0));
  EXPECT_EQ(query.phrases, 2);
  EXPECT_FALSE(query.cut);
  EXPECT_EQ(query.folded(5, 2), "97 2019");
}

TEST(Query, AQuoteThatIsNotClosedIsNotThere) {
  EXPECT_THAT(phrases(parse_query("\"đất đai")), ElementsAre(0, 0));
  EXPECT_THAT(phrases(parse_query("\"đất đai\" \"nhà ở")), ElementsAre(1, 1, 0, 0));
  EXPECT_THAT(phrases(parse_query("“đất đai” \"nhà ở\"")), ElementsAre(1, 1, 2, 2));
  EXPECT_THAT(phrases(parse_query("\"đất\" đai")), ElementsAre(0, 0));
}

TEST(Query, MarksWithoutASpaceMakeAPhrase) {
  EXPECT_THAT(phrases(parse_query("32/2021/NĐ-CP")), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(phrases(parse_query("32/2021/NĐ–CP")), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(phrases(parse_query("đất, đai")), ElementsAre(0, 0));
}

TEST(Query, WhateverIsTypedIsNoError) {
  for (const auto& nothing :
       {std::string(), std::string("   "), std::string("\xCC\x80 \xCC\x81\xCC\xA3"),
        std::string("\"\""), std::string("\0\0", 2), std::string("\xFF\xFE"), std::string("?!…")}) {
    EXPECT_TRUE(parse_query(nothing).empty()) << nothing;
  }
  EXPECT_THAT(words(parse_query(std::string("a\0b", 3))), ElementsAre("a", "b"));
  EXPECT_THAT(words(parse_query("đất\xFF")), ElementsAre("dat"));
  EXPECT_THAT(words(parse_query("á")), ElementsAre("a"));
}

TEST(Query, WhatIsOverALimitIsCutAndSaysSo) {
  std::string many;
  for (int i = 0; i < 3'000; ++i) many += "ặ ";
  const Query query = parse_query(many);
  EXPECT_TRUE(query.cut);
  EXPECT_EQ(query.words.size(), query_words_max);
  EXPECT_LE(query.text.size(), query_bytes_max);
  const Query one = parse_query(std::string(10'000, 'a'));
  EXPECT_TRUE(one.cut);
  ASSERT_EQ(one.words.size(), 1);
  EXPECT_EQ(one.words[0].keys.folded.size(), word_bytes_max);
}

TEST(Query, TheLastWordMayStillBeBegun) {
  EXPECT_TRUE(parse_query("đất đ").open_end);
  EXPECT_FALSE(parse_query("đất đai ").open_end);
  EXPECT_FALSE(parse_query("\"đất đai\"").open_end);
  EXPECT_FALSE(parse_query("").open_end);
}

}  // namespace
}  // namespace lantoa::search
