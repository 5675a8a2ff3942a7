#include "platform/markdown/address.h"

#include <gtest/gtest.h>

namespace lantoa::markdown {
namespace {

std::string target(std::string_view address) {
  const auto allowed = [](std::string_view host) {
    return host == "hanoi.gov.vn" || host == "xn--h-ni-bma.vn" || host == "evil%2ecom";
  };
  return link_target(address, allowed).value_or("refused");
}

TEST(LinkTarget, OwnPathsAndAllowedHosts) {
  EXPECT_EQ(target("/"), "/");
  EXPECT_EQ(target("/van-ban/12?trang=2#dieu-5"), "/van-ban/12?trang=2#dieu-5");
  EXPECT_EQ(target("/hồ-sơ"), "/h%E1%BB%93-s%C6%A1");
  EXPECT_EQ(target("/a%20b"), "/a%20b");
  EXPECT_EQ(target("/100%"), "/100%25");
  EXPECT_EQ(target("/a\"<b>`{}|^"), "/a%22%3Cb%3E%60%7B%7D%7C%5E");
  EXPECT_EQ(target("https://hanoi.gov.vn"), "https://hanoi.gov.vn");
  EXPECT_EQ(target("https://hanoi.gov.vn/a@b"), "https://hanoi.gov.vn/a@b");
  EXPECT_EQ(target("https://hanoi.gov.vn?x"), "https://hanoi.gov.vn?x");
  EXPECT_EQ(target("HTTPS://HaNoi.Gov.VN/Luật"), "https://hanoi.gov.vn/Lu%E1%BA%ADt");
}

TEST(LinkTarget, EverythingElseIsRefused) {
  const std::string nul("/a\0b", 4);
  const std::string nul_scheme("java\0script:alert(1)", 20);
  const std::string_view refused[] = {
      "",
      "a",
      "#a",
      "?a",
      "a/b",
      "../a",
      " /a",
      "/a ",
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      "java\tscript:alert(1)",
      "java\nscript:x",
      "\x01javascript:x",
      " javascript:x",
      "javascript&colon;x",
      "javascript%3Ax",
      "vbscript:x",
      "data:text/html,x",
      "DATA:x",
      "blob:x",
      "file:///etc/passwd",
      "ftp://hanoi.gov.vn",
      "http://hanoi.gov.vn",
      "mailto:a@hanoi.gov.vn",
      "tel:113",
      "//evil.com",
      "///evil.com",
      "/\\evil.com",
      "\\\\evil.com",
      "\\/evil.com",
      "/\t/evil.com",
      "/\n/evil.com",
      "/%2fevil.com",
      "/%2Fevil.com",
      "/%5cevil.com",
      "https:/hanoi.gov.vn",
      "https:hanoi.gov.vn",
      "https:///hanoi.gov.vn",
      "https://",
      "https://evil.com",
      "https://hanoi.gov.vn@evil.com",
      "https://hanoi.gov.vn:x@evil.com",
      "https://evil.com@hanoi.gov.vn",
      "https://hanoi.gov.vn:443",
      "https://hanoi.gov.vn:8080/",
      "https://hanoi.gov.vn.",
      "https://.hanoi.gov.vn",
      "https://hanoi..gov.vn",
      "https://-hanoi.gov.vn",
      "https://hanoi.gov.vn.evil.com",
      "https://evil.com/hanoi.gov.vn",
      "https://evil.com?hanoi.gov.vn",
      "https://evil.com#@hanoi.gov.vn",
      "https://hanoi.gov.vn\\@evil.com",
      "https://hanoi.gov.vn%2f@evil.com",
      "https://evil%2ecom",
      "https://xn--h-ni-bma.vn",
      "https://hànội.vn",
      "https://hanoi。gov.vn",
      "https://ｈanoi.gov.vn",
      "https://[::1]/",
      "https ://hanoi.gov.vn",
      "h\tttps://hanoi.gov.vn",
      "https://hanoi.gov.vn\t/",
      "https://hanoi\n.gov.vn",
      "/\uFFFD",
      nul,
      nul_scheme,
  };
  for (const std::string_view address : refused) EXPECT_EQ(target(address), "refused") << address;
}

TEST(LinkTarget, WithoutAListNoHostIsAllowed) {
  EXPECT_EQ(link_target("https://hanoi.gov.vn", nullptr), std::nullopt);
  EXPECT_EQ(link_target("/a", nullptr), "/a");
}

TEST(LinkTarget, TheHostIsAskedForInLowerCase) {
  std::string asked;
  link_target("https://Www.HANOI.gov.vn/A", [&](std::string_view host) {
    asked = host;
    return true;
  });
  EXPECT_EQ(asked, "www.hanoi.gov.vn");
}

}  // namespace
}  // namespace lantoa::markdown
