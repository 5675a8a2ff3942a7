#include "viet/document_number.h"

namespace lantoa::viet {
namespace {

struct Case {
  const char* text;
  const char* type;
  const char* issuer;
  const char* unit;
  const char* type_name;
  const char* issuer_name;
};

TEST(DocumentNumber, EveryPattern) {
  const std::vector<Case> cases{
      {"97/2019/QH14", "", "QH", "", "", "Quốc hội"},
      {"76/2025/UBTVQH15", "", "UBTVQH", "", "", "Ủy ban Thường vụ Quốc hội"},
      {"1656/NQ-UBTVQH15", "NQ", "UBTVQH", "", "Nghị quyết", "Ủy ban Thường vụ Quốc hội"},
      {"423/BC-UBPLTP15", "BC", "UBPLTP", "", "Báo cáo", ""},
      {"32/2021/NĐ-CP", "NĐ", "CP", "", "Nghị định", "Chính phủ"},
      {"03/NQ-CP", "NQ", "CP", "", "Nghị quyết", "Chính phủ"},
      {"26/2025/QĐ-TTg", "QĐ", "TTg", "", "Quyết định", "Thủ tướng Chính phủ"},
      {"977/QĐ-TTg", "QĐ", "TTg", "", "Quyết định", "Thủ tướng Chính phủ"},
      {"16/2025/TT-BTP", "TT", "BTP", "", "Thông tư", "Bộ Tư pháp"},
      {"11/2012/TTLT-BTP-BTC", "TTLT", "BTP-BTC", "", "Thông tư liên tịch",
       "Bộ Tư pháp; Bộ Tài chính"},
      {"30/2018/QĐ-UBND", "QĐ", "UBND", "", "Quyết định", "Ủy ban nhân dân"},
      {"12/2024/NQ-HĐND", "NQ", "HĐND", "", "Nghị quyết", "Hội đồng nhân dân"},
      {"06/KH-HĐPHPBGDPL", "KH", "HĐPHPBGDPL", "", "Kế hoạch",
       "Hội đồng phối hợp phổ biến, giáo dục pháp luật"},
      {"05/KH-VP", "KH", "VP", "", "Kế hoạch", "Văn phòng"},
      {"13/2013/CT-UBND", "CT", "UBND", "", "Chỉ thị", "Ủy ban nhân dân"},
      {"18/CTr-UBND", "CTr", "UBND", "", "Chương trình", "Ủy ban nhân dân"},
      {"21/QyĐ-UBND", "QyĐ", "UBND", "", "Quy định", "Ủy ban nhân dân"},
      {"1092/STP-PBGDPL", "", "STP", "PBGDPL", "Công văn", "Sở Tư pháp"},
      {"573/HĐPH-PBGDPL", "", "HĐPH", "PBGDPL", "Công văn", "Hội đồng phối hợp"},
      {"1445/UBND-NCPC", "", "UBND", "NCPC", "Công văn", "Ủy ban nhân dân"},
      {"84/TTr-STP", "TTr", "STP", "", "Tờ trình", "Sở Tư pháp"},
      {"84/TTr-STP-PBGDPL", "TTr", "STP", "PBGDPL", "Tờ trình", "Sở Tư pháp"},
      {"15/HĐ-UBND", "HĐ", "UBND", "", "Hợp đồng", "Ủy ban nhân dân"},
      {"32-CT/TW", "CT", "TW", "", "Chỉ thị", "Trung ương Đảng"},
      {"80-KL/TW", "KL", "TW", "", "Kết luận", "Trung ương Đảng"},
      {"07-TT/TU", "TT", "TU", "", "Thông tri", ""},
      {"02-KH/TU", "KH", "TU", "", "Kế hoạch", ""},
      {"03/VBHN-VPQH", "VBHN", "VPQH", "", "Văn bản hợp nhất", "Văn phòng Quốc hội"},
      {"37-NĐ", "NĐ", "", "", "Nghị định", ""},
      {"369/ĐA-CP", "ĐA", "CP", "", "Đề án", "Chính phủ"},
      {"15a/QĐ-UBND", "QĐ", "UBND", "", "Quyết định", "Ủy ban nhân dân"},
  };
  for (const Case& c : cases) {
    const auto parsed = parse_document_number(c.text);
    ASSERT_TRUE(parsed.has_value()) << c.text;
    EXPECT_EQ(parsed->type, c.type) << c.text;
    EXPECT_EQ(parsed->issuer, c.issuer) << c.text;
    EXPECT_EQ(parsed->unit, c.unit) << c.text;
    EXPECT_EQ(parsed->type_name(), c.type_name) << c.text;
    EXPECT_EQ(parsed->issuer_name(), c.issuer_name) << c.text;
    EXPECT_EQ(parsed->display(), c.text);
    EXPECT_EQ(parsed->as_written, c.text);
    const auto again = parse_document_number(parsed->display());
    ASSERT_TRUE(again.has_value()) << c.text;
    EXPECT_EQ(again->key(), parsed->key()) << c.text;
  }
}

TEST(DocumentNumber, Parts) {
  const auto parsed = parse_document_number("97/2019/QH14");
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->number, 97U);
  EXPECT_EQ(parsed->year, 2019);
  EXPECT_EQ(parsed->term, 14);
  EXPECT_FALSE(parsed->is_letter());
}

TEST(DocumentNumber, OneKeyForManySpellings) {
  const auto key = [](std::string_view text) {
    const auto parsed = parse_document_number(text);
    return parsed ? parsed->key() : "unread: " + std::string(text);
  };
  for (const auto* text :
       {"6/KH-HĐPHPBGDPL", " 06 / KH - HĐPHPBGDPL ", "số 06/KH–HĐPHPBGDPL", "Số: 06/KH‑HĐPHPBGDPL",
        "06/KH−HÐPHPBGDPL", "06/kh-hđphpbgdpl", "006/KH-HĐPHPBGDPL", "06/KH-\nHĐPHPBGDPL",
        "06/KH\xE2\x80\x8B-HĐPHPBGDPL"}) {
    EXPECT_EQ(key(text), "6/KH-HĐPHPBGDPL") << text;
  }
  EXPECT_EQ(key("84/TTR-STP"), key("84/TTr-STP"));
  EXPECT_EQ(key("21/QYĐ-UBND"), key("21/QyĐ-UBND"));
  EXPECT_EQ(key("01/2020/TT-BGD&ĐT"), key("01/2020/TT-BGDĐT"));
}

TEST(DocumentNumber, DifferentNumbersStayDifferent) {
  const auto key = [](std::string_view text) { return parse_document_number(text).value().key(); };
  EXPECT_NE(key("97/2019/QH14"), key("97/2019/UBTVQH14"));
  EXPECT_NE(key("12/CT-UBND"), key("12/CTr-UBND"));
  EXPECT_NE(key("12/QĐ-UBND"), key("12/QyĐ-UBND"));
  EXPECT_NE(key("12/HĐ-UBND"), key("12/HD-UBND"));
  EXPECT_NE(key("32/2021/NĐ-CP"), key("32/2019/NĐ-CP"));
  EXPECT_NE(key("12-CT/TW"), key("12/CT-TW"));
  EXPECT_NE(key("15/QĐ-UBND"), key("15a/QĐ-UBND"));
}

TEST(DocumentNumber, RefusesWhatIsNone) {
  for (const auto* text :
       {"", "06", "27/11/2019", "24/7", "12/2019", "KH-UBND", "06/", "0/KH-UBND", "06/KH-UBND và",
        "1234567/KH-UBND", "06/KH-UBND/2.html", "97/3019/QH14", "3/a", "12/5/2021/KH-UBND"}) {
    const auto parsed = parse_document_number(text);
    ASSERT_FALSE(parsed.has_value()) << text;
    EXPECT_EQ(parsed.error().code, Code::Invalid);
    EXPECT_EQ(parsed.error().field, "number");
  }
  EXPECT_FALSE(parse_document_number(std::string(5000, '1')).has_value());
}

TEST(DocumentNumber, AbbreviationsAreOfVietnameseLetters) {
  // Letters of other scripts have other capitals, some of several letters: no number would be equal
  // to itself.
  for (const char* foreign : {"39/BTΐP-ST", "12/ПБ-UBND", "5/Maß-UBND", "7/ΑΒ-STP"}) {
    EXPECT_FALSE(parse_document_number(foreign)) << foreign;
  }
}

}  // namespace
}  // namespace lantoa::viet
