// From a file in the Maildir to the fact, and what is left to a person.
#include "city/oversight/returns_courier.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "city/oversight/testing_returns.h"

namespace lantoa::city::oversight {
namespace {

namespace files = std::filesystem;
using Fate = ReturnsCourier::Fate;

files::path new_maildir() {
  std::string name = ::testing::TempDir() + "lantoa_returns_XXXXXX";
  const files::path path = ::mkdtemp(name.data());
  for (const char* part : {"tmp", "new", "cur"}) files::create_directory(path / part);
  return path;
}

MailSettings looking_into(const files::path& folder) {
  MailSettings settings;
  settings.returns = folder.string();
  return settings;
}

class ReturnsFolder : public ReturnedMails {
 protected:
  explicit ReturnsFolder(files::path made = new_maildir())
      : ReturnedMails(looking_into(made)), path(std::move(made)) {}
  ~ReturnsFolder() override { files::remove_all(path); }

  std::string id_of(ReminderNo no) {
    return mail_id(node.vault, state.reminder(no), "lantoa.example");
  }

  static std::string notification(const std::string& id, const std::string& address,
                                  const char* action = "failed", const char* status = "5.1.1") {
    return "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
           "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
           "Final-Recipient: rfc822; " +
           address + "\r\nAction: " + action + "\r\nStatus: " + status +
           "\r\nDiagnostic-Code: smtp; 550 " + status +
           " no such user\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" +
           id + ">\r\n\r\n--b--\r\n";
  }
  void put(const std::string& name, const std::string& text) const {
    std::ofstream(path / "new" / name, std::ios::binary) << text;
  }
  bool is_seen(const std::string& name) const {
    return files::exists(path / "cur" / (name + ":2,S"));
  }
  bool is_left(const std::string& name) const {
    return files::exists(path / "cur" / (name + ":2,"));
  }
  bool waits(const std::string& name) const { return files::exists(path / "new" / name); }

  ReturnsCourier& courier() {
    for (const auto& one : node.app.couriers) {
      if (auto* found = dynamic_cast<ReturnsCourier*>(one.get())) return *found;
    }
    throw std::logic_error("no courier for what comes back");
  }
  // A minute later.
  void look() {
    node.clock.time.ms += ReturnsCourier::look_pause_ms;
    while (courier().step()) {
    }
  }
  std::uint64_t facts() { return node.engine.head().seq; }

