#include "viet/citations.h"

namespace lantoa::viet {
namespace {

const Date published = to_date({2024, 6, 20});

// Everything about each citation on one line.
std::vector<std::string> cited(std::string_view text) {
  std::vector<std::string> out;
  for (const Citation& c : find_citations(text, published)) {
    EXPECT_EQ(text.substr(c.offset, c.length).find('\0'), std::string_view::npos);
    out.push_back(c.type_word + "|" + c.number.display() + "|" + (c.date ? iso(*c.date) : "") +
                  "|" + c.issuer + (c.announced ? "|announced" : ""));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(Citations, TypeDateAndIssuer) {
  EXPECT_EQ(cited("Căn cứ Nghị quyết số 41/2023/QH15 ngày 18/11/2023 của Quốc hội và Nghị định số "
                  "12/2024/NĐ-CP ngày 5 tháng 2 năm 2024 của Chính phủ về giá đất."),
            (Lines{"Nghị quyết|41/2023/QH15|2023-11-18|Quốc hội",
                   "Nghị định|12/2024/NĐ-CP|2024-02-05|Chính phủ"}));
  EXPECT_EQ(cited("Thông tư 07/2024/TT-BTTTT của Bộ Thông tin và Truyền thông ngày 1/3/2024 nêu"),
            (Lines{"Thông tư|07/2024/TT-BTTTT|2024-03-01|Bộ Thông tin và Truyền thông"}));
  EXPECT_EQ(cited("Nghị quyết của Quốc hội số 41/2023/QH15 (ngày 18/11/2023)"),
            (Lines{"Nghị quyết|41/2023/QH15|2023-11-18|Quốc hội"}));
  EXPECT_EQ(cited("theo Luật Nhà ở, cho thuê và quản lý số 27/2023/QH15 thì"),
            (Lines{"Luật|27/2023/QH15||"}));
  EXPECT_EQ(cited("Quy định số 80-QĐ/TW, ngày 18/8/2022 của Bộ Chính trị"),
            (Lines{"Quy định|80-QĐ/TW|2022-08-18|Bộ Chính trị"}));
}

TEST(Citations, IssuersWithCommasPlacesAndSmallWords) {
  const auto issuer = [](const std::string& tail) {
    const auto found =
        find_citations("Quyết định số 5/QĐ-ABC ngày 3/4/2024 của " + tail, published);
    return found.size() == 1 ? found[0].issuer : "?";
  };
  EXPECT_EQ(issuer("Bộ Văn hóa, Thể thao và Du lịch về lễ hội"), "Bộ Văn hóa, Thể thao và Du lịch");
  EXPECT_EQ(issuer("Ủy\nban nhân dân thành phố Hải Phòng quy định"),
            "Ủy ban nhân dân thành phố Hải Phòng");
  EXPECT_EQ(issuer("UBND tỉnh Sơn La, các sở"), "UBND tỉnh Sơn La");
  EXPECT_EQ(issuer("Bộ trưởng Bộ Y tế và các"), "Bộ trưởng Bộ Y tế");
  EXPECT_EQ(issuer("Thủ tướng Chính phủ phê duyệt"), "Thủ tướng Chính phủ");
  EXPECT_EQ(issuer("Hội đồng nhân dân TP. Huế khóa VIII."), "Hội đồng nhân dân TP. Huế khóa VIII");
  EXPECT_EQ(issuer("thành phố"), "");
}

TEST(Citations, BrokenLinesSpacesAndMarkup) {
  EXPECT_EQ(
      cited("Báo cáo thẩm tra số\n77/BC-UBPL15 ngày 03 tháng\n6 năm 2024 của Ủy ban Pháp\nluật"),
      (Lines{"Báo cáo|77/BC-UBPL15|2024-06-03|Ủy ban Pháp luật"}));
  EXPECT_EQ(cited("*Căn cứ Nghị quyết số* *15/2024/UBTVQH15;*"),
            (Lines{"Nghị quyết|15/2024/UBTVQH15||"}));
  EXPECT_EQ(cited("Kế hoạch số 09/KH-\nUBND, Tờ trình số18/TTr-CP"),
            (Lines{"Kế hoạch|09/KH-UBND||", "Tờ trình|18/TTr-CP||"}));
  EXPECT_EQ(cited("Nghị định số: 12 / 2024 / NĐ – CP"), (Lines{"Nghị định|12/2024/NĐ-CP||"}));
}

TEST(Citations, OffsetsAreBytesOfTheSource) {
  const std::string text = "Căn cứ Nghi\xCC\xA3 đi\xCC\xA3nh số 12/2024/ NÐ–CP\xE2\x80\x8B và";
  const auto found = find_citations(text, std::nullopt);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].offset, found[0].length), "12/2024/ NÐ–CP");
  EXPECT_EQ(found[0].number.key(), "12/2024/NĐ-CP");
  EXPECT_EQ(found[0].type_word, "Nghị định");
}

TEST(Citations, NamesComeOutComposed) {
  // Each mark on its own, and a dot below put on a letter that already has its circumflex.
  const auto found = find_citations(
      "Luật số 5/2024/QH15 của Quô\xCC\x81"
      "c hô\xCC\xA3i",
      std::nullopt);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].issuer, "Quốc hội");
}

