#include <gtest/gtest.h>

#include "platform/markdown/markdown.h"

namespace lantoa::markdown {
namespace {

TEST(PlainText, Table) {
  const struct {
    std::string_view source, text;
  } cases[] = {
      {"", ""},
      {"# Luật Đất đai\n\nĐiều *1*.\nCâu hai.  \nDòng mới.",
       "Luật Đất đai\n\nĐiều 1. Câu hai.\nDòng mới."},
      {"- một\n- hai\n  - ba\n\nhết", "- một\n- hai\n  - ba\n\nhết"},
      {"9. chín\n10. mười", "9. chín\n10. mười"},
      {"- a\n\n  b\n- c", "- a\n\n  b\n\n- c"},
      {"- - a\n  - b", "- - a\n  - b"},
      {"-\n- b", "-\n- b"},
      {"> trích\n\n---\n\nsau", "trích\n\nsau"},
      {"[trang](https://hanoi.gov.vn/a) và [nhà](/x)", "trang (https://hanoi.gov.vn/a) và nhà"},
      {"<https://hanoi.gov.vn>, <a@b.vn>", "https://hanoi.gov.vn, a@b.vn"},
      {"[x](javascript:y)", "x"},
      {"![ảnh](https://a.vn/b.png)", "ảnh (https://a.vn/b.png)"},
      {"|A|B|\n|---|---|\n|1|2|\n|3|\n", "A | B\n1 | 2\n3 | "},
      {"```\nx\n\n  y\n```\nsau", "x\n\n  y\n\nsau"},
      {"<b>&amp; &lt;</b> 1 < 2", "<b>& <</b> 1 < 2"},
      {"a\u202Eb\x01", "ab\uFFFD"},
  };
  for (const auto& [source, text] : cases) EXPECT_EQ(to_plain_text(source), text) << source;
}

TEST(PlainText, WhatIsRefusedComesBackAsWritten) {
  EXPECT_EQ(to_plain_text("**Lu\xB5t**"), "**Lu\uFFFDt**");
  const std::string large(source_bytes_max + 1, '*');
  EXPECT_EQ(to_plain_text(large), large);
}

}  // namespace
}  // namespace lantoa::markdown
