#include "platform/mail/returned.h"

#include <gtest/gtest.h>

namespace lantoa::mail {
namespace {

constexpr std::string_view id = "nhac-viec-12.0123456789abcdef0123@lantoa.example";

// A notification as a server writes it, and what a test wants to be different in it.
struct Notification {
  std::string type = "multipart/report; report-type=delivery-status; boundary=\"cut\"";
  std::string head;  // more of its own headers, each with its end
  std::string about = "Reporting-MTA: dns; mx.so.example\r\n";
  std::vector<std::string> recipients = {
      "Final-Recipient: rfc822; phuong@quan.example\r\n"
      "Action: failed\r\n"
      "Status: 5.1.1\r\n"
      "Diagnostic-Code: smtp; 550 5.1.1 <phuong@quan.example>: unknown user\r\n"};
  std::string status_part = "Content-Type: message/delivery-status\r\n\r\n";
  std::string mail_part =
      "Content-Type: text/rfc822-headers\r\n\r\n"
      "From: Lan Toa <khong-tra-loi@lantoa.example>\r\nMessage-ID: <" +
      std::string(id) + ">\r\nSubject: x\r\n";

  std::string text() const {
    std::string out = "From: MAILER-DAEMON@mx.so.example\r\nMIME-Version: 1.0\r\n" + head +
                      "Content-Type: " + type + "\r\n\r\nIn parts.\r\n" +
                      "--cut\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n" +
                      "\r\n--cut\r\n" + status_part + about;
    for (const std::string& one : recipients) out += "\r\n" + one;
    return out + "\r\n--cut\r\n" + mail_part + "\r\n--cut--\r\n";
  }
  std::optional<Returned> read() const { return read_returned(text()); }
  // The same with another line in the place of the one that begins like this.
  Notification with(std::string_view name, std::string_view line) const {
    Notification out = *this;
    std::string& fields = out.recipients.front();
    const std::size_t begin = fields.find(name);
    fields.replace(begin, fields.find("\r\n", begin) + 2 - begin, line);
    return out;
  }
};

TEST(Returned, SaysWhoseMailCameBackAndWhy) {
  const auto returned = Notification().read();
  ASSERT_TRUE(returned);
  EXPECT_EQ(returned->message_id, id);
  ASSERT_EQ(returned->recipients.size(), 1U);
  const ReturnedRecipient& one = returned->recipients.front();
  EXPECT_EQ(one.address, "phuong@quan.example");
  EXPECT_EQ(one.original, "");
  EXPECT_EQ(one.action, Action::Failed);
  EXPECT_EQ(one.status, "5.1.1");
  EXPECT_EQ(one.note, "550 5.1.1 … unknown user");
}

TEST(Returned, LinesMayEndInEitherWay) {
  std::string text = Notification().text();
  std::erase(text, '\r');
  const auto returned = read_returned(text);
  ASSERT_TRUE(returned);
  EXPECT_EQ(returned->message_id, id);
  EXPECT_EQ(returned->recipients.size(), 1U);
}

TEST(Returned, EveryActionIsTold) {
  struct Told {
    const char* action;
    const char* status;
    Action is;
  };
  for (const Told& one : std::vector<Told>{{"FAILED", "4.4.7", Action::Failed},
                                           {"delayed (will be tried)", "4.2.2", Action::Delayed},
                                           {"delivered", "2.1.5", Action::Delivered},
                                           {"relayed", "2.0.0", Action::Relayed},
                                           {"Expanded", "2.0.0", Action::Expanded}}) {
    const auto returned =
        Notification()
            .with("Action", "Action: " + std::string(one.action) + "\r\n")
            .with("Status", "Status: " + std::string(one.status) + " (so it says)\r\n")
            .read();
    ASSERT_TRUE(returned) << one.action;
    EXPECT_EQ(returned->recipients.front().action, one.is) << one.action;
    EXPECT_EQ(returned->recipients.front().status, one.status);
  }
}

TEST(Returned, ARecipientThatDoesNotAddUpIsLeftOut) {
  struct Odd {
    const char* field;
    const char* line;
  };
  for (const Odd& odd : std::vector<Odd>{{"Action", "Action: lost\r\n"},
                                         {"Action", ""},
                                         {"Action", "Action: delivered\r\n"},
                                         {"Status", "Status: 2.0.0\r\n"},
                                         {"Status", "Status: 5\r\n"},
                                         {"Status", "Status: 5.1.1234\r\n"},
                                         {"Status", "Status: x\r\n"},
                                         {"Status", ""},
                                         {"Final", "Final-Recipient: rfc822; nobody\r\n"},
                                         {"Final", "Final-Recipient: phuong@quan.example\r\n"},
                                         {"Final", ""}}) {
    EXPECT_FALSE(Notification().with(odd.field, odd.line).read()) << odd.line;
    Notification two;
    two.recipients.push_back(two.with(odd.field, odd.line).recipients.front());
    const auto returned = two.read();
    ASSERT_TRUE(returned) << odd.line;
    EXPECT_EQ(returned->recipients.size(), 1U) << odd.line;
  }
}

TEST(Returned, TheAddressAsItWasWrittenIsKeptBesideTheOneItLedTo) {
  Notification forwarded;
  forwarded.recipients.front() += "Original-Recipient: rfc822;<dau-moi@quan.example>\r\n";
  const auto returned = forwarded.read();
  ASSERT_TRUE(returned);
  EXPECT_EQ(returned->recipients.front().original, "dau-moi@quan.example");
  EXPECT_EQ(returned->recipients.front().address, "phuong@quan.example");
}

TEST(Returned, WhatWasSaidIsMoreExactThanAGeneralStatus) {
  const auto status = [](std::string_view field, std::string_view said) {
    const auto returned = Notification()
                              .with("Status", "Status: " + std::string(field) + "\r\n")
                              .with("Diagnostic", "Diagnostic-Code: " + std::string(said) + "\r\n")
                              .read();
    return returned ? returned->recipients.front().status : "";
  };
  EXPECT_EQ(status("5.0.0", "smtp; 550 5.1.1 no such user"), "5.1.1");
  EXPECT_EQ(status("5.0.0", "smtp; 550-5.7.1 refused"), "5.7.1");
  EXPECT_EQ(status("5.0.0", "smtp; 550 no such user"), "5.0.0");
  EXPECT_EQ(status("5.0.0", "smtp; 450 4.2.2 full"), "5.0.0") << "of another class";
  EXPECT_EQ(status("5.0.0", "smtp; 550 connected to 10.5.1.1"), "5.0.0") << "a machine";
  EXPECT_EQ(status("5.2.2", "smtp; 550 5.1.1 no such user"), "5.2.2");
}

TEST(Returned, ANoteIsOneShortLineOfPlainTextWithoutAddresses) {
  const auto note = [](const std::string& line) {
    return Notification().with("Diagnostic", line).read()->recipients.front().note;
  };
  EXPECT_EQ(note(""), "");
  EXPECT_EQ(note("Diagnostic-Code: x-unix; mail for a@b.example\r\n\tloops   back\r\n"),
            "mail for … loops back");
  EXPECT_EQ(note("Diagnostic-Code: smtp; 550 h\xE1\xBA\xBFt ch\xE1\xBB\x97\r\n"),
            "550 h???t ch???");
  EXPECT_LE(note("Diagnostic-Code: smtp; 550 " + std::string(5'000, 'x') + "\r\n").size(), 200U);
}

TEST(Returned, TheMailIsNamedByWhatCameBackOfIt) {
  Notification whole;
  whole.mail_part =
      "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
      "Received: from a\r\n by b\r\nMessage-Id:\r\n <a.1@lantoa.example>\r\n\r\n"
      "Text.\r\nMessage-ID: <of-the-text@x.example>\r\n";
  EXPECT_EQ(whole.read()->message_id, "a.1@lantoa.example");

  Notification quoted;
  quoted.mail_part =
      "Content-Type: text/rfc822-headers\r\nContent-Transfer-Encoding: base64\r\n\r\n"
      "TWVzc2FnZS1JRDogPGEuMkBsYW50b2EuZXhhbXBsZT4K\r\n";
  EXPECT_EQ(quoted.read()->message_id, "a.2@lantoa.example");
}

TEST(Returned, OrByAFieldOfTheNotification) {
  Notification bare;
  bare.mail_part = "Content-Type: text/plain\r\n\r\nMessage-ID: <of-a-text@x.example>\r\n";
  EXPECT_FALSE(bare.read());
  Notification envelope = bare;
  envelope.about += "Original-Envelope-Id: a.3@lantoa.example\r\n";
  EXPECT_EQ(envelope.read()->message_id, "a.3@lantoa.example");
  Notification field = envelope;
  field.about += "X-Original-Message-ID: <a.4@lantoa.example>\r\n";
  EXPECT_EQ(field.read()->message_id, "a.4@lantoa.example");
  Notification answer = bare;
  answer.head = "In-Reply-To: <a.5@lantoa.example>\r\n";
  EXPECT_EQ(answer.read()->message_id, "a.5@lantoa.example");
  envelope.mail_part = Notification().mail_part;
  EXPECT_EQ(envelope.read()->message_id, id) << "the mail itself comes first";
}

TEST(Returned, ANameThatIsNoneIsNone) {
  for (const char* odd :
       {"", "no-host", "<>", "<a@b", "a>b@c", "<a b@c>", "<a@b@c>", "<\xC4\x91@b>"}) {
    Notification one;
    one.mail_part =
        "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + std::string(odd) + "\r\n";
    EXPECT_FALSE(one.read()) << odd;
  }
  Notification endless;
  endless.mail_part =
      "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" + std::string(300, 'a') + "@b>\r\n";
  EXPECT_FALSE(endless.read());
}

TEST(Returned, AnswersOfPeopleAndMachinesAreNone) {
  EXPECT_FALSE(read_returned(""));
  EXPECT_FALSE(read_returned("\r\n\r\n"));
  EXPECT_FALSE(read_returned("no header\r\n\r\ntext"));
  EXPECT_FALSE(read_returned(
      "Auto-Submitted: auto-replied\r\nSubject: Out of office\r\nIn-Reply-To: <a.1@b>\r\n"
      "Content-Type: text/plain\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"));
  Notification receipt;
  receipt.type = "multipart/report; report-type=disposition-notification; boundary=cut";
  EXPECT_FALSE(receipt.read());
  Notification mixed;
  mixed.type = "multipart/mixed; report-type=delivery-status; boundary=cut";
  EXPECT_FALSE(mixed.read());
  Notification without;
  without.type = "multipart/report; boundary=cut";
  EXPECT_FALSE(without.read());
}

TEST(Returned, WhatIsBrokenIsNone) {
  Notification uncut;
  uncut.type = "multipart/report; report-type=delivery-status";
  EXPECT_FALSE(uncut.read());
  Notification elsewhere;
  elsewhere.type = "multipart/report; report-type=delivery-status; boundary=other";
  EXPECT_FALSE(elsewhere.read());
  Notification silent;
  silent.status_part = "Content-Type: text/plain\r\n\r\n";
  EXPECT_FALSE(silent.read());
  const std::string text = Notification().text();
  for (std::size_t size = 0; size < text.size(); size += 7) read_returned(text.substr(0, size));
}

// A server's limit on what it sends along cuts the end off.
TEST(Returned, TheLastPartMayBeCutOff) {
  std::string text = Notification().text();
  text.resize(text.find("Subject: x"));
  EXPECT_EQ(read_returned(text)->message_id, id);
}

TEST(Returned, InsideOfAnotherMailItIsNotLookedFor) {
  EXPECT_FALSE(read_returned("Content-Type: message/rfc822\r\n\r\n" + Notification().text()));
  EXPECT_FALSE(read_returned("Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\n" +
                             Notification().text() + "\r\n--out--\r\n"));
}

TEST(Returned, LimitsAreKept) {
  Notification many;
  const std::string one = many.recipients.front();
  many.recipients.assign(returned_recipients_max, one);
  ASSERT_TRUE(many.read());
  EXPECT_EQ(many.read()->recipients.size(), returned_recipients_max);
  many.recipients.push_back(one);
  EXPECT_FALSE(many.read());

  std::string large = Notification().text();
  large.resize(returned_bytes_max, ' ');
  EXPECT_TRUE(read_returned(large));
  EXPECT_FALSE(read_returned(large + " "));

  Notification headers;
  headers.head = "X-Long: " + std::string(70'000, 'x') + "\r\n";
  EXPECT_FALSE(headers.read());
}

// What the library must never get to read: it ends the process.
TEST(Returned, AddressListsThatNestAreHarmless) {
  std::string groups = "From: ";
  for (int i = 0; i < 200'000; ++i) groups += "a:b,";
  Notification one;
  one.mail_part = "Content-Type: message/rfc822\r\n\r\n" + groups + "\r\nMessage-ID: <a.1@b>\r\n";
  EXPECT_FALSE(one.read());
  std::string nested;
  for (int i = 0; i < 10'000; ++i) {
    const std::string number = std::to_string(i);
    nested += "Content-Type: multipart/mixed; boundary=" + number + "\r\n\r\n--" + number + "\r\n";
  }
  EXPECT_FALSE(read_returned(nested));
  one.mail_part = nested;
  EXPECT_FALSE(one.read());
}

}  // namespace
}  // namespace lantoa::mail
