// Texts of our own in the shapes that real files have, with every trap that a label can set.
#include <algorithm>

#include "viet/legal_layout.h"
#include "viet/legal_text.h"
#include "viet/unicode.h"

namespace lantoa::viet {
namespace {

using Lines = std::vector<std::string>;
using std::string_view_literals::operator""sv;

LegalText read(std::string_view source) {
  auto text = read_legal_text(source);
  EXPECT_TRUE(text.has_value());
  return text ? *std::move(text) : LegalText{};
}

Lines addresses(const LegalText& text) {
  Lines out;
  for (const Provision& provision : text.provisions) out.push_back(provision.address);
  return out;
}

Lines addresses(std::string_view source) { return addresses(read(source)); }

const Provision& at(const LegalText& text, std::string_view address) {
  const auto found = std::find_if(text.provisions.begin(), text.provisions.end(),
                                  [&](const Provision& p) { return p.address == address; });
  EXPECT_NE(found, text.provisions.end()) << address;
  static const Provision none;
  return found == text.provisions.end() ? none : *found;
}

// A decree as a converted Word file: tables, escapes, broken emphasis, no-break spaces.
const std::string decree =
    R"(  ----------------------- -----------------------------------------------
    **CHÍNH PHỦ\               **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\
     \-\-\-\-\-\-\--**            \-\-\-\-\-\-\-\-\-\-\-\-\-\--**

   Số: 207/2031/             *Cần Thơ, ngày 05 tháng 8
   NĐ-CP                      năm 2031*
  ----------------------- -----------------------------------------------

** **

**NGHỊ ĐỊNH**

**QUY ĐỊNH VỀ NGƯỜI GIỮ TRỐNG LÀNG**

**CHÍNH PHỦ**

*Căn cứ* *Luật Lễ hội dân gian số* *15/2030/QH16;*

*Căn cứ Nghị quyết số* *88/
2030/UBTVQH16 ngày 14\
tháng 4 năm 2030 của Ủy ban Thường vụ Quốc hội;*

*Theo đề nghị của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch tại Tờ trình số77/TTr-BVHTTDL,*

**QUYẾT NGHỊ:**

**Chương I**

**NHỮNG ĐIỀU CHUNG**

**Đi)"
    "ê\xCC\x80"
    R"(u 1. Phạm vi**

1\. Nghị định này nói về trống từ 1.5 m trở lên, theo khoản
2. Điều 7 và Điều 110 của Hiến pháp; bốn bậc như sau:

a\) Trống lớn;

b\) Trống vừa;

c\) Trống con;

đ\) Trống không ai giữ;

2\. Việc giữ trống theo quy định tại
Điều 3 của Nghị định này.

)"
    "\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0 3. Trống cũ được giữ nguyên.\n\n"
    R"(**Chương II**

**VIỆC GIỮ TRỐNG**

**Mục 1. NGƯỜI GIỮ**

**Điều 2. Người giữ** **trống**

**1. **Người giữ trống có số thẻ ghi tại bảng sau:

  ----- -------------
  TT     Số thẻ

  1\.    207/KH-UBND

  2\.    Điều 9. Thẻ
  ----- -------------

**2.** Thẻ có hạn 5 năm.

**Mục 2. NHÀ TRỐNG**

**Điều 3.** Nhà trống do xã dựng.

*Nghị định này được Chính phủ thông qua ngày 01 tháng 8 năm 2031.*

+--------------------+:--------------------------:+
| ***Nơi nhận:\***   | **TM. CHÍNH PHỦ\           |
| - 1. Các bộ;\      | Người Ký**                 |
+--------------------+----------------------------+

**PHỤ LỤC I**

**MẪU THẺ**

1\. Tên.

2\. Tuổi.
)";

TEST(LegalShapes, AConvertedDecree) {
  const LegalText text = read(decree);
  ASSERT_TRUE(text.number.has_value());
  EXPECT_EQ(text.number->display(), "207/2031/NĐ-CP");
  EXPECT_EQ(text.type, "Nghị định");
  EXPECT_EQ(text.issuer, "Chính phủ");
  EXPECT_EQ(text.place, "Cần Thơ");
  EXPECT_EQ(text.date, to_date({2031, 8, 5}));
  EXPECT_EQ(text.title, "QUY ĐỊNH VỀ NGƯỜI GIỮ TRỐNG LÀNG");
  EXPECT_EQ(addresses(text),
            (Lines{"chuong-1", "dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.diem-a",
                   "dieu-1.khoan-1.diem-b", "dieu-1.khoan-1.diem-c", "dieu-1.khoan-1.diem-dd",
                   "dieu-1.khoan-2", "dieu-1.khoan-3", "chuong-2", "chuong-2.muc-1", "dieu-2",
                   "dieu-2.khoan-1", "dieu-2.khoan-2", "chuong-2.muc-2", "dieu-3", "phu-luc-1",
                   "phu-luc-1.khoan-1", "phu-luc-1.khoan-2"}));
}

