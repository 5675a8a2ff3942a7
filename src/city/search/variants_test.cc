// However a query is written, the same documents are found: composed or decomposed, without marks,
// in capitals, with d for đ, with the tone in its other place, with y for i, with more spaces. And
// what has the words exactly as typed comes first.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "city/search/testing_world.h"
#include "viet/document_names.h"
#include "viet/unicode.h"

namespace lantoa::city::search {
namespace {

constexpr std::array<const char*, 40> syllables{
    "hòa",    "giải",   "kỹ",   "thuật", "đất",  "đai", "luật", "thủ",   "đô",    "quý",
    "trọng",  "phường", "xã",   "nhà",   "ở",    "thí", "điểm", "chính", "quyền", "tuyên",
    "truyền", "phổ",    "biến", "lý",    "lịch", "tư",  "pháp", "mỹ",    "thuận", "khóa",
    "ngày",   "hội",    "đồng", "thỏa",  "ước",  "hủy", "bỏ",   "tỷ",    "lệ",    "sĩ"};

// The same each time.
class Dice {
 public:
  std::size_t below(std::size_t sides) {
    state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
    return static_cast<std::size_t>(state_ >> 33) % sides;
  }

 private:
  std::uint64_t state_ = 2021;
};

std::string replaced(std::string text,
                     const std::vector<std::pair<const char*, const char*>>& all) {
  for (const auto& [from, to] : all) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + std::string_view(to).size())) {
      text.replace(at, std::string_view(from).size(), to);
    }
  }
  return text;
}

// Decomposed by hand for the letters of `syllables`, so that nothing under test makes the test.
std::string decomposed(const std::string& text) {
  return replaced(
      text, {{"ò", "o\xCC\x80"},         {"ả", "a\xCC\x89"},         {"ỹ", "y\xCC\x83"},
             {"ậ", "a\xCC\xA3\xCC\x82"}, {"ấ", "a\xCC\x82\xCC\x81"}, {"ủ", "u\xCC\x89"},
             {"ô", "o\xCC\x82"},         {"ý", "y\xCC\x81"},         {"ọ", "o\xCC\xA3"},
             {"ư", "u\xCC\x9B"},         {"ờ", "o\xCC\x9B\xCC\x80"}, {"ã", "a\xCC\x83"},
             {"à", "a\xCC\x80"},         {"ở", "o\xCC\x9B\xCC\x89"}, {"í", "i\xCC\x81"},
             {"ể", "e\xCC\x82\xCC\x89"}, {"ề", "e\xCC\x82\xCC\x80"}, {"ê", "e\xCC\x82"},
             {"ổ", "o\xCC\x82\xCC\x89"}, {"ế", "e\xCC\x82\xCC\x81"}, {"ị", "i\xCC\xA3"},
             {"á", "a\xCC\x81"},         {"ó", "o\xCC\x81"},         {"ộ", "o\xCC\xA3\xCC\x82"},
             {"ồ", "o\xCC\x82\xCC\x80"}, {"ỏ", "o\xCC\x89"},         {"ớ", "o\xCC\x9B\xCC\x81"},
             {"ỷ", "y\xCC\x89"},         {"ệ", "e\xCC\xA3\xCC\x82"}, {"ĩ", "i\xCC\x83"}});
}

std::string spaced(const std::string& text) {
  return "  " + replaced(text, {{" ", "  \t "}}) + " \xC2\xA0";
}

std::vector<std::pair<std::string, std::string>> variants(const std::string& text) {
  return {
      {"NFD", decomposed(text)},
      {"NFC", viet::nfc(decomposed(text))},
      {"no marks", viet::fold(text)},
      {"upper", viet::upper(text)},
      {"d for đ", replaced(text, {{"đ", "d"}})},
      {"eth", replaced(text, {{"đ", "\xC3\xB0"}})},
      {"old tone place", replaced(text, {{"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"ủy", "uỷ"}})},
      {"y and i",
       replaced(
           text,
           {{"kỹ", "kĩ"}, {"lý", "lí"}, {"mỹ", "mĩ"}, {"tỷ", "tỉ"}, {"quý", "quí"}, {"sĩ", "sỹ"}})},
      {"spaces", spaced(text)},
      {"all of it", spaced(viet::upper(decomposed(text)))}};
}

std::vector<std::string> sorted(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

TEST(Variants, AThousandQueriesFindTheSameDocuments) {
  World world;
  Dice dice;
  std::vector<std::vector<const char*>> texts;
  for (int i = 0; i < 300; ++i) {
    std::vector<const char*> words(8);
    for (auto& word : words) word = syllables[dice.below(syllables.size())];
    texts.push_back(words);
  }
  for (const auto& words : texts) {
    std::string body;
    for (const char* word : words) body += std::string(word) + " ";
    const std::string written = dice.below(3) == 0 ? viet::fold(body) : body;
    world.publish("Bài " + std::to_string(world.content.size() + 1), written);
  }
  std::size_t compared = 0;
  for (int i = 0; i < 1'000; ++i) {
    const auto& words = texts[dice.below(texts.size())];
    const std::size_t first = dice.below(words.size() - 3);
    std::string query;
    for (std::size_t j = first; j < first + 4; ++j) {
      query += (j == first ? "" : " ") + std::string(words[j]);
    }
    const auto expected = sorted(world.found(query));
    ASSERT_FALSE(expected.empty()) << query;
    for (const auto& [name, variant] : variants(query)) {
      ASSERT_EQ(sorted(world.found(variant)), expected) << name << ": " << variant;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 10'000);
}

TEST(Variants, WhatIsWrittenAsTypedComesFirst) {
  World world;
  for (const char* syllable : syllables) {
    const std::string word = syllable;
    world.publish(viet::fold(word), viet::fold(word + " " + word + " " + word));
    world.publish("Bài khác", "chuyện về " + word);
  }
  for (const char* syllable : syllables) {
    const std::string word = syllable;
    if (viet::fold(word) == word) continue;
    for (const std::string& typed : {word, decomposed(word), viet::upper(word)}) {
      const auto ids = world.found(typed);
      const auto place = [&](std::uint32_t no) {
        return std::find(ids.begin(), ids.end(), "bai/" + std::to_string(no)) - ids.begin();
      };
      const auto index = static_cast<std::uint32_t>(
          std::find(syllables.begin(), syllables.end(), syllable) - syllables.begin());
      EXPECT_LT(place(2 * index + 2), place(2 * index + 1)) << typed;
    }
  }
}

}  // namespace
}  // namespace lantoa::city::search
