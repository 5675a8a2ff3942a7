#include "platform/http/text.h"

#include <gtest/gtest.h>

namespace lantoa::http {
namespace {

// Longer than what is looked at as a whole, so that each place in it and behind it is tried.
constexpr std::size_t length_max = 40;

TEST(Text, AControlCharacterIsFoundAtEveryPlace) {
  for (std::size_t length = 0; length <= length_max; ++length) {
    const std::string plain(length, 'a');
    EXPECT_TRUE(is_field_value(plain));
    for (std::size_t at = 0; at < length; ++at) {
      for (int c = 0; c < 256; ++c) {
        std::string text = plain;
        text[at] = static_cast<char>(c);
        const bool is_control = (c < 0x20 && c != '\t') || c == 0x7F;
        EXPECT_EQ(is_field_value(text), !is_control) << length << ' ' << at << ' ' << c;
        EXPECT_EQ(is_text(text), c > 0 && c < 0x80) << length << ' ' << at << ' ' << c;
      }
    }
  }
}

TEST(Text, OnlyWhatIsEncodedIsDecoded) {
  EXPECT_EQ(percent_decode("/bai/1-ha-noi", Plus::IsItself), "/bai/1-ha-noi");
  EXPECT_EQ(percent_decode("a+b", Plus::IsItself), "a+b");
  EXPECT_EQ(percent_decode("a+b", Plus::IsSpace), "a b");
  EXPECT_EQ(percent_decode("a%2Bb", Plus::IsSpace), "a+b");
  EXPECT_EQ(percent_decode("100%", Plus::IsItself), std::nullopt);
}

}  // namespace
}  // namespace lantoa::http