TEST(LegalShapes, HeadingsTextsAndPlaces) {
  const LegalText text = read(decree);
  EXPECT_EQ(at(text, "chuong-1").heading, "NHỮNG ĐIỀU CHUNG");
  EXPECT_EQ(at(text, "dieu-1").heading, "Phạm vi");
  EXPECT_EQ(at(text, "dieu-1").label, "Điều 1.");
  EXPECT_EQ(at(text, "dieu-2").heading, "Người giữ trống");
  EXPECT_EQ(at(text, "dieu-3").heading, "");
  EXPECT_EQ(at(text, "dieu-3").text, "Nhà trống do xã dựng.");
  EXPECT_EQ(at(text, "phu-luc-1").label, "PHỤ LỤC I");
  EXPECT_EQ(at(text, "phu-luc-1").heading, "MẪU THẺ");
  EXPECT_EQ(at(text, "chuong-2.muc-1").heading, "NGƯỜI GIỮ");
  EXPECT_EQ(at(text, "dieu-1.khoan-1.diem-dd").label, "đ)");
  EXPECT_EQ(at(text, "dieu-2.khoan-1").text,
            "Người giữ trống có số thẻ ghi tại bảng sau: TT Số thẻ 1. 207/KH-UBND 2. Điều 9. Thẻ");
  EXPECT_EQ(at(text, "dieu-1.khoan-3").text, "Trống cũ được giữ nguyên.");
  const Provision& clause = at(text, "dieu-1.khoan-1");
  const std::string whole = plain_text(decree.substr(clause.offset, clause.length));
  EXPECT_TRUE(whole.starts_with("1. Nghị định này")) << whole;
  EXPECT_TRUE(whole.ends_with("đ) Trống không ai giữ;")) << whole;
  ASSERT_TRUE(clause.parent.has_value());
  EXPECT_EQ(text.provisions[*clause.parent].address, "dieu-1");
  const Provision& last = at(text, "dieu-3");
  EXPECT_TRUE(decree.substr(last.offset, last.length).ends_with("do xã dựng."));
}

TEST(LegalShapes, GroundsAndWhatTheyCite) {
  const LegalText text = read(decree);
  ASSERT_EQ(text.grounds.size(), 3U);
  Lines found;
  for (const Ground& ground : text.grounds) {
    ASSERT_EQ(ground.citations.size(), 1U) << ground.text;
    const Citation& c = text.citations[ground.citations[0]];
    found.push_back(c.type_word + '|' + c.name + '|' + c.number.display() + '|' +
                    (c.date ? iso(*c.date) : ""));
  }
  EXPECT_EQ(found, (Lines{"Luật|Lễ hội dân gian|15/2030/QH16|",
                          "Nghị quyết||88/2030/UBTVQH16|2030-04-14", "Tờ trình||77/TTr-BVHTTDL|"}));
  EXPECT_EQ(text.grounds[0].text, "Căn cứ Luật Lễ hội dân gian số 15/2030/QH16;");
  // The number at the head is no citation; the one in the table is.
  EXPECT_EQ(text.citations.size(), 4U);
  EXPECT_EQ(text.citations[3].number.display(), "207/KH-UBND");
}

TEST(LegalShapes, ReferencesKnowTheirProvision) {
  const LegalText text = read(decree);
  Lines found;
  for (const ProvisionReference& r : text.references) {
    for (const std::string& address : r.provisions) {
      found.push_back(address + '|' + r.document);
    }
  }
  EXPECT_EQ(found, (Lines{"khoan-2|", "dieu-7|Hiến pháp", "dieu-110|Hiến pháp", "dieu-3|"}));
}

