#include "platform/markdown/markdown.h"

#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "platform/markdown/safe_html_checker.h"

namespace lantoa::markdown {
namespace {

bool allowed(std::string_view host) { return host == "hanoi.gov.vn"; }

std::string html(std::string_view source) {
  const auto result = to_html(source, allowed);
  return result ? result->text() : "problem: " + result.error().text.en;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

TEST(Markdown, Structure) {
  const struct {
    std::string_view source, html;
  } cases[] = {
      {"", ""},
      {"Điều 1", "<p>Điều 1</p>\n"},
      {"a\nb  \nc", "<p>a\nb<br>\nc</p>\n"},
      {"a\r\n\r\nb", "<p>a</p>\n<p>b</p>\n"},
      {"# a\n## b\n### c\n#### d\n###### e",
       "<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n<h4>d</h4>\n<h4>e</h4>\n"},
      {"## a\n### b\n## c", "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n"},
      {"### a\n## b\n##### c\n#### d\n# e",
       "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h3>d</h3>\n<h2>e</h2>\n"},
      {"## a\n#\n### b", "<h2>a</h2>\n<h3>b</h3>\n"},
      {"a\n===", "<h2>a</h2>\n"},
      {"#\n\na", "<p>a</p>\n"},
      {"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
      {"- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"},
      {"1. a", "<ol>\n<li>a</li>\n</ol>\n"},
      {"5) a", "<ol start=\"5\">\n<li>a</li>\n</ol>\n"},
      {"0. a", "<ol start=\"0\">\n<li>a</li>\n</ol>\n"},
      {"> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
      {"*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"},
      {"```cpp onload=x\n<a>\n```", "<pre><code>&lt;a&gt;\n</code></pre>\n"},
      {"    Căn cứ Luật", "<p>Căn cứ Luật</p>\n"},
      {"---", "<hr>\n"},
      {"~~a~~ - [ ] b", "<p>~~a~~ - [ ] b</p>\n"},
      {"|a|b|c|d|\n|:--|:-:|--:|---|\n|1|2|3|4|",
       "<table>\n<thead>\n<tr><th scope=\"col\" class=\"align-left\">a</th>"
       "<th scope=\"col\" class=\"align-center\">b</th><th scope=\"col\" "
       "class=\"align-right\">c</th>"
       "<th scope=\"col\">d</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-left\">1</td>"
       "<td class=\"align-center\">2</td><td class=\"align-right\">3</td><td>4</td></tr>\n"
       "</tbody>\n</table>\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(html(source), expected) << source;
}

TEST(Markdown, RawHtmlAndEntitiesAreText) {
  const struct {
    std::string_view source, html;
  } cases[] = {
      {"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
      {"<!-- a -->", "<p>&lt;!-- a --&gt;</p>\n"},
      {"a <b onclick='x'>c</b>", "<p>a &lt;b onclick=&#39;x&#39;&gt;c&lt;/b&gt;</p>\n"},
      {"<![CDATA[x]]>", "<p>&lt;![CDATA[x]]&gt;</p>\n"},
      {"&lt;script&gt;", "<p>&lt;script&gt;</p>\n"},
      {"&#60;b&#x3e;", "<p>&lt;b&gt;</p>\n"},
      {"&amp;lt; &quot; &bogus;", "<p>&amp;lt; &quot; &amp;bogus;</p>\n"},
      {"&#0;&#xD800;&#x1;", "<p>\uFFFD\uFFFD\uFFFD</p>\n"},
      {"`&lt;`", "<p><code>&amp;lt;</code></p>\n"},
      {"a\x01\u202E"
       "b",
       "<p>a\uFFFD"
       "b</p>\n"},
      {std::string_view("a\0b", 3),
       "<p>a\uFFFD"
       "b</p>\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(html(source), expected) << source;
}

TEST(Markdown, Links) {
  const struct {
    std::string_view source, html;
  } cases[] = {
      {"[a](/x)", "<a href=\"/x\">a</a>"},
      {"[a](/x?b=1&c=2 \"title\")", "<a href=\"/x?b=1&amp;c=2\">a</a>"},
      {"[a](</it's>)", "<a href=\"/it&#39;s\">a</a>"},
      {"[](/x)", "<a href=\"/x\">/x</a>"},
      {"[a](HTTPS://Hanoi.gov.vn/b)", "<a href=\"https://hanoi.gov.vn/b\" rel=\"noopener\">a</a>"},
      {"<https://hanoi.gov.vn/b>",
       "<a href=\"https://hanoi.gov.vn/b\" rel=\"noopener\">https://hanoi.gov.vn/b</a>"},
      {"[**a**][r]\n\n[r]: /x", "<a href=\"/x\"><strong>a</strong></a>"},
      {"[a](https://evil.com/<b>)", "a (https://evil.com/&lt;b&gt;)"},
      {"[a](http://hanoi.gov.vn)", "a (http://hanoi.gov.vn)"},
      {"[](https://evil.com)", "https://evil.com"},
      {"<https://evil.com>", "https://evil.com"},
      {"[https://evil.com](https://evil.com)", "https://evil.com"},
      {"https://hanoi.gov.vn", "https://hanoi.gov.vn"},
      {"<a@b.vn>", "a@b.vn"},
      {"[a]()", "a"},
      {"[a](javascript:alert(1))", "a (javascript:alert(1))"},
      {"[a](javascript&#58;alert(1))", "a (javascript:alert(1))"},
      {"[a](java&#10;script:x)", "a (java\nscript:x)"},
      {"[a](&#106;avascript:x)", "a (javascript:x)"},
      {"<javascript:alert(1)>", "javascript:alert(1)"},
      {"[a](//evil.com)", "a (//evil.com)"},
      {"[a](/\\\\evil.com)", "a (/\\evil.com)"},
      {"[a](/&#9;/evil.com)", "a (/\t/evil.com)"},
      {"[a](/&#0;b)",
       "a (/\uFFFD"
       "b)"},
      {"[a](/&Tab;/evil.com)", "<a href=\"/&amp;Tab;/evil.com\">a</a>"},
      {"[a](https://hanoi.gov.vn@evil.com)", "a (https://hanoi.gov.vn@evil.com)"},
      {"[a](https://evil.com/\u202Env.vog)", "a (https://evil.com/nv.vog)"},
      {"[a](/\"onclick=x)", "<a href=\"/%22onclick=x\">a</a>"},
      {"![ảnh](/a.png)", "ảnh (/a.png)"},
      {"[![b](/b.png)](/x)", "<a href=\"/x\">b (/b.png)</a>"},
  };
  for (const auto& [source, expected] : cases) {
    EXPECT_EQ(html(source), "<p>" + std::string(expected) + "</p>\n") << source;
  }
}

TEST(Markdown, SignsInAddressesDoNotUnbalanceThePage) {
  EXPECT_EQ(html(std::string_view("[r]\0.1|[x](/y|*|)o c*|", 22)),
            "<p>[r]\uFFFD.1|<a href=\"/y%7C*%7C\">x</a>o c|</p>\n");
}

TEST(Markdown, NothingBehindTheSourceIsRead) {
  for (const std::string source : {"[i](z", "a\n|[i](z", "|a|\n|-|\n|[i](z", "[i](z 't", "[i](<z",
                                   "[i]", "&am", "`c", "**b", "[i][z", "\\", "<https://a.vn"}) {
    for (const char* behind :
         {")", "')", ">)", "](z)", "](", "p;", "`", "**", "*", ">", "\n", "]"}) {
      const std::string both = source + behind;
      const auto alone = to_html(source, allowed);
      const auto part = to_html(std::string_view(both).substr(0, source.size()), allowed);
      ASSERT_TRUE(alone && part);
      EXPECT_EQ(part->text(), alone->text()) << both;
    }
  }
}

TEST(Markdown, NoLinkInALink) {
  EXPECT_EQ(html("[a <https://hanoi.gov.vn> b](/x)"),
            "<p><a href=\"/x\">a https://hanoi.gov.vn b</a></p>\n");
  EXPECT_EQ(html("[a [b](/y)](/x)"), "<p>[a <a href=\"/y\">b</a>](/x)</p>\n");
}

TEST(Markdown, OnlyListedTagsWhateverIsWritten) {
  const std::string_view parts[] = {
      "*",        "**",          "_",    "`",    "```\n", "[",        "](",
      "]",        ")",           "![",   "<",    ">",     "</",       "\"",
      "'",        "&",           "&#",   ";",    "&lt;",  "&#x3c;",   "\n",
      "\n\n",     "- ",          "1. ",  "> ",   "# ",    "|",        "|---|---|\n",
      "\\",       " ",           "    ", "a",    "ạ",     "https://", "hanoi.gov.vn",
      "evil.com", "javascript:", "/",    "//",   "@",     ":",        "[a]: ",
      "<script>", "onload=",     "\t",   "\r\n", "---\n", "\x01",     "\u202E",
      "&Tab;",
  };
  std::mt19937 random(2021);
  for (int round = 0; round < 10'000; ++round) {
    std::string source;
    const auto size = random() % 24;
    for (std::size_t i = 0; i < size; ++i) source += parts[random() % std::size(parts)];
    const auto result = to_html(source, allowed);
    ASSERT_TRUE(result) << source;
    ASSERT_EQ(testing::fault_in(result->text()), "") << source << "\n" << result->text();
  }
}

TEST(Markdown, TheCheckerSeesWhatItShould) {
  for (const char* bad :
       {"<img>", "<p", "<p>", "</p>", "<p><em></p></em>", "<a href=\"//x\">a</a>", "&nbsp;",
        "<a href=\"javascript:x\">a</a>", "<p onclick=\"x\">a</p>", "a\"", "<h1>a</h1>",
        "<a href=\"https://hanoi.gov.vn.evil.com\" rel=\"noopener\">a</a>"}) {
    EXPECT_NE(testing::fault_in(bad), "") << bad;
  }
}

Code refusal(const std::string& source) {
  const auto result = to_html(source, allowed);
  EXPECT_FALSE(result) << source.substr(0, 100);
  return result ? Code::NotFound : result.error().code;
}

TEST(MarkdownLimits, SourceBytes) {
  EXPECT_TRUE(to_html(std::string(source_bytes_max, 'a'), allowed));
  EXPECT_EQ(refusal(std::string(source_bytes_max + 1, 'a')), Code::TooLarge);
}

TEST(MarkdownLimits, Utf8) { EXPECT_EQ(refusal("Lu\xB5t"), Code::Invalid); }

TEST(MarkdownLimits, Nesting) {
  EXPECT_TRUE(to_html(repeated("> ", nesting_max - 1) + "a", allowed));
  EXPECT_EQ(refusal(repeated("> ", nesting_max) + "a"), Code::TooLarge);
  EXPECT_EQ(refusal(repeated("- ", 17) + "a"), Code::TooLarge);
  EXPECT_EQ(refusal(repeated("*a ", 40) + repeated("b* ", 40)), Code::TooLarge);
}

TEST(MarkdownLimits, MarkColumn) {
  const std::string indented(mark_column_max, ' ');
  EXPECT_TRUE(to_html(indented + "- a", allowed));
  EXPECT_EQ(refusal(indented + " - a"), Code::TooLarge);
  EXPECT_EQ(refusal(repeated("\t", mark_column_max / 4) + " 12) a"), Code::TooLarge);
  EXPECT_TRUE(to_html(indented + "    CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", allowed));
  EXPECT_TRUE(to_html(std::string(2 * mark_column_max, '-'), allowed));
}

TEST(MarkdownLimits, TableCells) {
  const std::string head = "|a|b|\n|---|---|\n";
  EXPECT_TRUE(to_html(head + repeated("|c|d|\n", table_cells_max / 2 - 1), allowed));
  EXPECT_EQ(refusal(head + repeated("|c|d|\n", table_cells_max / 2)), Code::TooLarge);
}

TEST(MarkdownLimits, LinkBytes) {
  const std::string address = "/" + std::string(link_bytes_max - 1, 'a');
  EXPECT_TRUE(to_html("[a](" + address + ")", allowed));
  EXPECT_EQ(refusal("[a](" + address + "a)"), Code::TooLarge);
  EXPECT_EQ(refusal("![a](/ '" + std::string(link_bytes_max + 1, 'a') + "')"), Code::TooLarge);
}

TEST(MarkdownLimits, HtmlBytes) {
  const std::string definition = "[a]: /" + std::string(link_bytes_max - 1, 'a') + "\n\n";
  EXPECT_TRUE(to_html(definition + repeated("[a]\n\n", 1'000), allowed));
  EXPECT_EQ(refusal(definition + repeated("[a]\n\n", 4'100)), Code::TooLarge);
}

TEST(MarkdownLimits, BracketWork) {
  EXPECT_TRUE(to_html(repeated("[a](/b)\n", 2'000), allowed));
  EXPECT_TRUE(to_html(repeated("[a](/b)\n\n", 40'000), allowed));
  EXPECT_TRUE(to_html(repeated("[a](/b)\r\n\r\n", 40'000), allowed));
  EXPECT_EQ(refusal(repeated("[a](/b)\n", 40'000)), Code::TooLarge);
}

// Sources with which a Markdown parser's time can grow with the square of their size: at half a
// megabyte that is ten seconds to minutes.
TEST(MarkdownLimits, TimeStaysLinear) {
  const std::size_t half = source_bytes_max / 2;
  const auto filled = [](std::string_view part, std::size_t bytes) {
    return repeated(part, bytes / part.size());
  };
  const std::string sources[] = {
      filled(">", 2 * half),
      filled(">", half) + "\n" + filled("a\n", half),
      filled("- ", half) + "a\n" + filled("\n", half),
      filled("1. ", half) + "a\n" + filled("\n", half),
      repeated(" ", 240) + "- a\n" + filled("\n", half),
      filled("|a", half / 2) + "|\n" + filled("|---", half) + "|\n" + filled("|\n", half / 2),
      "|a|\n|---|\n" + filled("|", 2 * half),
      "|" + filled("[a|", half) + "\n|" + filled("---|", half),
      filled("a|b\n---|\n", 2 * half),
      filled("[", 2 * half),
      filled("[a", half) + filled("]: b\n", half),
      filled("[a](b 'c\n", 2 * half),
      "[a]: " + filled("x", half) + "\n\n" + filled("[a]", half),
      "[a]: /b '" + filled("x", half) + "'\n\n" + filled("[a]\n\n", half),
      filled("*a _b ", 2 * half),
      filled("*a**a", 2 * half),
      filled("`", 2 * half),
      filled("<a:", 2 * half),
      filled("&a", 2 * half),
      filled("![", half) + "a" + filled("](b)", half),
      filled("http://a.b(", 2 * half),
  };
  for (const std::string& source : sources) {
    const std::clock_t start = std::clock();  // of this process: the machine may be busy
    (void)to_html(source, allowed);
    EXPECT_LT(std::clock() - start, 2 * CLOCKS_PER_SEC) << source.substr(0, 20);
  }
}

}  // namespace
}  // namespace lantoa::markdown
