#include "viet/provision_reference.h"

#include "viet/citations.h"

namespace lantoa::viet {
namespace {

using Lines = std::vector<std::string>;

// "address address>document" for each reference; '<' of this document, '.' of this provision.
Lines found(std::string_view text) {
  Lines out;
  for (const ProvisionReference& r : find_references(text)) {
    std::string line;
    for (const std::string& address : r.provisions) {
      line += (line.empty() ? "" : " ") + (address.empty() ? "*" : address);
    }
    if (r.of == ProvisionReference::Of::ThisDocument) line += '<';
    if (r.of == ProvisionReference::Of::ThisProvision) line += '.';
    if (r.of == ProvisionReference::Of::Document) line += '>' + r.document;
    out.push_back(line);
  }
  return out;
}

TEST(References, LevelsAndLists) {
  EXPECT_EQ(found("theo khoản 2 Điều 3"), (Lines{"dieu-3.khoan-2"}));
  EXPECT_EQ(found("điểm đ khoản 2 Điều 5a"), (Lines{"dieu-5a.khoan-2.diem-dd"}));
  EXPECT_EQ(found("điểm a khoản 1 và khoản 2 Điều 5 hoặc Điều 7"),
            (Lines{"dieu-5.khoan-1.diem-a dieu-5.khoan-2 dieu-7"}));
  EXPECT_EQ(found("khoản 1 Điều 3, khoản 2 Điều 4"), (Lines{"dieu-3.khoan-1 dieu-4.khoan-2"}));
  EXPECT_EQ(found("các khoản 1, 2 và 3 Điều 9; các điểm a, b khoản 4 Điều 9"),
            (Lines{"dieu-9.khoan-1 dieu-9.khoan-2 dieu-9.khoan-3",
                   "dieu-9.khoan-4.diem-a dieu-9.khoan-4.diem-b"}));
  EXPECT_EQ(found("các Điều 3, 4 và 12"), (Lines{"dieu-3 dieu-4 dieu-12"}));
}

TEST(References, WhoseProvisionsTheyAre) {
  EXPECT_EQ(found("khoản 1, khoản 3\nĐiều này"), (Lines{"khoan-1 khoan-3."}));
  EXPECT_EQ(found("quy định tại Điều này và điểm b khoản này"), (Lines{"*.", "diem-b."}));
  EXPECT_EQ(found("Điều 1 của Nghị quyết này"), (Lines{"dieu-1<"}));
  EXPECT_EQ(found("Điều 110 của Hiến pháp và khoản 1 Điều 4 Luật Phòng, chống thiên tai thì"),
            (Lines{"dieu-110>Hiến pháp", "dieu-4.khoan-1>Luật Phòng, chống thiên tai"}));
  EXPECT_EQ(found("Điều 8 Bộ luật Lao động năm 2030"), (Lines{"dieu-8>Bộ luật Lao động"}));
  EXPECT_EQ(found("Điều 8 Nghị định số 5/2024/NĐ-CP"), (Lines{"dieu-8>Nghị định"}));
}

TEST(References, BrokenByLinesAndMarkup) {
  EXPECT_EQ(found("**khoản**\n2\\\nĐiều\xC2\xA0"
                  "3 *Luật* *Đất\nđai*"),
            (Lines{"dieu-3.khoan-2>Luật Đất đai"}));
  const std::string text = "a\n\ntheo kho\xE1\xBA\xA3n 2\nĐiều 3.";
  const auto all = find_references(text);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(text.substr(all[0].offset, all[0].length), "khoản 2\nĐiều 3");
}

TEST(References, WhatIsNone) {
  EXPECT_EQ(found("Điều 1. Phạm vi\n\nĐiều 2: Hiệu lực\n\nxã Vĩnh Điều 3/4, một số điều của Luật, "
                  "diễm 2, khoan 3 mét, địa điểm, 5 điểm thưởng, điều kiện 1, Điều 1.5, "
                  "khoản 3%, khoản 12345, Điều lệ Đảng, tài khoản 0123"),
            Lines{});
}

TEST(References, ACitationCarriesThem) {
  const auto all = find_citations(
      "khoản 2 Điều 3 Nghị định số 32/2031/NĐ-CP, Điều 7 của Luật Chợ phiên số 72/2030/QH16 và "
      "Nghị định 5/2031/NĐ-CP",
      std::nullopt);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].provisions, (Lines{"dieu-3.khoan-2"}));
  EXPECT_EQ(all[1].provisions, (Lines{"dieu-7"}));
  EXPECT_EQ(all[1].type_word, "Luật");
  EXPECT_EQ(all[1].name, "Chợ phiên");
  EXPECT_TRUE(all[2].provisions.empty());
}

TEST(References, BackslashesOfMarkdownBreakNoNumber) {
  const auto all = find_citations(
      "Nghị quyết số 202/\\\n2025/QH15, Quy định số 80\\-QĐ/TW, Nghị định số 9/2031/NĐ\\-\\\nCP",
      std::nullopt);
  Lines numbers;
  for (const Citation& c : all) numbers.push_back(c.number.display());
  EXPECT_EQ(numbers, (Lines{"202/2025/QH15", "80-QĐ/TW", "09/2031/NĐ-CP"}));
}

}  // namespace
}  // namespace lantoa::viet