// The same kind of text as a page copied without markup and without blank lines.
TEST(LegalShapes, PlainTextWithoutBlankLines) {
  const LegalText text = read(
      "QUỐC HỘI\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
      "---------------\nLuật số: 31/2032/QH17\nHà Nội, ngày 9 tháng 6 năm 2032\nLUẬT\n"
      "CHỢ PHIÊN\n"
      "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
      "Quốc hội ban hành Luật Chợ phiên.\n"
      "PHẦN THỨ NHẤT\nQUY ĐỊNH CHUNG\nChương I\nPHẠM VI\nĐiều 1. Phạm vi điều chỉnh\n"
      "Luật này nói về chợ họp theo phiên.\nĐiều 2. Giải thích từ ngữ\n"
      "Trong Luật này, các từ dưới đây được hiểu như sau:\n"
      "1. Chợ phiên là chợ không họp mỗi ngày. Số phiên một năm là\n"
      "2. Chủ chợ là người trông chợ;\n3. Người bán gồm:\na) Người trong xã;\n"
      "b) Người xã khác đến bán trong ba phiên liền;\n"
      "2026. là năm bắt đầu.\nĐiều 3. Hiệu lực\n"
      "Luật này có hiệu lực từ ngày 01 tháng 01 năm 2033 và thay thế mọi quy định trước đó về chợ "
      "phiên ở miền núi, trừ những chợ đã họp liên tục từ trước năm 1990 đến nay theo lệ làng.\n"
      "Nơi nhận:\n1. Các tỉnh.\n");
  EXPECT_EQ(text.number->display(), "31/2032/QH17");
  EXPECT_EQ(text.type, "Luật");
  EXPECT_EQ(text.title, "CHỢ PHIÊN");
  EXPECT_EQ(text.issuer, "Quốc hội");
  EXPECT_EQ(text.place, "Hà Nội");
  EXPECT_EQ(addresses(text), (Lines{"phan-1", "phan-1.chuong-1", "dieu-1", "dieu-2",
                                    "dieu-2.khoan-1", "dieu-2.khoan-2", "dieu-2.khoan-3",
                                    "dieu-2.khoan-3.diem-a", "dieu-2.khoan-3.diem-b", "dieu-3"}));
  EXPECT_EQ(at(text, "phan-1").heading, "QUY ĐỊNH CHUNG");
  EXPECT_EQ(at(text, "dieu-2").heading, "Giải thích từ ngữ");
  EXPECT_EQ(at(text, "dieu-2").text, "Trong Luật này, các từ dưới đây được hiểu như sau:");
  EXPECT_TRUE(at(text, "dieu-2.khoan-3.diem-b").text.ends_with("2026. là năm bắt đầu."));
}

const std::string amending = R"(**LUẬT**

SỬA ĐỔI LUẬT CHỢ PHIÊN

**Điều 1. Sửa đổi, bổ sung**

1\. Sửa đổi khoản 2 Điều 5 như sau:

“2. Phiên chợ họp sáng sớm:

a) Ở bản;

b) Ở xã.”;

2\. Thêm Điều 5a vào sau Điều 5 như sau:

“**Điều 5a. Phiên đêm**

1\. Phiên đêm có đèn.

2\. Đèn do xã thắp.”.

3\. Bỏ cụm từ "đêm" tại điểm a khoản 1 Điều 9.

**Điều 1a. Chuyển tiếp**

“Phiên cũ” họp tiếp.

**Điều 2**

**Hiệu lực**

Luật này có hiệu lực từ ngày công bố.
)";

TEST(LegalShapes, QuotedAmendmentsStayText) {
  const LegalText text = read(amending);
  EXPECT_EQ(addresses(text), (Lines{"dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-1.khoan-3",
                                    "dieu-1a", "dieu-2"}));
  EXPECT_TRUE(at(text, "dieu-1.khoan-2").text.ends_with("2. Đèn do xã thắp.”."));
  EXPECT_EQ(at(text, "dieu-2").heading, "Hiệu lực");
  EXPECT_EQ(at(text, "dieu-1a").text, "“Phiên cũ” họp tiếp.");
}

TEST(LegalShapes, AQuotationMarkNeverClosedHidesNothing) {
  EXPECT_EQ(addresses("LUẬT\n\nTRỐNG\n\nĐiều 1. Tên\n\n“Trống là:\n\n1. Trống to.\n\n2. Trống "
                      "nhỏ.\n\n\"Điều 2. Hai\n\nĐiều 2. Việc khác\n"),
            (Lines{"dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-2"}));
}

