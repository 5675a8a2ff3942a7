#include "platform/markdown/links.h"

#include <gtest/gtest.h>

namespace lantoa::markdown {
namespace {

std::string found(std::string_view source) {
  const auto links = links_in(source);
  if (!links) return links.error().text.en;
  std::string out;
  for (const FoundLink& link : *links) {
    out += (link.image ? "!" : "") + std::string("[") + link.text + "](" + link.address + ")";
  }
  return out;
}

TEST(Links, InOrderWithTheirText) {
  EXPECT_EQ(found("Không có."), "");
  EXPECT_EQ(found("Xem [sổ **văn bản**](/van-ban) và [bộ luật](https://vbpl.vn/a)."),
            "[sổ văn bản](/van-ban)[bộ luật](https://vbpl.vn/a)");
  EXPECT_EQ(found("![Bản đồ](/hinh/1)"), "![Bản đồ](/hinh/1)");
  EXPECT_EQ(found("[![Ảnh](/hinh/1)](//evil.com)"), "[Ảnh](//evil.com)![Ảnh](/hinh/1)");
  EXPECT_EQ(found("[a]\n\n[a]: https://evil.com"), "[a](https://evil.com)");
  EXPECT_EQ(found("[a\nb](/c)"), "[a b](/c)");
  EXPECT_EQ(found("`[a](/b)`"), "");
}

TEST(Links, ARefusedSourceIsRefused) { EXPECT_FALSE(links_in("\xFF")); }

}  // namespace
}  // namespace lantoa::markdown
