#include "city/spoken.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/testing.h"

namespace lantoa::city {
namespace {

// What stands in the body.
std::string marked(const std::string& body) {
  const std::string whole = mark_vietnamese("<title>Đ</title><body>" + body + "</body>");
  const std::string before = "<title>Đ</title><body>", after = "</body>";
  EXPECT_TRUE(whole.starts_with(before) && whole.ends_with(after)) << whole;
  return whole.substr(before.size(), whole.size() - before.size() - after.size());
}

void expect_untouched(const std::string& body) { EXPECT_EQ(marked(body), body); }

TEST(MarkVietnamese, MarksTheElementWhereANameStandsAlone) {
  EXPECT_EQ(marked("<h1>Sở Tư pháp</h1>"), "<h1 lang=\"vi-VN\">Sở Tư pháp</h1>");
  EXPECT_EQ(marked("<p class=\"a\">\n Xã Minh Khai\n</p>"),
            "<p class=\"a\" lang=\"vi-VN\">\n Xã Minh Khai\n</p>");
}

TEST(MarkVietnamese, MarksANameBesideOtherThings) {
  EXPECT_EQ(marked("<p>Sở Tư pháp <b>12</b></p>"),
            "<p><span lang=\"vi-VN\">Sở Tư pháp</span> <b>12</b></p>");
  EXPECT_EQ(marked("<p><b>12</b> Sở Tư pháp</p>"),
            "<p><b>12</b> <span lang=\"vi-VN\">Sở Tư pháp</span></p>");
  // The label that a phone shows is English.
  EXPECT_EQ(marked("<td data-label=\"Unit\">Sở Tư pháp</td>"),
            "<td data-label=\"Unit\"><span lang=\"vi-VN\">Sở Tư pháp</span></td>");
}

TEST(MarkVietnamese, KeepsOneTextInOneBox) {
  EXPECT_EQ(marked("<td> Plan 06/KH-HĐND &amp; Điều 9 </td>"),
            "<td> <span>Plan <span lang=\"vi-VN\">06/KH-HĐND &amp; Điều 9</span></span> </td>");
  EXPECT_EQ(marked("<li>Asked by Sở Tư pháp&#39;s leader</li>"),
            "<li><span>Asked by <span lang=\"vi-VN\">Sở Tư pháp</span>&#39;s leader</span></li>");
}

TEST(MarkVietnamese, MarksWhatCanHaveOneLanguageOnlyByMostOfIt) {
  EXPECT_EQ(marked("<option value=\"1\">Sở Tư pháp</option>"),
            "<option value=\"1\" lang=\"vi-VN\">Sở Tư pháp</option>");
  EXPECT_EQ(
      marked("<textarea name=\"a\">Về Về &lt;b&gt; việclt;mộtVề &lt;b&gt; việcgt; việc</textarea>"),
      "<textarea name=\"a\" lang=\"vi-VN\">Về Về &lt;b&gt; việclt;mộtVề &lt;b&gt; việcgt; "
      "việc</textarea>");
  EXPECT_EQ(marked("<input value=\"Cán bộ mẫu\">"), "<input value=\"Cán bộ mẫu\" lang=\"vi-VN\">");
  EXPECT_EQ(marked("<img src=\"/a\" alt=\"Tranh vẽ\"/>"),
            "<img src=\"/a\" alt=\"Tranh vẽ\" lang=\"vi-VN\"/>");
  EXPECT_EQ(marked("<svg><text x=\"1\">Tây Hồ</text></svg>"),
            "<svg><text x=\"1\" lang=\"vi-VN\">Tây Hồ</text></svg>");
  expect_untouched("<svg><title>Sở Du lịch: 14 of 34 persons reached</title></svg>");
  expect_untouched("<option>Every ward of Quận Tây Hồ in this year</option>");
  expect_untouched("<input type=\"hidden\" value=\"Cán bộ mẫu\">");
}

TEST(MarkVietnamese, LeavesWhatIsMarked) {
  expect_untouched("<div lang=\"vi\"><div>Sở <b>Tư pháp</b></div> Hà Nội</div>");
  expect_untouched("<a href=\"/\" lang=\"vi\" title=\"a > b\">Tiếng Việt</a>");
  EXPECT_EQ(marked("<p lang=\"vi\">Một</p><p>Hai mươi tư, đủ</p>"),
            "<p lang=\"vi\">Một</p><p lang=\"vi-VN\">Hai mươi tư, đủ</p>");
}

TEST(MarkVietnamese, LeavesWhatIsNoText) {
  expect_untouched("<script>const a = \"Đã lưu\";</script>");
  expect_untouched("<!-- Đã lưu --><p>Saved</p>");
  expect_untouched("<a href=\"/tim?q=Đ\" hreflang=\"vi\" title=\"Đ\">Find</a>");
  EXPECT_EQ(mark_vietnamese("{\"name\":\"Sở Tư pháp\"}"), "{\"name\":\"Sở Tư pháp\"}");
}

std::string without_marks(std::string page) {
  for (const std::string_view added :
       {"<span lang=\"vi-VN\">", " lang=\"vi-VN\"", "<span>", "</span>"}) {
    for (std::size_t at = page.find(added); at != std::string::npos; at = page.find(added)) {
      page.erase(at, added.size());
    }
  }
  return page;
}

TEST(MarkVietnamese, ChangesNoTextOfAnyPage) {
  for (const char* body :
       {"<p>Đ", "Đ <b", "<b>Đ</b></b></b> Đ", "<p lang=\"vi\">Đ<p>Đ", "&Đ;", "<", "Plan Đ",
        "<textarea>Đ", "<!-- Đ", "<script>Đ", " Đ ", "</p> Đ", "<input value=\"Đ", "\xFF Đ \xCC"}) {
    const std::string page = std::string("<body>") + body;
    EXPECT_EQ(without_marks(mark_vietnamese(page)), without_marks(page));
  }
}

// The path above a page, as readers get it.
TEST(MarkVietnamese, MarksThePathAboveAnEnglishPageOnly) {
  testing::Node node;
  const auto body = [&](Language language) {
    Visit visit;
    visit.language = language;
    const std::vector<App::Crumb> path{
        {"Home", "/"}, App::named("Hai ba & một", "/bai/1"), App::named("Hai ba")};
    return node.app.show(visit, {"Trang", "Page"}, Chips{}, path).body;
  };
  const std::string english = body(Language::English);
  EXPECT_THAT(english, ::testing::HasSubstr("<a href=\"/\">Home</a>"));
  EXPECT_THAT(english, ::testing::HasSubstr("<a href=\"/bai/1\"><span lang=\"vi\">Hai ba &amp; một"
                                            "</span></a>"));
  EXPECT_THAT(english, ::testing::HasSubstr("<span lang=\"vi\">Hai ba</span></span>"));
  const std::string vietnamese = body(Language::Vietnamese);
  EXPECT_THAT(vietnamese, ::testing::HasSubstr("<a href=\"/bai/1\">Hai ba &amp; một</a>"));
  EXPECT_THAT(vietnamese, ::testing::Not(::testing::HasSubstr("<span lang=\"vi\">")));
}

}  // namespace
}  // namespace lantoa::city