TEST(LegalShapes, AStrayQuotationMarkHidesNoArticle) {
  const Lines four{"dieu-1", "dieu-2", "dieu-3", "dieu-4"};
  const auto law = [](std::string_view open, std::string_view stray) {
    return "LUẬT\n\nTRỐNG\n\nĐiều 1. Tên\n\n" + std::string(open) +
           "Trống to.\n\nĐiều 2. Cỡ\n\nTrống nhỏ.\n\nĐiều 3. Gỗ\n\nGỗ mít" + std::string(stray) +
           ".\n\nĐiều 4. Da\n\nDa trâu.\n";
  };
  EXPECT_EQ(addresses(law("“", "”")), four);
  EXPECT_EQ(addresses(law("\"", " dày 5\"")), four);
  EXPECT_EQ(addresses(law("\"", "\"")), four);
  EXPECT_EQ(addresses(law("“", " “mít”, ”mít”")), four);
  EXPECT_EQ(addresses(law("“", "")), four);
  EXPECT_EQ(addresses(law("", "”")), four);
  EXPECT_EQ(addresses(law("“", " \"mít”")), four);
}

TEST(LegalShapes, QuotedArticlesWithTheNextNumberAreStillQuoted) {
  EXPECT_EQ(addresses("LUẬT\n\nSỬA LUẬT TRỐNG\n\nĐiều 1. Sửa Luật Trống\n\n1. Sửa hai điều như "
                      "sau:\n\n“Điều 1. Tên\n\nTrống to.\n\nĐiều 2. Cỡ\n\n1. Trống nhỏ.”.\n\n2. Bỏ "
                      "Điều 9.\n\nĐiều 2. Hiệu lực\n\nTừ ngày công bố.\n"),
            (Lines{"dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-2"}));
}

TEST(LegalShapes, NumbersThatAreNoClauses) {
  EXPECT_EQ(addresses("NGHỊ QUYẾT\n\nVỀ TRE\n\n1. Mở đầu.\n\nĐiều 1. Tre\n\n1. Tre xanh.\n\n"
                      "25. Đây là số nhà.\n\n1. Lặp lại.\n\n1.5 ha tre.\n\n2/3 là tre già.\n\n"
                      "2, 3 và 4 cây.\n\n| 2. | Tre ngà |\n|----|---------|\n| 3. | Tre đằng |\n\n"
                      "2. Tre ngà.\n\nk) Không phải điểm.\n\nĐiều 1 của Nghị quyết này.\n\n"
                      "Điều 7 này không có.\n"),
            (Lines{"dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"}));
}

TEST(LegalShapes, APartyTextHasClausesOnly) {
  const LegalText text = read(
      "  ------------------ --------------------------\n"
      "  **TỈNH ỦY LAI\n  CHÂU\\            **ĐẢNG CỘNG SẢN VIỆT NAM\\**\n  \\***\n\n"
      "  Số 12-NQ/TU        *Lai Châu, ngày 3 tháng 2 năm 2031*\n"
      "  ------------------ --------------------------\n\n"
      "**NGHỊ QUYẾT**\n\nHỘI NGHỊ TỈNH ỦY\n\n1. Mở đầu không phải khoản.\n\n**QUYẾT NGHỊ**\n\n"
      "**1. **Thông qua ba việc:\n\n\\- Việc một.\n\n\\- Việc hai.\n\n**2.** Giao hai việc:\n\n"
      "a) Việc ba;\n\nb) Việc bốn.\n\n**Nơi nhận:**\n\n3. Lưu.\n\n**BẢNG KÊ VIỆC**\n\n"
      "*(Kèm theo Nghị quyết số 12-NQ/TU, ngày 3/2/2031)*\n\n**I- Việc lớn**\n\n1. Đường.\n\n"
      "**II- Việc nhỏ**\n\n1. Cầu.\n\n2. Giếng.\n");
  EXPECT_EQ(text.number->display(), "12-NQ/TU");
  EXPECT_EQ(addresses(text),
            (Lines{"khoan-1", "khoan-2", "khoan-2.diem-a", "khoan-2.diem-b", "phu-luc-1",
                   "phu-luc-1.muc-1", "phu-luc-1.muc-1.khoan-1", "phu-luc-1.muc-2",
                   "phu-luc-1.muc-2.khoan-1", "phu-luc-1.muc-2.khoan-2"}));
  EXPECT_EQ(at(text, "khoan-1").text, "Thông qua ba việc: - Việc một. - Việc hai.");
  EXPECT_EQ(at(text, "phu-luc-1").heading, "BẢNG KÊ VIỆC");
  EXPECT_EQ(at(text, "phu-luc-1.muc-2").heading, "Việc nhỏ");
  ASSERT_EQ(text.citations.size(), 1U);
  EXPECT_EQ(text.citations[0].date, to_date({2031, 2, 3}));
}

