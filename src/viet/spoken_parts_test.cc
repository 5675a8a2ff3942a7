#include "viet/spoken_parts.h"

#include <gtest/gtest.h>

#include <string>

namespace lantoa::viet {
namespace {

// Vietnamese parts in brackets.
std::string spoken(std::string_view text) {
  std::string out;
  for (const SpokenPart& part : spoken_parts(text)) {
    EXPECT_FALSE(part.said.empty()) << text;
    out += part.is_vietnamese ? "[" + std::string(part.said) + "]" : std::string(part.said);
  }
  return out;
}

TEST(SpokenParts, AreWhollyVietnamese) {
  for (const char* text :
       {"Xã Minh Khai", "Điều 9", "Nghị quyết 97/2019/QH14", "Đ", "Ðống Đa", "An Khánh",
        "Long Biên", "Thanh tra Chính phủ", "Chứng thực bản sao ở phường: nhanh hơn cho ai",
        "Hỏi nhanh, đáp gọn về Ủy ban nhân dân phường", "06/KH-HĐPHPBGDPL · Quận Tây Hồ",
        "“Phổ biến tới từng cán bộ, công chức”", "Văn ph…", "UBND quận, huyện",
        "Cán bộ mẫu 1630"}) {
    EXPECT_EQ(spoken(text), "[" + std::string(text) + "]");
  }
}

TEST(SpokenParts, AreWhollyEnglish) {
  for (const char* text : {"Home", "Coverage", "Nothing “quoted” – here…", "3 × 4", "", " ",
                           "97/2019/QH14", "Minh Khai"}) {
    EXPECT_EQ(spoken(text), text);
  }
}

TEST(SpokenParts, AreNamesAmongEnglishWords) {
  for (const char* text :
       {"Plan [06/KH-HĐPHPBGDPL]", "Report of [Xã Minh Khai] in June", "Work of [Sở Tư pháp]",
        "In [Hà Nội]", "by [Sở Tư pháp] on 3 May",
        "[Sở Tư pháp] asked [Phường Hàng Buồm] to answer", "[Lan Tỏa]’s own common indicators",
        "Who may approve now: [Lãnh đạo mẫu].", "For example [12/KH-HĐPHPBGDPL] or [12/QĐ-UBND]",
        "Amendment of [06/KH-HĐND: Đẩy mạnh phổ biến Nghị quyết 97/2019/QH14 tại Hà Nội năm 2021]",
        "[Sở Du lịch]: 41.2 %, 14 of 34 persons reached"}) {
    std::string plain;
    for (const char c : std::string_view(text)) {
      if (c != '[' && c != ']') plain += c;
    }
    EXPECT_EQ(spoken(plain), text);
  }
}

TEST(SpokenParts, LeaveDaysAndCountsBesideThem) {
  EXPECT_EQ(spoken("18/06/2021 · Cán bộ mẫu 12"), "18/06/2021 · [Cán bộ mẫu 12]");
  EXPECT_EQ(spoken("Chuyên viên mẫu · 21:34 18/06/2021"), "[Chuyên viên mẫu] · 21:34 18/06/2021");
  EXPECT_EQ(spoken(" · Quận Ba Đình · \n"), " · [Quận Ba Đình] · \n");
}

// Whatever is said is said once and in its order.
TEST(SpokenParts, TogetherAreTheText) {
  for (const char* text : {"Plan 06/KH-HĐND of Quận Ba Đình, 2021", "a  đ  b", " đ", "đ ", "x đ ",
                           "· đ ·", "’s đ’s ’s", "\xE1\xBA", "\xFF đ\xCC", "the đ the", "1 đ 2"}) {
    std::string all;
    for (const SpokenPart& part : spoken_parts(text)) all += part.said;
    EXPECT_EQ(all, text);
  }
}

}  // namespace
}  // namespace lantoa::viet
