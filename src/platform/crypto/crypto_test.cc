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

TEST(Crypto, Base64IsPaddedAndRefusesAnythingElse) {
  EXPECT_EQ(base64("\xfb\xff\xfe"), "+//+");
  EXPECT_EQ(base64("a"), "YQ==");
  EXPECT_EQ(unbase64("YQ==").value(), "a");
  EXPECT_EQ(unbase64("").value(), "");
  for (const char* text : {"YQ", "YQ=", "YQ== ", "Y Q==", "-_-_", "YR==", "=YQ="}) {
    EXPECT_EQ(unbase64(text).error().code, Code::Invalid) << text;
  }
  const std::string text = base64(std::string(32, 'k'));
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string other = text;
    other[at] = static_cast<char>(other[at] ^ 0x80);
    EXPECT_FALSE(unbase64(other)) << at;
  }
}

// RFC 8032, section 7.1, tests 1 and 2.
TEST(Crypto, SignsAsTheRfcSays) {
  const auto digest = [](const char* text) {
    Digest out;
    const std::string bytes = unhex(text).value();
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
  };
  const auto signed_with = [](const Digest& seed, std::string_view message) {
    const Signature made = sign(seed, message);
    EXPECT_TRUE(verify(public_key(seed), message, made));
    return hex({reinterpret_cast<const char*>(made.data()), made.size()});
  };
  const Digest one = digest("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  EXPECT_EQ(hex(public_key(one)),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(signed_with(one, ""),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39"
            "701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  const Digest two = digest("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  EXPECT_EQ(signed_with(two, "\x72"),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f36"
            "13d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST(Crypto, ASignatureFitsOneMessageAndOneKey) {
  const Digest seed = sha256("seed");
  Signature made = sign(seed, "message");
  EXPECT_FALSE(verify(public_key(seed), "messagf", made));
  EXPECT_FALSE(verify(public_key(sha256("other")), "message", made));
  for (std::uint8_t& byte : made) {
    for (int bit = 0; bit < 8; ++bit) {
      byte = static_cast<std::uint8_t>(byte ^ (1 << bit));
      EXPECT_FALSE(verify(public_key(seed), "message", made));
      byte = static_cast<std::uint8_t>(byte ^ (1 << bit));
    }
  }
  EXPECT_FALSE(verify(PublicKey{}, "message", Signature{}));
}

TEST(Sha256, OfPiecesIsThatOfTheWhole) {
  const std::string bytes(100'000, 'x');
  for (const std::size_t size : {1UL, 63UL, 64UL, 65UL, 99'999UL, 100'000UL}) {
    Sha256 hash;
    for (std::size_t at = 0; at < bytes.size(); at += size) {
      hash.add(std::string_view(bytes).substr(at, size));
    }
    EXPECT_EQ(hash.finish(), sha256(bytes)) << size;
  }
  EXPECT_EQ(Sha256().finish(), sha256(""));
}

}  // namespace
}  // namespace lantoa::crypto
