#include "platform/document/document.h"

#include <chrono>

#include "platform/document/kinds.h"

namespace lantoa::document {
namespace {

std::string read(std::string_view bytes, std::string_view name) {
  const auto text = to_text(bytes, name);
  return text ? *text : "problem: " + text.error().text.en;
}

TEST(Document, TextStaysByteForByte) {
  EXPECT_EQ(read("Kế hoạch\r\n\r\n  Điều 1", "a.txt"), "Kế hoạch\r\n\r\n  Điều 1");
  EXPECT_EQ(read("dán vào", ""), "dán vào");
}

TEST(Document, MarkdownFromAConverter) {
  EXPECT_EQ(
      read("**KẾ HOẠCH**\n\n1\\. **Sở** *Tư pháp*:\n\n\\- Hướng dẫn\\\nđôn đốc\n\n- Kiểm tra\n",
           "a.md"),
      "KẾ HOẠCH\n\n1. Sở Tư pháp:\n\n- Hướng dẫn\nđôn đốc\n\n- Kiểm tra");
}

TEST(Document, HtmlKeepsWhatIsReadAndDropsTheRest) {
  EXPECT_EQ(
      read("<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body>"
           "<nav><a>Trang chủ</a></nav><h1>Kế\n  hoạch</h1><script>alert('x')</script>"
           "<p>Sở&nbsp;Tư pháp<br>đôn <b>đốc</b></p><ul><li>Một<li>Hai</ul>"
           "<ol><li>A<ul><li>a</ul><li>B</ol>"
           "<div hidden>ẩn</div><form><button>Gửi</button></form><footer>chân</footer></body>",
           "a.html"),
      "Kế hoạch\n\nSở Tư pháp\nđôn đốc\n\n- Một\n\n- Hai\n\n1. A\n\n- a\n\n2. B\n");
}

// Portals of an older make stand in one form from top to bottom.
TEST(Document, AFormIsNoReasonToDropWhatStandsInIt) {
  EXPECT_EQ(read("<html><body><form id=aspnetForm><p>bài</p></form></body></html>", "a.html"),
            "bài\n");
}

TEST(Document, HtmlTableCellsAreLines) {
  EXPECT_EQ(read("<table><tr><th>STT<th>Việc</tr><tr><td>1<td></tr></table>", "a.htm"),
            "STT\n\nViệc\n\n1\n\n–\n");
}

TEST(Document, OnlyTheMainPartWhenThePageHasOne) {
  EXPECT_EQ(read("<html><body><div>khung</div><main><p>bài</p></main></body></html>", "trang"),
            "bài\n");
  EXPECT_EQ(read("<html><body><p>thân</p><main></main></body></html>", "trang"), "thân\n");
}

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

Code refused(const std::string& body) {
  const auto text = to_text("<html>" + body, "a.html");
  EXPECT_FALSE(text);
  return text ? Code::Invalid : text.error().code;
}

TEST(Document, TangledHtmlIsRefused) {
  EXPECT_EQ(refused(repeated("<div>", 100'000)), Code::TooLarge);
  EXPECT_EQ(refused(repeated("<ul><li>", 100'000)), Code::TooLarge);
  EXPECT_EQ(refused(repeated("<table><td>", 100'000)), Code::TooLarge);
  EXPECT_EQ(refused(repeated("<p>", 500'000)), Code::TooLarge);
  // Closers that are none, in an attribute or a comment, close nothing.
  EXPECT_EQ(refused(repeated("<div a=\"</div>\">", 90'000) + repeated("<p>", 90'000)),
            Code::TooLarge);
  EXPECT_EQ(refused(repeated("<div><!--</div>-->", 90'000)), Code::TooLarge);
}

// What nests only in drawings and formulas, what the parser opens anew in every paragraph, and what
// it does not close.
TEST(Document, WhatMadeTheParserDeepOrSlowIsReadInNoTime) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& body : {
           "<svg>" + repeated("<td>", 300'000),
           "<math>" + repeated("<option>", 300'000),
           repeated("<svg>", 300'000),
           repeated("<b><p>", 100'000),
           repeated("<font a><font b><font c>", 1'000) + repeated("<p>x", 100'000),
           repeated("<li><dd>", 100'000),
           repeated("<rt>", 300'000),
           repeated("<option>", 300'000),
           repeated("<video><p></video>", 60'000),
           repeated("<script></style><div>", 50'000),
       }) {
    (void)to_text("<html>" + body, "a.html");
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(Document, LongPagesAsOfficesHaveThemAreRead) {
  EXPECT_EQ(read("<html>" + repeated("<p>dòng<br>", 2'000), "a.html").size(),
            2'000 * std::string_view("dòng\n\n").size() - 1);
  const std::string row =
      "<tr><td><p><span style='x'><b>1</b></span><td><div>Sở Mẫu<td><img src=a><br></tr>";
  const std::string table = "<html><svg><path d=''/></svg><table>" + repeated(row, 5'000);
  EXPECT_TRUE(read(table, "a.html").starts_with("1\n\nSở Mẫu\n\n–\n\n1\n\nSở Mẫu\n\n–\n\n1"));
}

TEST(Document, OfHtmlOnlyWhatIsReadStays) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"a<!-- <p>x -->b<!-->c", "abc\n"},
      {"<p title='a>b'>1 < 2 &amp; <b>đậm</B><i aria-hidden=\"true\">★<i>☆</i></i>!",
       "1 < 2 & đậm!\n"},
      {"<p><span hidden>ẩn<p>hiện", "hiện\n"},
      {"<svg><title>hình</title><path/></svg>a<math><mi>x</mi></math>b<svg/>c", "abc\n"},
      {"<dl><dt>a<dd>b<dt>c</dl>d", "a\n\nb\n\nc\n\nd\n"},
      {"<table><tr><td><div>a</td><td>b</div></table></div>c", "a\n\nb\n\nc\n"},
      {"<div role=navigation>x</div><p>y</p></div><main hidden>z</main>", "y\n"},
      {"<select><option>x</select><textarea><p>x</textarea>y", "y\n"},
      {"x<p y='", "x\n"},
  };
  for (const auto& [body, text] : cases) EXPECT_EQ(read("<html>" + body, "a.html"), text) << body;
}

struct Refused {
  std::string bytes;
  std::string name;
  std::string says;
};

TEST(Document, EveryOtherKindIsNamed) {
  using namespace std::string_literals;
  const std::vector<Refused> cases{
      {"\xD0\xCF\x11\xE0 word", "cu.doc", ".doc"},
      {"\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, "a.docx", "mật khẩu"},
      {"%PDF-1.7", "a.pdf", "PDF"},
      {"{\\rtf1", "a.rtf", "RTF"},
      {"chữ", "a.docx", "bên trong không phải"},
      {"\xFF\xFEK\0\x1F\x1E"s, "a.txt", "UTF-8"},
      {" \r\n", "a.txt", "không có chữ"},
      {"<html><body><script>x</script></body></html>", "a.html", "không có chữ"},
      {std::string(file_bytes_max + 1, 'x'), "a.txt", "7 MiB"},
      {std::string(text_bytes_max + 1, 'x'), "a.txt", "1 MiB"},
  };
  for (const Refused& one : cases) {
    const auto text = to_text(one.bytes, one.name);
    ASSERT_FALSE(text) << one.name << " " << one.says;
    EXPECT_NE(text.error().text.vi.find(one.says), std::string::npos) << text.error().text.vi;
    EXPECT_FALSE(text.error().text.en.empty());
  }
}

}  // namespace
}  // namespace lantoa::document
