#include <gtest/gtest.h>

#include <random>

#include "platform/markdown/markdown.h"
#include "platform/markdown/safe_html_checker.h"

namespace lantoa::markdown {
namespace {

std::optional<Image> known(std::string_view address) {
  if (address == "/anh/1") return Image{"/anh/1", 1'600, 900, "/anh/1/nho", 640, "Chợ \"hoa\""};
  if (address == "/anh/2") return Image{"/anh/2", 300, 200, {}, 0, "Bản đồ"};
  return std::nullopt;
}

std::string html(std::string_view source) {
  const auto result = to_html(source, nullptr, known);
  return result ? result->text() : "problem: " + result.error().text.en;
}

std::string narrow(std::string_view description) {
  return "<img src=\"/anh/2\" width=\"300\" height=\"200\" alt=\"" + std::string(description) +
         "\" loading=\"lazy\" decoding=\"async\">";
}

TEST(MarkdownImages, OneThatStandsAloneIsAFigure) {
  EXPECT_EQ(html("![Chợ & <phố>](/anh/1)"),
            "<figure><img src=\"/anh/1\" srcset=\"/anh/1/nho 640w, /anh/1 1600w\" "
            "sizes=\"(max-width: 38rem) 100vw, 38rem\" width=\"1600\" height=\"900\" "
            "alt=\"Chợ &amp; &lt;phố&gt;\" loading=\"lazy\" decoding=\"async\"></figure>\n");
  EXPECT_EQ(html("![a](/anh/2)"), "<figure>" + narrow("a") + "</figure>\n");
  EXPECT_EQ(html("![a](/anh/2 'Ảnh <b>: TTX')"),
            "<figure>" + narrow("a") + "<figcaption>Ảnh &lt;b&gt;: TTX</figcaption></figure>\n");
  EXPECT_EQ(html("![a](/anh/2)\n![b](/anh/2)"),
            "<figure>" + narrow("a") + "</figure>\n<figure>" + narrow("b") + "</figure>\n");
  EXPECT_EQ(html("x\n\n![a](/anh/2)\n\ny"),
            "<p>x</p>\n<figure>" + narrow("a") + "</figure>\n<p>y</p>\n");
  EXPECT_EQ(html("> ![a](/anh/2)"),
            "<blockquote>\n<figure>" + narrow("a") + "</figure>\n</blockquote>\n");
}

TEST(MarkdownImages, BetweenWordsItStandsInTheLine) {
  EXPECT_EQ(html("x ![a](/anh/2 't') y"), "<p>x " + narrow("a") + " y</p>\n");
  EXPECT_EQ(html("[![a](/anh/2)](/bai/1)"), "<p><a href=\"/bai/1\">" + narrow("a") + "</a></p>\n");
  EXPECT_EQ(html("- ![a](/anh/2)"), "<ul>\n<li>" + narrow("a") + "</li>\n</ul>\n");
  EXPECT_EQ(html("## ![a](/anh/2)\n\nb"), "<h2>" + narrow("a") + "</h2>\n<p>b</p>\n");
}

TEST(MarkdownImages, TheDescriptionIsTheSourcesElseTheKnownOne) {
  EXPECT_EQ(html("![](/anh/2)"), "<figure>" + narrow("Bản đồ") + "</figure>\n");
  EXPECT_EQ(html("![a **b**\n`c` [d](/x) ![e](/anh/1)](/anh/2)"),
            "<figure>" + narrow("a b c d e") + "</figure>\n");
  EXPECT_NE(html("![](/anh/1)").find("alt=\"Chợ &quot;hoa&quot;\""), std::string::npos);
}

TEST(MarkdownImages, WhatIsNotKnownStaysText) {
  EXPECT_EQ(html("![a](/anh/3)"), "<p>a (/anh/3)</p>\n");
  EXPECT_EQ(html("![a](/anh/1?x)"), "<p>a (/anh/1?x)</p>\n");
  EXPECT_EQ(html("![a](//evil.com/anh/1)"), "<p>a (//evil.com/anh/1)</p>\n");
  EXPECT_EQ(html("![a](https://evil.com/a.png)"), "<p>a (https://evil.com/a.png)</p>\n");
  EXPECT_EQ(html("![a](data:image/png;base64,AAAA)"), "<p>a (data:image/png;base64,AAAA)</p>\n");
}

TEST(MarkdownImages, OnlyListedTagsWhateverIsWritten) {
  const std::string_view parts[] = {"![",          "](/anh/1)", "](/anh/2 't\"')",
                                    "[",           "](/x)",     "]",
                                    "\n",          "\n\n",      "- ",
                                    "> ",          "*",         "**",
                                    "`",           "|",         "|---|---|\n",
                                    "# ",          "a",         "<img>",
                                    "\"",          ">",         "&",
                                    "]: /anh/1\n", "[r]",       " "};
  std::mt19937 random(2021);
  for (int round = 0; round < 10'000; ++round) {
    std::string source;
    const auto size = random() % 24;
    for (std::size_t i = 0; i < size; ++i) source += parts[random() % std::size(parts)];
    ASSERT_EQ(testing::fault_in(html(source)), "") << source << "\n" << html(source);
  }
}

TEST(MarkdownImages, TheCheckerSeesWhatItShould) {
  const std::string fit =
      "<img src=\"/anh/1\" srcset=\"/anh/1/nho 640w, /anh/1 1600w\" width=\"1600\" "
      "height=\"900\" alt=\"a\" loading=\"lazy\" decoding=\"async\">";
  EXPECT_EQ(testing::fault_in(fit), "");
  const auto changed = [&](std::string_view from, std::string_view to) {
    std::string out = fit;
    EXPECT_NE(out.find(from), out.npos) << from;
    return out.replace(out.find(from), from.size(), to);
  };
  const std::string bads[] = {
      "<img>",
      "<figure>",
      "<p><figure></figure></p>",
      changed(" src=\"/anh/1\"", ""),
      changed(" alt=\"a\"", ""),
      changed(" alt=\"a\"", " alt=\"\""),
      changed(" width=\"1600\"", ""),
      changed(" height=\"900\"", " height=\"90%\""),
      changed("src=\"/anh/1\"", "src=\"https://evil.com/a\""),
      changed("src=\"/anh/1\"", "src=\"//evil.com/a\""),
      changed(", /anh/1 1600w", ", //evil.com/a 1600w"),
      changed(", /anh/1 1600w", ", https://evil.com/a 1600w"),
      changed(", /anh/1 1600w", ", /anh/1"),
      changed("decoding=\"async\"", "decoding=\"async\" onload=\"x\""),
      changed("loading=\"lazy\"", "onerror=\"x\""),
  };
  for (const std::string& bad : bads) EXPECT_NE(testing::fault_in(bad), "") << bad;
}

}  // namespace
}  // namespace lantoa::markdown
