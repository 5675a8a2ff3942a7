#include "platform/mail/address.h"
#include "platform/mail/mail.h"

namespace lantoa::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

Message letter() {
  return {"1.urge@lantoa.example", "Lan Tỏa Hà Nội <lantoa@example>",
          "a.b@hanoi.example",     "Plain subject",
          "Kính gửi\nHết.",        parse_iso_instant("2021-05-13T10:32:07+07:00").value()};
}

std::string header(const std::string& mime, const std::string& name) {
  const std::string before = "\r\n" + name + ": ";
  const std::size_t at = ("\r\n" + mime).find(before);
  if (at == std::string::npos) return {};
  std::size_t end = mime.find("\r\n", at);
  while (end != std::string::npos && mime[end + 2] == ' ') end = mime.find("\r\n", end + 2);
  const std::size_t begin = at + before.size() - 2;
  return mime.substr(begin, end - begin);
}

std::string body(const std::string& mime) { return mime.substr(mime.find("\r\n\r\n") + 4); }

TEST(Mime, HeadersAreThoseOfRfc5322) {
  const std::string mime = to_mime(letter()).value();
  EXPECT_EQ(header(mime, "Date"), "Thu, 13 May 2021 10:32:07 +0700");
  EXPECT_EQ(header(mime, "From"), "=?UTF-8?B?TGFuIFThu49hIEjDoCBO4buZaQ==?=\r\n <lantoa@example>");
  EXPECT_EQ(header(mime, "To"), "a.b@hanoi.example");
  EXPECT_EQ(header(mime, "Subject"), "Plain subject");
  EXPECT_EQ(header(mime, "Message-ID"), "<1.urge@lantoa.example>");
  EXPECT_EQ(body(mime), "K=C3=ADnh g=E1=BB=ADi\r\nH=E1=BA=BFt.\r\n");
}

TEST(Mime, NothingAddsAHeaderLine) {
  Message message = letter();
  message.subject = "a\r\nBcc: x@y\r\n\r\nbody";
  message.from = "a\r\nBcc: x@y <lantoa@example>";
  const std::string mime = to_mime(message).value();
  EXPECT_EQ(header(mime, "Bcc"), "");
  EXPECT_EQ(header(mime, "Subject"), "a  Bcc: x@y    body");
  EXPECT_EQ(header(mime, "From"), "\"a  Bcc: x@y\" <lantoa@example>");
}

TEST(Mime, WhatCannotBeWrittenIsInvalid) {
  for (const char* id : {"", "a", "a@", "@a", "a@b@c", "a b@c", "a<@b", "a\r\n@b", "ă@b"}) {
    Message message = letter();
    message.id = id;
    EXPECT_EQ(to_mime(message).error().field, "id") << id;
  }
  Message message = letter();
  message.to = "a@b>\r\nRCPT TO:<c@d";
  EXPECT_EQ(to_mime(message).error().field, "to");
  message = letter();
  message.from = "nobody";
  EXPECT_EQ(to_mime(message).error().field, "from");
}

TEST(Mime, LongSubjectsAreWordsOfWholeCharacters) {
  Message message = letter();
  message.subject =
      "Đôn đốc phổ biến Luật Đất đai đến từng tổ dân phố trên địa bàn thành phố Hà Nội";
  const std::string subject = header(to_mime(message).value(), "Subject");
  EXPECT_EQ(subject,
            "=?UTF-8?B?xJDDtG4gxJHhu5FjIHBo4buVIGJp4bq/biBMdeG6rXQgxJDhuqV0IMSRYWkg?=\r\n"
            " =?UTF-8?B?xJHhur9uIHThu6tuZyB04buVIGTDom4gcGjhu5EgdHLDqm4gxJHhu4thIGI=?=\r\n"
            " =?UTF-8?B?w6BuIHRow6BuaCBwaOG7kSBIw6AgTuG7mWk=?=");
}

TEST(Mime, ASubjectThatLooksEncodedIsEncoded) {
  Message message = letter();
  message.subject = "=?UTF-8?B?AAAA?=";
  EXPECT_THAT(header(to_mime(message).value(), "Subject"), Not(HasSubstr("AAAA")));
}

TEST(Mime, BodyLinesAreShortAndKeepTheirEnds) {
  Message message = letter();
  message.text = std::string(200, 'a') + " \r\n.\n=\tb\t\nno end";
  const std::string text = body(to_mime(message).value());
  EXPECT_EQ(text, std::string(75, 'a') + "=\r\n" + std::string(75, 'a') + "=\r\n" +
                      std::string(50, 'a') + "=20\r\n.\r\n=3D\tb=09\r\nno end\r\n");
}

TEST(Address, IsOneAddressOrNot) {
  for (const char* good : {"a@b", "a.b+c@hanoi.gov.vn", "o'neil@x-y.vn", "1@2.3"}) {
    EXPECT_TRUE(is_address(good)) << good;
  }
  for (const char* bad :
       {"",      "@",       "a@",      "@b",        "a",    "a@b@c",      "a b@c", "a@b c",
        "<a@b>", "a@b\r\n", "a@b,c@d", ".a@b",      "a.@b", "a..b@c",     "a@.b",  "a@b.",
        "a@-b",  "a@b-",    "a@b-.c",  "\"a b\"@c", "ă@b",  "a@[1.2.3.4]"}) {
    EXPECT_FALSE(is_address(bad)) << bad;
  }
  EXPECT_TRUE(is_address(std::string(64, 'a') + "@b"));
  EXPECT_FALSE(is_address(std::string(65, 'a') + "@b"));
  EXPECT_FALSE(is_address("a@" + std::string(64, 'b')));
}

TEST(Address, AMailboxHasANameOrNot) {
  EXPECT_EQ(parse_mailbox("a@b")->address, "a@b");
  EXPECT_EQ(parse_mailbox("\"A, B\" <a@b>")->name, "A, B");
  EXPECT_EQ(parse_mailbox("Sở Tư pháp <a@b>")->name, "Sở Tư pháp");
  EXPECT_FALSE(parse_mailbox("A <a@b> x"));
  EXPECT_FALSE(parse_mailbox("A <a@b"));
  EXPECT_FALSE(parse_mailbox(""));
}

}  // namespace
}  // namespace lantoa::mail
