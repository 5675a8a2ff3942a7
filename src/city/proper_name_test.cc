#include "city/proper_name.h"

#include <gtest/gtest.h>

namespace lantoa::city {
namespace {

TEST(ProperNames, AreKeptAsTheyShow) {
  EXPECT_EQ(proper_name("  Phường\u00A0Cu\u031B\u0309a \t Nam\u200B "), "Phường Cửa Nam");
  EXPECT_EQ(proper_name("\u200B\u2060"), "");
}

TEST(ProperNames, ALetterOfAnotherAlphabetIsNamedWithItsPlace) {
  const auto why = stray_letter_in("Tâ\u0430n", for_units, {"Tên", "The name"});
  ASSERT_TRUE(why);
  EXPECT_EQ(why->vi,
            "Tên có chữ “\u0430” của bảng chữ cái Kirin ở vị trí 3: hãy gõ lại bằng chữ La-tinh");
  EXPECT_EQ(why->en,
            "The name has the letter “\u0430” of the Cyrillic alphabet at place 3: type it again "
            "in Latin letters");
  EXPECT_FALSE(stray_letter_in("Tân", for_units, {"Tên", "The name"}));
  EXPECT_FALSE(stray_letter_in("Иванов", for_people, {"Tên", "The name"}));
  EXPECT_TRUE(stray_letter_in("Иванов Ivan", for_people, {"Tên", "The name"}));
  EXPECT_FALSE(stray_letter_in("Иванов Ivan", for_strangers, {"Tên", "The name"}));
  Faults faults;
  need_one_alphabet(faults, "ten", "Иванов", for_units, {"Tên", "The name"});
  need_one_alphabet(faults, "ten", "Ivanov", for_units, {"Tên", "The name"});
  const Problem problem = std::move(faults).problem();
  ASSERT_EQ(problem.details.size(), 1U);
  EXPECT_EQ(problem.details[0].field, "ten");
  EXPECT_TRUE(problem.details[0].text.vi.ends_with("La-tinh."));
}

TEST(ProperNames, WhoReadsAStrangersNameIsToldWhatIsInIt) {
  const auto told = stray_letter_told("Tâ\u0430n", {"Tên", "The name"});
  ASSERT_TRUE(told);
  EXPECT_EQ(told->vi,
            "Tên có chữ “\u0430” của bảng chữ cái Kirin ở vị trí 3, giữa các chữ La-tinh.");
  EXPECT_EQ(told->en,
            "The name has the letter “\u0430” of the Cyrillic alphabet at place 3, among Latin "
            "letters.");
  EXPECT_FALSE(stray_letter_told("Сергей (Sergei)", {"Tên", "The name"}));
}

}  // namespace
}  // namespace lantoa::city
