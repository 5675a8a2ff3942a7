#include "platform/document/document.h"

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

TEST(Document, TangledHtmlIsRefused) {
  const auto repeat = [](std::string_view piece, int times) {
    std::string out = "<html>";
    for (int i = 0; i < times; ++i) out += piece;
    return out;
  };
  EXPECT_EQ(to_text(repeat("<div>", 100'000), "a.html").error().code, Code::TooLarge);
  EXPECT_EQ(to_text(repeat("<b><p>", 100'000), "a.html").error().code, Code::TooLarge);
  EXPECT_EQ(to_text(repeat("<script></style><div>", 50'000), "a.html").error().code,
            Code::TooLarge);
  EXPECT_TRUE(to_text(repeat("<p>dòng<br>", 50'000), "a.html"));
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
      {std::string(file_bytes_max + 1, 'x'), "a.txt", "8 MiB"},
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