TEST(Citations, Lists) {
  EXPECT_EQ(cited("các Nghị quyết số 40/2023/QH15, 41/2023/QH15 và số 42/2023/QH15 của Quốc hội"),
            (Lines{"Nghị quyết|40/2023/QH15||", "Nghị quyết|41/2023/QH15||",
                   "Nghị quyết|42/2023/QH15||Quốc hội"}));
  EXPECT_EQ(cited("Công văn số 120/STP-PBGDPL gửi; Văn bản số 15/UBND-NC. Chỉ thị số 32-CT/TW"),
            (Lines{"Công văn|120/STP-PBGDPL||", "Văn bản|15/UBND-NC||", "Chỉ thị|32-CT/TW||"}));
}

TEST(Citations, Announcements) {
  EXPECT_EQ(
      cited(
          "ABC - Ngày 12/6, Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh Lai Châu ban hành "
          "Kế hoạch số 8/KH-HĐPHPBGDPL về Luật Đất đai."),
      (Lines{"Kế hoạch|08/KH-HĐPHPBGDPL|2024-06-12|Hội đồng Phối hợp phổ biến, giáo dục pháp luật "
             "tỉnh Lai Châu|announced"}));
  EXPECT_EQ(cited("Thực hiện chỉ đạo của cấp trên, UBND huyện Bình An vừa ban hành Quyết định số "
                  "77/QĐ-UBND ngày 3/6/2024."),
            (Lines{"Quyết định|77/QĐ-UBND|2024-06-03|UBND huyện Bình An|announced"}));
  EXPECT_EQ(cited("Phó Chủ tịch UBND tỉnh Trần Văn Bình đã ký ban hành Kế hoạch số 9/KH-UBND"),
            (Lines{"Kế hoạch|09/KH-UBND|||announced"}));
}

TEST(Citations, WhatIsNoNumber) {
  EXPECT_EQ(
      cited("Ngày 27/11/2019 và 24/7, quý 1/2024, 3/4 số xã, 10 km/h, 12/2024, nhà số 5/12 Hàng "
            "Bài, tỷ lệ 5/CN, ISO 9001-2015, 3-NGHỈ, COVID-19, http://a.vn/12/KH-UBND.html, "
            "a@1/KH-UBND.vn, 2/9-Quốc khánh, đạt 8/10 điểm, 1/50.000"),
      Lines{});
  EXPECT_EQ(cited(""), Lines{});
}

TEST(Citations, GroupsMentionsIntoDocuments) {
  const auto documents = group_citations(find_citations(
      "Nghị quyết số 41/2023/QH15 ngày 18/11/2023 của Quốc hội. Theo 41/2023/QH15, kế hoạch "
      "05/KH-STP "
      "ngày 1/2/2023 và kế hoạch 5/KH-STP ngày 3/2/2024; sau đó 05/KH–STP được sửa. Nghị định số "
      "12/2024/NĐ-CP.",
      published));
  ASSERT_EQ(documents.size(), 4U);
  EXPECT_EQ(documents[0].type, "Nghị quyết");
  EXPECT_EQ(documents[0].issuer, "Quốc hội");
  EXPECT_EQ(documents[0].mentions.size(), 2U);
  EXPECT_EQ(documents[1].date, to_date({2023, 2, 1}));
  EXPECT_EQ(documents[1].mentions.size(), 1U);
  EXPECT_EQ(documents[2].date, to_date({2024, 2, 3}));
  EXPECT_EQ(documents[2].mentions.size(), 2U);
  EXPECT_EQ(documents[2].issuer, "Sở Tư pháp");
  EXPECT_EQ(documents[3].issuer, "Chính phủ");
}

TEST(Citations, ADateAfterTheBareMentionIsInherited) {
  const auto documents = group_citations(
      find_citations("Kế hoạch 05/KH-STP. Kế hoạch số 05/KH-STP ngày 3/2/2024.", published));
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].date, to_date({2024, 2, 3}));
}

TEST(Citations, LawAndResolutionOfOneNumberStayApart) {
  const auto documents = group_citations(
      find_citations("Luật số 41/2023/QH15 và Nghị quyết số 41/2023/QH15", published));
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].type, "Luật");
  EXPECT_EQ(documents[1].type, "Nghị quyết");
}

}  // namespace
}  // namespace lantoa::viet
