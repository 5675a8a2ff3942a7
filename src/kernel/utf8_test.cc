#include "kernel/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace lantoa {
namespace {

TEST(Utf8, AcceptsTextAndRefusesDamage) {
  for (const char* text : {"", "a", "Lan Tỏa", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "e\xCC\x81"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
  for (const char* text : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
                           "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE1\xBB", "a\xFF", "\xC3("}) {
    EXPECT_FALSE(is_utf8(text)) << text;
  }
}

}  // namespace
}  // namespace lantoa
