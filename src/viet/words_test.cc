#include "viet/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "viet/unicode.h"

namespace lantoa::viet {
namespace {

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> out;
  for (const Word& word : words_of(text)) out.emplace_back(word.in(text));
  return out;
}

TEST(Words, AreRunsOfLettersAndDigits) {
  using testing::ElementsAre;
  using testing::IsEmpty;
  EXPECT_THAT(texts("Nghị định số 32/2021/NĐ-CP."),
              ElementsAre("Nghị", "định", "số", "32", "2021", "NĐ", "CP"));
  EXPECT_THAT(texts("  đất—đai\n„QH14“ "), ElementsAre("đất", "đai", "QH14"));
  EXPECT_THAT(texts("hoa\xCC\x80 binh"), ElementsAre("hoa\xCC\x80", "binh"));
  EXPECT_THAT(texts("đất\xE2\x80\x8B"
                    "đai"),
              ElementsAre("đất\xE2\x80\x8B"
                          "đai"));
  for (const char* nothing : {"", "  ", "\"\"", "\xCC\x80 \xCC\x81", "…/–", "\xFF\xFE"}) {
    EXPECT_THAT(texts(nothing), IsEmpty()) << nothing;
  }
  EXPECT_THAT(texts("a\xFF"
                    "b"),
              ElementsAre("a", "b"));
}

TEST(Words, SpelledOtherwiseHaveTheSameKeys) {
  const std::vector<std::vector<std::string>> same{
      {"hòa", "hoà", "HÒA", "hoa\xCC\x80", "Hòa"},
      {"kỹ", "kĩ", "KỸ", "ky\xCC\x83"},
      {"quý", "quí", "QUÝ"},
      {"Đống", "đống", "Ðống", "\xC3\xB0ống"},
      {"thủy", "thuỷ"},
      {"mỹ", "mĩ"},
  };
  for (const auto& group : same) {
    const WordKeys first = word_keys(group.front());
    for (const std::string& word : group) {
      EXPECT_EQ(word_keys(word).folded, first.folded) << word;
      EXPECT_EQ(word_keys(word).marked, first.marked) << word;
    }
  }
}

TEST(Words, MarksPartTheMarkedKeysOnly) {
  for (const auto& [a, b] :
       {std::pair{"hòa", "hoa"}, {"đất", "dat"}, {"thí", "thi"}, {"kỹ", "ky"}}) {
    EXPECT_EQ(word_keys(a).folded, word_keys(b).folded) << a;
    EXPECT_NE(word_keys(a).marked, word_keys(b).marked) << a;
    EXPECT_TRUE(word_keys(a).has_marks()) << a;
    EXPECT_FALSE(word_keys(b).has_marks()) << b;
  }
  EXPECT_EQ(word_keys("tay").folded, "tay");
  EXPECT_NE(word_keys("tay").folded, word_keys("tai").folded)
      << "another word, not another spelling";
}

}  // namespace
}  // namespace lantoa::viet