  const files::path path;
};

TEST_F(ReturnsFolder, AMailOfOursThatCameBackIsRecordedAndPutBy) {
  const ReminderNo no = sent(2);
  put("1.so", notification(id_of(no), "mot@mau.example"));
  look();
  ASSERT_EQ(state.reminder(no).returns.size(), 1U);
  EXPECT_EQ(state.reminder(no).returns[0].status, "5.1.1");
  EXPECT_EQ(state.reminder(no).returns[0].why, "550 5.1.1 no such user");
  EXPECT_TRUE(is_seen("1.so"));
  EXPECT_EQ(courier().count(Fate::Returned), 1U);
  EXPECT_TRUE(returns(2));
}

// It is looked for once a minute, and at once when the program starts.
TEST_F(ReturnsFolder, ItIsLookedIntoOnceAMinute) {
  const ReminderNo no = sent(2);
  EXPECT_FALSE(courier().step());
  put("1.so", notification(id_of(no), "mot@mau.example"));
  node.clock.time.ms += ReturnsCourier::look_pause_ms - 1;
  EXPECT_FALSE(courier().step());
  node.clock.time.ms += 1;
  EXPECT_TRUE(courier().step());
  EXPECT_FALSE(courier().step());
  EXPECT_TRUE(is_seen("1.so"));
}

// As after a process that died between the fact and the file.
TEST_F(ReturnsFolder, WhatCouldNotBePutByIsReadAgainAndRecordedOnce) {
  const ReminderNo no = sent(2);
  put("1.so", notification(id_of(no), "mot@mau.example"));
  files::remove(path / "cur");
  look();
  EXPECT_EQ(state.reminder(no).returns.size(), 1U);
  EXPECT_TRUE(waits("1.so"));
  EXPECT_EQ(courier().count(Fate::Returned), 0U);
  const std::uint64_t before = facts();
  files::create_directory(path / "cur");
  look();
  EXPECT_EQ(facts(), before);
  EXPECT_EQ(state.reminder(no).returns.size(), 1U);
  EXPECT_TRUE(is_seen("1.so"));
  EXPECT_EQ(courier().count(Fate::Repeated), 1U);
}

TEST_F(ReturnsFolder, WhatIsOfNoMailOfOursIsLeftToAPerson) {
  const ReminderNo no = sent(2);
  const ReminderNo guessable = sent(2, false);
  const std::string id = id_of(no);
  std::string forged = id;
  char& digit = forged[forged.find('.') + 1];
  digit = digit == '0' ? '1' : '0';
  const std::uint64_t before = facts();
  put("1.forged", notification(forged, "mot@mau.example"));
  put("2.guessed", notification("nhac-viec-1@lantoa.example", "mot@mau.example"));
  put("3.old", notification(id_of(guessable), "mot@mau.example"));
  put("4.other", notification("a.b@c.example", "mot@mau.example"));
  put("5.high", notification("nhac-viec-99.x@lantoa.example", "mot@mau.example"));
  put("6.short",
      notification(id.substr(0, id.find('@') - 1) + "@lantoa.example", "mot@mau.example"));
  put("7.address", notification(id, "hai@mau.example"));
  put("8.text",
      "Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nBack on Monday.\r\n");
  put("9.large", notification(id, "mot@mau.example") + std::string(mail::returned_bytes_max, ' '));
  put("a.nothing", "");
  look();
  EXPECT_EQ(facts(), before);
  for (const char* name : {"1.forged", "2.guessed", "3.old", "4.other", "5.high", "6.short",
                           "7.address", "8.text", "9.large", "a.nothing"}) {
    EXPECT_TRUE(is_left(name)) << name;
  }
  EXPECT_EQ(courier().count(Fate::Unknown), 7U);
  EXPECT_EQ(courier().count(Fate::NotUnderstood), 3U);
  EXPECT_FALSE(returns(2));
}

// It was sent under other settings, or by another node.
TEST_F(ReturnsFolder, TheHostOfAMessageIdDoesNotMatter) {
  const ReminderNo no = sent(2);
  const std::string id = id_of(no);
  put("1.so", notification(id.substr(0, id.find('@')) + "@other.example", "mot@mau.example"));
  look();
  EXPECT_TRUE(state.reminder(no).came_back());
}

TEST_F(ReturnsFolder, WhatIsNoFailureDoesNothing) {
  const ReminderNo no = sent(2);
  const std::uint64_t before = facts();
  put("1.so", notification(id_of(no), "mot@mau.example", "delayed", "4.4.1"));
  put("2.so", notification(id_of(no), "mot@mau.example", "delivered", "2.1.5"));
  look();
  EXPECT_EQ(facts(), before);
  EXPECT_TRUE(is_seen("1.so"));
  EXPECT_TRUE(is_seen("2.so"));
  EXPECT_EQ(courier().count(Fate::NoFailure), 2U);
}

TEST_F(ReturnsFolder, WhatTheLedgerCannotTakeWaits) {
  const ReminderNo no = sent(2);
  put("1.so", notification(id_of(no), "mot@mau.example"));
  node.app.find_actor = [](std::string_view) -> Result<Actor> {
    return problem(Code::Unavailable, {"Ổ đĩa đầy.", "The disk is full."});
  };
  look();
  EXPECT_TRUE(waits("1.so"));
  EXPECT_TRUE(state.reminder(no).returns.empty());
  node.app.find_actor = [](std::string_view name) -> Result<Actor> { return actor(name); };
  look();
  EXPECT_TRUE(is_seen("1.so"));
  EXPECT_TRUE(state.reminder(no).came_back());
}

TEST_F(ReturnsFolder, ItsCountsAreToldByName) {
  ASSERT_EQ(node.app.counted.size(), 5U);
  put("1.so", "no notification");
  look();
  for (const App::Counted& one : node.app.counted) {
    EXPECT_EQ(one.name, "lantoa_mail_returns_total");
    EXPECT_EQ(one.value(), one.labels.at("outcome") == "not_understood" ? 1.0 : 0.0);
  }
}

TEST_F(ReturnsFolder, AFolderThatIsGoneIsLookedForAgain) {
  const ReminderNo no = sent(2);
  files::remove_all(path / "new");
  look();
  files::create_directory(path / "new");
  put("1.so", notification(id_of(no), "mot@mau.example"));
  look();
  EXPECT_TRUE(state.reminder(no).came_back());
}

TEST_F(ReturnsFolder, WhatCannotBeReadKeepsNothingBack) {
  const ReminderNo no = sent(2);
  for (std::size_t i = 0; i < ReturnsCourier::mails_a_look_max; ++i) {
    files::create_directory(path / "new" / ("0." + std::to_string(i)));
  }
  put("1.so", notification(id_of(no), "mot@mau.example"));
  look();
  EXPECT_TRUE(waits("1.so")) << "it is behind a full look";
  look();
  EXPECT_TRUE(is_seen("1.so"));
  EXPECT_TRUE(state.reminder(no).came_back());
  put("0", "no notification");
  look();
  EXPECT_TRUE(is_left("0")) << "and then from the beginning";
}

// Two copies may be under way, so the mail that waits ends when one of them came back.
TEST_F(ReturnsFolder, AReminderToAMailboxThatReturnsMailsIsNotSent) {
  returned(2, "5.1.1");
  const ReminderNo no{state.reminders() + 1};
  node.tell(ReminderPromised{no, UnitNo{2}, NumberSet{{1}}, today, {}, true});
  for (const auto& one : node.app.couriers) {
    while (one->step()) {
    }
  }
  EXPECT_EQ(state.reminder(no).end, End::MailboxReturns);
  for (const mail::Message& mail : node.mail.sent) EXPECT_NE(mail.to, "mot@mau.example");
}

TEST_F(ReturnsFolder, WhatIsSentNamesItselfByItsTag) {
  for (const auto& one : node.app.couriers) {
    while (one->step()) {
    }
  }
  ASSERT_FALSE(node.mail.sent.empty());
  const mail::Message& mail = node.mail.sent.front();
  const ReminderNo no = reminder_in(mail.id).value_or(ReminderNo{});
  EXPECT_EQ(mail.id, id_of(no));
  put("1.so", notification(mail.id, mail.to));
  look();
  EXPECT_TRUE(state.reminder(no).came_back());
}

class ReturnsNowhere : public ReturnedMails {};

TEST_F(ReturnsNowhere, WithoutAFolderNobodyLooks) {
  EXPECT_EQ(node.app.couriers.size(), 2U);
  EXPECT_TRUE(node.app.counted.empty());
}

}  // namespace
}  // namespace lantoa::city::oversight
