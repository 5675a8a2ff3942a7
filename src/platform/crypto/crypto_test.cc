#include "platform/crypto/crypto.h"

#include <gtest/gtest.h>

namespace lantoa::crypto {
namespace {

// Published examples: FIPS 180-2 (SHA-256 of "abc" and of nothing), RFC 4231 cases 2 and 6.
TEST(Crypto, AgreesWithPublishedExamples) {
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'),
                            "Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Crypto, HexGoesBothWays) {
  EXPECT_EQ(hex(std::string_view("\x00\x7f\xff", 3)), "007fff");
  EXPECT_EQ(unhex("007fFF").value(), std::string("\x00\x7f\xff", 3));
  EXPECT_EQ(unhex("").value(), "");
  for (const char* text : {"0", "0g", "00 11", "0x11", "001", "zz"}) {
    EXPECT_EQ(unhex(text).error().code, Code::Invalid) << text;
  }
}

TEST(Crypto, Base64urlHasNoPaddingAndNoUnsafeCharacters) {
  EXPECT_EQ(base64url("\xfb\xff\xfe"), "-__-");
  EXPECT_EQ(base64url("a"), "YQ");
  EXPECT_EQ(base64url(""), "");
}

TEST(Crypto, EqualComparesWholeTexts) {
  EXPECT_TRUE(equal("abc", "abc"));
  EXPECT_TRUE(equal("", ""));
  EXPECT_FALSE(equal("abc", "abd"));
  EXPECT_FALSE(equal("abc", "abcd"));
}

TEST(Crypto, RandomBytesDiffer) {
  SystemRandom random;
  EXPECT_EQ(random.bytes(32).size(), 32U);
  EXPECT_NE(random.bytes(32), random.bytes(32));
  EXPECT_EQ(random.bytes(0), "");
}

TEST(Crypto, PasswordsAreSaltedAndChecked) {
  const std::string hash = hash_password("mật khẩu dài");
  EXPECT_EQ(hash.rfind("$argon2id$", 0), 0U);
  EXPECT_TRUE(check_password("mật khẩu dài", hash));
  EXPECT_FALSE(check_password("mật khẩu dàI", hash));
  EXPECT_FALSE(check_password("mật khẩu dài", ""));
  EXPECT_FALSE(check_password("mật khẩu dài", "$argon2id$broken"));
  EXPECT_FALSE(check_password("mật khẩu dài", std::string(500, 'x')));
}

TEST(Crypto, SealedTextOpensOnlyWithItsKeyAndItsPlace) {
  const Digest key = sha256("key");
  const std::string sealed = seal(key, "Nguyễn Thị Hồng", "person/7");
  EXPECT_EQ(open(key, sealed, "person/7").value(), "Nguyễn Thị Hồng");
  EXPECT_EQ(sealed.find("Hồng"), std::string::npos);
  EXPECT_NE(seal(key, "Nguyễn Thị Hồng", "person/7"), sealed);
  EXPECT_FALSE(open(sha256("other"), sealed, "person/7"));
  EXPECT_FALSE(open(key, sealed, "person/8"));
  EXPECT_EQ(open(key, seal(key, "", ""), "").value(), "");
}

TEST(Crypto, AnyChangedOrMissingByteKeepsTheSealShut) {
  const Digest key = sha256("key");
  const std::string sealed = seal(key, "abc", "x");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(open(key, changed, "x")) << i;
    EXPECT_FALSE(open(key, std::string_view(sealed).substr(0, i), "x")) << i;
  }
}

}  // namespace
}  // namespace lantoa::crypto
