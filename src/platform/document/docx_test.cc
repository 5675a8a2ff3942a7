#include "platform/archive/archive.h"
#include "platform/archive/testing_zip.h"
#include "platform/document/document.h"
#include "platform/document/kinds.h"

namespace lantoa::document {
namespace {

using archive::make_zip;
using archive::Parts;

std::string document_xml(std::string_view body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"x\"><w:body>" +
         std::string(body) + "</w:body></w:document>";
}

std::string make_docx(std::string_view body) {
  return make_zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document_xml(body)}});
}

std::string text_of(std::string_view body) {
  const auto text = to_text(make_docx(body), "kế hoạch.docx");
  return text ? *text : "problem: " + text.error().text.en;
}

TEST(Docx, ParagraphsAndRunsAndSoftBreaks) {
  EXPECT_EQ(text_of("<w:p><w:r><w:t>KẾ HO</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ẠCH</w:t></w:r>"
                    "</w:p><w:p/><w:p><w:r><w:t xml:space=\"preserve\">Về </w:t><w:tab/><w:t>việc"
                    "</w:t><w:br/><w:t>mẫu</w:t></w:r></w:p>"),
            "KẾ HOẠCH\n\nVề việc\nmẫu\n");
}

TEST(Docx, CellsAreLinesAndEmptyOnesADash) {
  EXPECT_EQ(
      text_of("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>"
              "<w:tc><w:p><w:r><w:t>Sở Mẫu</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
      "1\n\n–\n\nSở Mẫu\n");
}

TEST(Docx, ATextInPiecesIsWhole) {
  EXPECT_EQ(text_of("<w:p><w:r><w:t>Điều <!-- x -->1<![CDATA[. Sở]]> Mẫu</w:t></w:r></w:p>"),
            "Điều 1. Sở Mẫu\n");
}

TEST(Docx, ListItemsKeepAMarkAndDeletedTextIsGone) {
  EXPECT_EQ(text_of("<w:p><w:pPr><w:numPr><w:ilvl/></w:numPr></w:pPr><w:r><w:t>Đôn đốc</w:t></w:r>"
                    "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
                    "<w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom>"
                    "<w:ins><w:r><w:t>, kiểm tra</w:t></w:r></w:ins></w:p>"),
            "- Đôn đốc, kiểm tra\n");
}

// A style may number a paragraph that says for itself that it is none of a list.
TEST(Docx, ListZeroIsNoList) {
  EXPECT_EQ(
      text_of("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
              "<w:r><w:t>Một</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/>"
              "</w:numPr></w:pPr><w:r><w:t>Hai</w:t></w:r></w:p>"),
      "Một\n\n- Hai\n");
}

TEST(Docx, WhatIsNoWordFileSaysSo) {
  const auto other = to_text(make_zip({{"xl/workbook.xml", "<workbook/>"}}), "bang.docx");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, Code::Unsupported);
  EXPECT_NE(other.error().text.vi.find("không phải tệp Word"), std::string::npos);
  std::string cut = make_docx("<w:p><w:r><w:t>đủ dài để cắt</w:t></w:r></w:p>");
  cut.resize(cut.size() / 2);
  EXPECT_EQ(to_text(cut, "x.docx").error().code, Code::Invalid);
  const auto broken = to_text(make_zip({{"word/document.xml", "<w:document><w:body>"}}), "x.docx");
  EXPECT_NE(broken.error().text.vi.find("bị hỏng"), std::string::npos);
  EXPECT_NE(to_text(make_docx("<w:p/>"), "x.docx").error().text.vi.find("không có chữ"),
            std::string::npos);
}

TEST(Docx, APasswordIsNamed) {
  const auto locked =
      to_text(make_zip({{"word/document.xml", document_xml("<w:p/>")}}, "mật khẩu"), "x.docx");
  ASSERT_FALSE(locked);
  EXPECT_NE(locked.error().text.vi.find("mật khẩu"), std::string::npos);
}

TEST(Docx, AZipBombIsRefused) {
  const std::string run(8 * 1024 * 1024, ' ');
  const auto bomb = to_text(make_docx("<w:p><w:r><w:t>" + run + "</w:t></w:r></w:p>"), "x.docx");
  ASSERT_FALSE(bomb);
  EXPECT_EQ(bomb.error().code, Code::TooLarge);
  const std::string huge(docx_xml_bytes_max + 1, 'x');
  EXPECT_EQ(to_text(make_docx(huge), "x.docx").error().code, Code::TooLarge);
  Parts many{{"word/document.xml", document_xml("<w:p><w:r><w:t>a</w:t></w:r></w:p>")}};
  for (std::size_t i = 0; i < archive::entries_max; ++i) many.emplace_back(std::to_string(i), "");
  EXPECT_EQ(to_text(make_zip(many), "x.docx").error().code, Code::TooLarge);
}

// Packed without compression, so that only their number is against them.
TEST(Docx, TooManyTagsOrAttributesAreRefused) {
  const auto code_of = [](const std::string& body) {
    const std::string file = make_zip({{"word/document.xml", document_xml(body)}}, nullptr, true);
    const auto text = docx_to_text(file);
    return text ? Code::Unsupported : text.error().code;
  };
  std::string tags;
  while (tags.size() / 4 <= docx_tags_max) tags += "<a/>";
  EXPECT_EQ(code_of(tags), Code::TooLarge);
  std::string attributes = "<a";
  for (std::size_t i = 0; i <= docx_attributes_max; ++i) attributes += " a=\"\"";
  EXPECT_EQ(code_of(attributes + "/>"), Code::TooLarge);
}

TEST(Docx, DeepElementsAreWalkedWithoutTheStack) {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "<w:a" + std::to_string(i % 977) + ">";
  body += "<w:p><w:r><w:t>đáy</w:t></w:r></w:p>";
  for (int i = 100'000; i-- > 0;) body += "</w:a" + std::to_string(i % 977) + ">";
  EXPECT_EQ(text_of(body), "đáy\n");
}

}  // namespace
}  // namespace lantoa::document