TEST(LegalShapes, ARegulationAttachedToADecisionHasItsOwnArticles) {
  const LegalText text = read(
      "QUYẾT ĐỊNH\n\nBan hành Quy chế giữ giếng\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy "
      "chế giữ giếng.\n\nĐiều 2. Các xã thi hành Quyết định này.\n\nTM. ỦY BAN NHÂN DÂN\n\nQUY "
      "CHẾ\n\nGIỮ GIẾNG\n\n(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 2/3/2031)\n\n"
      "Điều 1. Giếng\n\n1. Giếng sâu.\n\nĐiều 2. Người giữ\n");
  EXPECT_EQ(addresses(text), (Lines{"dieu-1", "dieu-2", "phu-luc-1", "phu-luc-1.dieu-1",
                                    "phu-luc-1.dieu-1.khoan-1", "phu-luc-1.dieu-2"}));
  EXPECT_EQ(at(text, "dieu-2").text, "Các xã thi hành Quyết định này.");
  EXPECT_EQ(at(text, "phu-luc-1").heading, "QUY CHẾ GIỮ GIẾNG");
}

TEST(LegalShapes, TellsALegalTextFromAnArticle) {
  EXPECT_TRUE(is_legal_text(decree));
  EXPECT_TRUE(is_legal_text(amending));
  EXPECT_FALSE(
      is_legal_text("Hội thi trống (08:00 2/7/2031)\n\nNgày 1/7, UBND xã An Phú ban hành "
                    "Kế hoạch số 3/KH-UBND.\n\nĐiều 1. Trống to.\n\nĐiều 2. Trống nhỏ.\n"));
  EXPECT_FALSE(is_legal_text("KẾ HOẠCH MÙA XUÂN\n\nCả bản đi chợ.\n"));
  EXPECT_FALSE(is_legal_text(""));
}

TEST(LegalShapes, AHeadlineInCapitalsMakesNoLaw) {
  const std::string articles = "\n\nĐiều 1. Chợ to.\n\nĐiều 2. Chợ nhỏ.\n";
  for (const std::string headline :
       {"LUẬT SƯ TRẺ NÓI VỀ LUẬT CHỢ", "QUYẾT ĐỊNH SÁNG SUỐT CỦA CHỢ MẪU",
        "**NGHỊ QUYẾT MỚI VỀ CHỢ**", "LỆNH BÀI CỦA LÀNG"}) {
    EXPECT_FALSE(is_legal_text(headline + articles)) << headline;
  }
  for (const std::string title : {"LUẬT", "**LUẬT**", "LUẬT:", "LUẬT\n\nCHỢ MẪU"}) {
    EXPECT_TRUE(is_legal_text(title + articles)) << title;
  }
  // A number or the motto above tells that the line is a title.
  EXPECT_TRUE(is_legal_text("Luật số: 5/2030/QH16\n\nLUẬT CHỢ MẪU" + articles));
  EXPECT_TRUE(
      is_legal_text("QUỐC HỘI\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nLUẬT CHỢ MẪU" + articles));
  EXPECT_FALSE(is_legal_text("Bàn về Luật số 5/2030/QH16\n\nLUẬT SƯ NÓI GÌ" + articles));
  EXPECT_EQ(read("Luật số: 5/2030/QH16\n\nLUẬT CHỢ MẪU" + articles).title, "CHỢ MẪU");
}

TEST(LegalShapes, WhatCannotBeReadIsSaidInASentence) {
  EXPECT_EQ(read_legal_text("").error().code, Code::Invalid);
  EXPECT_EQ(read_legal_text("Chỉ là một câu.").error().code, Code::Invalid);
  EXPECT_EQ(read_legal_text(std::string(legal_text_bytes_max + 1, 'a')).error().code,
            Code::TooLarge);
  EXPECT_EQ(read_legal_text("\xFF\xFEL\0u\0"sv).error().code, Code::Unsupported);
}

}  // namespace
}  // namespace lantoa::viet
