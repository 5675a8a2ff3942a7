#include "platform/markdown/characters.h"

#include <gtest/gtest.h>

namespace lantoa::markdown {
namespace {

std::string clean(std::string_view text) {
  std::string out;
  append_clean(out, text);
  return out;
}

TEST(Characters, Utf8IsCheckedStrictly) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("Điều 5 — 👍"));
  EXPECT_TRUE(is_utf8("\xF4\x8F\xBF\xBF"));
  for (const char* bad :
       {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xF0\x80\x80\xAF", "\xF5\x80\x80\x80", "\xE1\xBA", "a\xFF", "\xC4(", "\xF0\x9F\x91"}) {
    EXPECT_FALSE(is_utf8(bad)) << bad;
  }
  EXPECT_EQ(repaired("Lu\xB5t \xE1\xBA"), "Lu\uFFFDt \uFFFD\uFFFD");
}

TEST(Characters, Entities) {
  EXPECT_EQ(decoded_entity("&amp;"), "&");
  EXPECT_EQ(decoded_entity("&Dstrok;"), "Đ");
  EXPECT_EQ(decoded_entity("&#7841;"), "ạ");
  EXPECT_EQ(decoded_entity("&#x1EA1;"), "ạ");
  EXPECT_EQ(decoded_entity("&#X1F44D;"), "👍");
  EXPECT_EQ(decoded_entity("&bogus;"), "&bogus;");
  EXPECT_EQ(decoded_entity("&Tab;"), "&Tab;");
  for (const char* none : {"&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#9999999;",
                           "&#99999999999999999999;", "&#;", "&#x;", "&#-1;", "&#1a;"}) {
    EXPECT_EQ(decoded_entity(none), "\uFFFD") << none;
  }
}

TEST(Characters, ControlsAndTurnsOfDirectionDoNotReachThePage) {
  EXPECT_EQ(clean("a\tb\nc"), "a\tb\nc");
  EXPECT_EQ(clean(std::string_view("\0\x01\r\x1B\x7F", 5)), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(clean("\u0085\u00A0"), "\uFFFD\u00A0");
  EXPECT_EQ(clean("a\u202Eb\u2066c\u2069"), "abc");
  EXPECT_EQ(clean("“Luật” — 5 ₫"), "“Luật” — 5 ₫");
  EXPECT_EQ(clean("\xE1\xBA"), "\uFFFD\uFFFD");
}

TEST(Characters, Escapes) {
  std::string out;
  append_escaped(out, "<a href='x\">&amp;ạ");
  EXPECT_EQ(out, "&lt;a href=&#39;x&quot;&gt;&amp;amp;ạ");
}

}  // namespace
}  // namespace lantoa::markdown
