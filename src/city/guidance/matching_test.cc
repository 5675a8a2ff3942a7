#include "city/guidance/matching.h"

#include <gtest/gtest.h>

namespace lantoa::city::guidance {
namespace {

TEST(Matching, FindsWithAndWithoutMarks) {
  const Words text = words_in("Họp giao ban ở Phường; số 97/2019/QH14, kỹ năng.");
  for (const char* wanted : {"hop giao ban", "HỌP", "phuong", "2019 qh14", "ki nang", "hộp", ""}) {
    EXPECT_TRUE(has_all(text, words_in(wanted))) << wanted;
  }
  for (const char* wanted : {"hop giao ban loa", "pho", "98"}) {
    EXPECT_FALSE(has_all(text, words_in(wanted))) << wanted;
  }
}

TEST(Matching, CountsTheMarksThatWereTyped) {
  const Words text = words_in("Họp giao ban");
  EXPECT_EQ(with_marks(text, words_in("họp giao")), 2U);
  EXPECT_EQ(with_marks(text, words_in("hộp giao")), 1U);
  EXPECT_EQ(with_marks(text, words_in("hop")), 0U);
}

TEST(Matching, AWordThatStandsTwiceIsOne) {
  EXPECT_EQ(words_in("loa, LOA, loa"), words_in("loa"));
  EXPECT_EQ(words_in(" … "), Words{});
}

Telling telling_in(std::string_view text) { return telling(words_in(text)); }

TEST(Matching, QuestionsAreAlikeByWordsThatTell) {
  const Telling loud = telling_in("Cụm loa của quận phát bản tin cho phường thì ghi cho ai?");
  EXPECT_GT(likeness(telling_in("quan phat ban tin bang cum loa, ghi o dau"), loud), 0U);
  EXPECT_EQ(likeness(telling_in("Thì ghi cho ai, ở đâu, khi nào?"), loud), 0U)
      << "it has one telling word only";
  EXPECT_EQ(likeness(telling_in("Kinh phí in tờ gấp lấy ở nguồn nào?"), loud), 0U);
  EXPECT_EQ(likeness(telling_in("Có phải của các đơn vị không?"), loud), 0U);
  EXPECT_EQ(likeness({}, loud), 0U);
  const Telling one = telling_in("cụm loa hỏng"), other = telling_in("loa phát sóng");
  EXPECT_EQ(likeness(one, other), likeness(other, one));
}

TEST(Matching, WordsOfSeveralTextsAreThoseOfOneText) {
  const Words one = words_in("Họp giao ban, loa"), other = words_in("Cụm loa hỏng ở phường");
  const Words both = words_in("Họp giao ban, loa. Cụm loa hỏng ở phường");
  EXPECT_EQ(merged({&one, &other}), both);
  Words added = one;
  merge(added, other);
  EXPECT_EQ(added, both);
  merge(added, {});
  EXPECT_EQ(added, both);
}

}  // namespace
}  // namespace lantoa::city::guidance
