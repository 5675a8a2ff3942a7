#include "viet/unicode.h"

#include <algorithm>

namespace lantoa::viet {
namespace {

using namespace std::string_view_literals;

TEST(Unicode, KnowsUtf8) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("Kế hoạch \xF0\x9F\x93\xA2"));
  EXPECT_FALSE(is_utf8("\xC3"));
  EXPECT_FALSE(is_utf8("a\xC0\x80"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));  // a lone surrogate
  EXPECT_FALSE(
      is_utf8("K\xD5 ho\xB9"
              "ch"));
}

TEST(Unicode, FoldsForSearch) {
  EXPECT_EQ(fold("  Hoà Bình,\t ĐỐNG  Đa\xC2\xA0"), "hoa binh, dong da");
  EXPECT_EQ(fold("Ðống"), "dong");  // U+00D0
  EXPECT_EQ(fold("Ho\xCC\x80"
                 "a"),
            "hoa");
  EXPECT_EQ(fold("soft\xC2\xADhyphen \xEF\xBB\xBF"), "softhyphen");
  EXPECT_EQ(fold("ƯƠNG ưỡn Ｎghị"), "uong uon nghi");
  EXPECT_EQ(fold(""), "");
}

TEST(Unicode, ComposedDecomposedAndWithoutCase) {
  EXPECT_EQ(nfc("o\u0302\u0323"), "\u1ED9");
  EXPECT_EQ(nfkd("\u1ED9"), "o\u0323\u0302");
  EXPECT_EQ(nfkd("\uFF21\uFB01"), "Afi");
  EXPECT_EQ(nfkd("plain"), "plain");
  EXPECT_EQ(casefolded("\u1ED8\u200B \uFF21Z"), "\u1ED9 az");
}

// Sorted into its run mark by mark this text would take longer than all tests together.
TEST(Unicode, AHeapOfMarksOnOneLetterIsCutAndCostsNoMoreThanItsLength) {
  std::string heap = "a";
  for (int i = 0; i < 500'000; ++i) heap += i % 2 == 0 ? "\u0316" : "\u0315";
  const std::string cut = nfc(heap + "b");
  EXPECT_EQ(cut.size(), 1 + 30 * 2 + 1U);
  EXPECT_EQ(cut.back(), 'b');
  EXPECT_EQ(nfc(cut), cut);
  EXPECT_EQ(fold(heap), fold(cut.substr(0, cut.size() - 1)));
  const std::string most = heap.substr(0, 1 + 30 * 2);
  EXPECT_EQ(nfc(most).size(), most.size()) << "as many as are left stay";
}

TEST(Unicode, SameNameForgetsTonePlaceButNotTones) {
  EXPECT_TRUE(same_name("Hoà Bình", "Hòa  bình"));
  EXPECT_TRUE(same_name("Thuỵ Khuê", "Thụy Khuê"));
  EXPECT_TRUE(same_name("Uỷ ban", "Ủy ban"));
  EXPECT_TRUE(same_name("khoẻ", "khỏe"));
  EXPECT_TRUE(same_name("Đống Đa", "Ðống Ða"));
  EXPECT_TRUE(same_name("Hòa", nfc("Ho\xCC\x80"
                                   "a")));
  EXPECT_FALSE(same_name("Hòa", "Hoa"));
  EXPECT_FALSE(same_name("Hòa", "Hóa"));
  EXPECT_FALSE(same_name("Đa", "Da"));
  EXPECT_FALSE(same_name("Hòa Bình", "Hòabình"));
}

TEST(Unicode, SortsInVietnameseOrder) {
  std::vector<std::string> names{"Đống Đa", "Ba Vì", "Ân Thi", "Ăn", "An",
                                 "Dương",   "Ơn",    "Ôn",     "On"};
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  EXPECT_EQ(names, (std::vector<std::string>{"An", "Ăn", "Ân Thi", "Ba Vì", "Dương", "Đống Đa",
                                             "On", "Ôn", "Ơn"}));
  EXPECT_EQ(sort_key("Đa"), sort_key("Ða"));
}

TEST(Unicode, SortsPersonsByGivenName) {
  std::vector<std::string> names{"Trần Văn Đức", "Nguyễn Thị An", "Lê Hồng Anh",
                                 "Bùi An",       "Nguyễn Bá An",  "An"};
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return person_sort_key(a) < person_sort_key(b); });
  EXPECT_EQ(names, (std::vector<std::string>{"An", "Bùi An", "Nguyễn Bá An", "Nguyễn Thị An",
                                             "Lê Hồng Anh", "Trần Văn Đức"}));
  EXPECT_EQ(person_sort_key("  "), "");
}

TEST(Unicode, GuessesEncodings) {
  EXPECT_EQ(guess_encoding(""), Encoding::Utf8);
  EXPECT_EQ(guess_encoding("plain, 2021"), Encoding::Utf8);
  EXPECT_EQ(guess_encoding("\xEF\xBB\xBFHọ tên"), Encoding::Utf8);
  EXPECT_EQ(guess_encoding("\xFF\xFEK\0\xBF\x1E"sv), Encoding::Utf16);
  EXPECT_EQ(guess_encoding("m\0a\0,\0t\0e\0n\0"sv), Encoding::Utf16);
  EXPECT_EQ(guess_encoding("Lu\xCB"
                           "t \xA7\xCA"
                           "t \xAE"
                           "ai, ph\xAD\xEDng x\xB7"),
            Encoding::Tcvn3);
  EXPECT_EQ(guess_encoding("Lua\xE4t \xD1"
                           "a\xE1t \xF1"
                           "ai, ph\xF6\xF4\xF8ng"),
            Encoding::Vni);
  EXPECT_EQ(guess_encoding("Lu\xE2\xF2t \xD0\xE2\xECt \xF0"
                           "ai, ph\xFD\xF5\xCCng"),
            Encoding::Windows1258);
  EXPECT_EQ(guess_encoding("D\xE9"
                           "p\xEA"
                           "che g\xE9n\xE9rale, \xE9t\xE9 fran\xE7"
                           "ais"),
            Encoding::Latin1);
  EXPECT_EQ(guess_encoding("PK\x03\x04\x14"), Encoding::Binary);
  EXPECT_EQ(guess_encoding("ab\x01\x02"), Encoding::Binary);
  EXPECT_EQ(guess_encoding("Kế hoạch của thành phố đư\xE1\xBB"), Encoding::BrokenUtf8);
}

TEST(Unicode, SaysWhatToDoAboutEncodings) {
  EXPECT_FALSE(encoding_problem("Họ tên").has_value());
  const auto found = encoding_problem(
      "Lu\xCB"
      "t \xA7\xCA"
      "t \xAE"
      "ai");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->code, Code::Unsupported);
  EXPECT_NE(found->text.vi.find("TCVN3"), std::string::npos);
}

}  // namespace
}  // namespace lantoa::viet
