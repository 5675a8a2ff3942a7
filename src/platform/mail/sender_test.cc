// Senders against a folder and against an SMTP peer of our own that behaves as each case says.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

#include "kernel/testing_folder.h"
#include "kernel/utf8.h"
#include "platform/mail/mail.h"

namespace lantoa::mail {
namespace {

Message letter() {
  return {"1.urge@lantoa.example", "Lan Tỏa <lantoa@example>",
          "a@hanoi.example",       "Đôn đốc",
          "Dòng một\n.dòng hai\n", parse_iso_instant("2021-05-13T10:32:07+07:00").value()};
}

// Replies by verb; an empty reply closes the connection. "." is the reply to the message's end.
// "2RCPT" is that of the second connection only.
using Script = std::map<std::string, std::string>;

constexpr const char* silence = "(nothing)";  // no reply, and the connection stays

Script polite() {
  return {{"greeting", "220 test"}, {"EHLO", "250 test"},  {"MAIL", "250 ok"},
          {"RCPT", "250 ok"},       {"DATA", "354 go on"}, {".", "250 queued as 1"},
          {"QUIT", "221 bye"}};
}

class Peer {
 public:
  explicit Peer(Script script) : script_(std::move(script)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 8), 0);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~Peer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  std::string heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }
  int connections() const { return connections_; }

 private:
  void run() {
    for (;;) {
      const int client = ::accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      ++connections_;
      converse(client);
      ::close(client);
    }
  }

  std::string reply_to(const std::string& verb) {
    const auto own = script_.find(std::to_string(connections_.load()) + verb);
    return own != script_.end() ? own->second : script_[verb];
  }

  void converse(int client) {
    std::string input;
    std::string verb = "greeting";
    bool in_data = false;
    for (;;) {
      const std::string reply = reply_to(verb);
      if (reply.empty()) return;
      const std::string line = reply == silence ? "" : reply + "\r\n";
      ::send(client, line.data(), line.size(), MSG_NOSIGNAL);
      in_data = verb == "DATA" && reply.starts_with("354");
      const std::string end = in_data ? "\r\n.\r\n" : "\r\n";
      while (input.find(end) == std::string::npos) {
        char buffer[4096];
        const ssize_t got = ::recv(client, buffer, sizeof buffer, 0);
        if (got <= 0) return;
        input.append(buffer, static_cast<std::size_t>(got));
      }
      const std::size_t size = input.find(end) + end.size();
      const std::lock_guard lock(mutex_);
      heard_ += input.substr(0, size);
      verb = in_data ? "." : input.substr(0, 4);
      input.erase(0, size);
    }
  }

  Script script_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::mutex mutex_;
  std::string heard_;
  std::thread thread_;
};

Sent send_to(Script script, SmtpSettings settings = {}) {
  Peer peer(std::move(script));
  settings.url = peer.url();
  settings.timeout_seconds = 5;
  return make_smtp_sender(settings)->send(letter());
}

Script with(const std::string& verb, const std::string& reply) {
  Script script = polite();
  script[verb] = reply;
  return script;
}

TEST(Smtp, TheMessageArrives) {
  Peer peer(polite());
  const auto sender = make_smtp_sender({peer.url(), "", "", 5});
  const Sent sent = sender->send(letter());
  EXPECT_EQ(sent.outcome, Outcome::Accepted) << sent.note;
  EXPECT_EQ(sent.note, "250 queued as 1");
  const std::string heard = peer.heard();
  EXPECT_THAT(heard, testing::HasSubstr("MAIL FROM:<lantoa@example>"));
  EXPECT_THAT(heard, testing::HasSubstr("RCPT TO:<a@hanoi.example>"));
  EXPECT_THAT(heard, testing::HasSubstr("Message-ID: <1.urge@lantoa.example>\r\n"));
  EXPECT_THAT(heard, testing::HasSubstr("\r\n..d=C3=B2ng hai\r\n.\r\n"));
}

TEST(Smtp, OneConnectionCarriesSeveralMessages) {
  Peer peer(polite());
  const auto sender = make_smtp_sender({peer.url(), "", "", 5});
  for (int n = 0; n < 3; ++n) EXPECT_EQ(sender->send(letter()).outcome, Outcome::Accepted);
  EXPECT_EQ(peer.connections(), 1);
}

TEST(Smtp, OutcomesByWhatThePeerDoes) {
  struct Case {
    const char* verb;
    const char* reply;
    Outcome outcome;
  };
  const std::vector<Case> cases{
      {"RCPT", "550 no such user", Outcome::Refused},
      {"RCPT", "450 greylisted", Outcome::NotNow},
      {"MAIL", "451 later", Outcome::NotNow},
      {"MAIL", "530 sign in first", Outcome::NotNow},
      {"DATA", "554 no", Outcome::Refused},
      {".", "554 looks like spam", Outcome::Refused},
      {".", "452 disk full", Outcome::NotNow},
      {".", "", Outcome::Unknown},
      {"DATA", "", Outcome::NotNow},
      {"RCPT", "", Outcome::NotNow},
      {"greeting", "554 not here", Outcome::NotNow},
      {"greeting", "421 busy", Outcome::NotNow},
      {"greeting", "", Outcome::NotNow},
  };
  for (const Case& c : cases) {
    const Sent sent = send_to(with(c.verb, c.reply));
    EXPECT_EQ(sent.outcome, c.outcome) << c.verb << ' ' << c.reply << ": " << sent.note;
    EXPECT_FALSE(sent.note.empty());
  }
}

// Only what is said of this very address, and for good.
TEST(Smtp, AMailboxThatThereIsNotIsToldApartFromOtherRefusals) {
  struct Case {
    const char* verb;
    const char* reply;
    const char* no_mailbox;
  };
  const std::vector<Case> cases{
      {"RCPT", "550 5.1.1 <a@hanoi.example>: Recipient address rejected", "5.1.1"},
      {"RCPT", "550-5.1.1 The email account that you tried to reach\r\n550 5.1.1 is gone", "5.1.1"},
      {"RCPT", "554 5.1.1 gone", "5.1.1"},
      {"RCPT", "550 No such user here", "5.1.1"},
      {"RCPT", "553 sorry, no mailbox here by that name", "5.1.1"},
      {"RCPT", "550-sorry:\r\n550 User unknown", "5.1.1"},
      {"RCPT", "550 5.7.1 blocked: user unknown to us", ""},
      {"RCPT",
       "550-Verification failed for <b@mau.example>\r\n550-Response: 550 unknown user\r\n"
       "550 Sender verify failed",
       ""},  // it asked whether there is our own
      {"RCPT", "550 5.1.10 null MX", ""},
      {"RCPT", "552 5.2.2 mailbox full", ""},
      {"RCPT", "550 rejected by policy", ""},
      {"RCPT", "554 no such user", ""},
      {"RCPT", "450 4.1.1 no such user yet", ""},
      {"MAIL", "550 5.1.1 no such user", ""},
      {"DATA", "554 5.1.1 no valid recipients", ""},
      {".", "550 5.1.1 no such user", ""},
      {"greeting", "554 5.1.1 no such user", ""},
      {".", "250 5.1.1 queued", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(send_to(with(c.verb, c.reply)).no_mailbox, c.no_mailbox) << c.verb << ' ' << c.reply;
  }
}

TEST(Smtp, NotesAreThePeersWordsWithoutAddresses) {
  EXPECT_EQ(send_to(with("RCPT", "550 <a@hanoi.example>: no such user")).note,
            "550 … no such user");
}

TEST(Smtp, NobodyListening) {
  std::string url;
  {
    const Peer gone(polite());
    url = gone.url();
  }
  EXPECT_EQ(make_smtp_sender({url, "", "", 5})->send(letter()).outcome, Outcome::NotNow);
}

TEST(Smtp, APeerThatHangsIsGivenUp) {
  // Listens, but nobody accepts: the greeting never comes.
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(::listen(listener, 8), 0);
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  const std::string url = "smtp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  EXPECT_EQ(make_smtp_sender({url, "", "", 1})->send(letter()).outcome, Outcome::NotNow);
  ::close(listener);
}

// Also at the goodbye after a refusal, where libcurl by itself would wait for two minutes.
TEST(Smtp, APeerThatSaysNothingIsGivenUpInTimeWhereverItStops) {
  struct Case {
    const char* verb;
    Outcome outcome;
  };
  const std::vector<Case> cases{{"greeting", Outcome::NotNow}, {"EHLO", Outcome::NotNow},
                                {"MAIL", Outcome::NotNow},     {"RCPT", Outcome::NotNow},
                                {"DATA", Outcome::NotNow},     {".", Outcome::Unknown},
                                {"QUIT", Outcome::Refused}};
  static constexpr std::chrono::seconds longest{1};
  constexpr std::chrono::seconds on_a_busy_machine{10};
  struct Told {
    Sent sent;
    std::chrono::steady_clock::duration took;
  };
  std::vector<std::future<Told>> running;
  for (const Case& c : cases) {
    running.push_back(std::async(std::launch::async, [c] {
      Script script = with(c.verb, silence);
      if (c.outcome == Outcome::Refused) script["RCPT"] = "550 no such user";
      Peer peer(std::move(script));
      const auto began = std::chrono::steady_clock::now();
      const auto sender = make_smtp_sender({peer.url(), "", "", static_cast<int>(longest.count())});
      const Sent sent = sender->send(letter());
      return Told{sent, std::chrono::steady_clock::now() - began};
    }));
  }
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Told told = running[i].get();
    EXPECT_EQ(told.sent.outcome, cases[i].outcome) << cases[i].verb << ": " << told.sent.note;
    EXPECT_GT(told.took, longest - std::chrono::milliseconds(100)) << cases[i].verb;
    EXPECT_LT(told.took, longest + on_a_busy_machine) << cases[i].verb;
  }
}

// The kept connection is not waited for either, when the program ends.
TEST(Smtp, APeerThatDoesNotSayGoodbyeHoldsNothingUp) {
  Peer peer(with("QUIT", silence));
  auto sender = make_smtp_sender({peer.url(), "", "", 30});
  EXPECT_EQ(sender->send(letter()).outcome, Outcome::Accepted);
  const auto began = std::chrono::steady_clock::now();
  sender.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
}

// The answer to one message that comes late must not be taken for that to the next.
TEST(Smtp, AfterATimeOutTheNextMessageGoesOnAConnectionOfItsOwn) {
  Script script = with("1.", silence);
  script["2."] = "554 looks like spam";
  Peer peer(std::move(script));
  const auto sender = make_smtp_sender({peer.url(), "", "", 1});
  EXPECT_EQ(sender->send(letter()).outcome, Outcome::Unknown);
  EXPECT_EQ(sender->send(letter()).outcome, Outcome::Refused);
  EXPECT_EQ(peer.connections(), 2);
}

// What a peer says ends up in facts, which hold well-formed text only.
TEST(Smtp, NotesAreShortPlainTextWhateverThePeerSays) {
  for (const std::string& said : {std::string("\xff\xfe\x01\x7f\0 x", 8), std::string("ă"),
                                  std::string(5'000, 'x'), std::string(400, '@')}) {
    const Sent sent = send_to(with("RCPT", "550 " + said));
    EXPECT_EQ(sent.outcome, Outcome::Refused);
    EXPECT_TRUE(sent.note.starts_with("550 ")) << sent.note;
    EXPECT_LE(sent.note.size(), 200U);
    EXPECT_TRUE(is_utf8(sent.note));
  }
  EXPECT_EQ(send_to(with("RCPT", "550 a\xc4\x83z \x02")).note, "550 a??z ?");
}

TEST(Smtp, AnswersOfSeveralLinesAndLongLinesAreUnderstood) {
  const std::string long_line(4'000, 'x');
  EXPECT_EQ(send_to(with("EHLO", "250-test\r\n250-" + long_line + "\r\n250 8BITMIME")).outcome,
            Outcome::Accepted);
  EXPECT_EQ(send_to(with(".", "250-one\r\n250-two\r\n250 three")).note, "250 three");
  EXPECT_EQ(send_to(with("RCPT", "550-no\r\n550-such\r\n550 user")).outcome, Outcome::Refused);
}

TEST(Smtp, APasswordNeverGoesInTheClear) {
  Peer peer(with("EHLO", "250-test\r\n250 AUTH PLAIN LOGIN"));
  const Sent sent = make_smtp_sender({peer.url(), "user", "secret", 5})->send(letter());
  EXPECT_EQ(sent.outcome, Outcome::NotNow);
  EXPECT_THAT(peer.heard(), testing::Not(testing::HasSubstr("AUTH")));
}

TEST(Smtp, AMessageThatCannotBeWrittenIsRefusedHere) {
  Message message = letter();
  message.to = "nobody";
  EXPECT_EQ(make_smtp_sender({"smtp://127.0.0.1:1", "", "", 1})->send(message).outcome,
            Outcome::Refused);
}

class Folder : public testing::Test {
 protected:
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(path_ + "/out")) {
      out.push_back(entry.path().filename());
    }
    return out;
  }

  TestFolder own_;
  const std::string path_ = own_.path().string();
};

TEST_F(Folder, KeepsEachMessageOnce) {
  const auto sender = make_folder_sender(path_ + "/out").value();
  EXPECT_EQ(sender->send(letter()).outcome, Outcome::Accepted);
  EXPECT_EQ(sender->send(letter()).outcome, Outcome::Accepted) << "it is there";
  Message other = letter();
  other.text += "x";
  EXPECT_EQ(sender->send(other).outcome, Outcome::Refused);
  EXPECT_THAT(names(), testing::ElementsAre("1.urge@lantoa.example.eml"));
  std::ifstream file(path_ + "/out/1.urge@lantoa.example.eml");
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str(), to_mime(letter()).value());
}

TEST_F(Folder, AnIdCannotLeaveTheFolder) {
  const auto sender = make_folder_sender(path_ + "/out").value();
  Message message = letter();
  message.id = "../../x/y@z";
  EXPECT_EQ(sender->send(message).outcome, Outcome::Accepted);
  EXPECT_THAT(names(), testing::ElementsAre("_._.._x_y@z.eml"));
}

TEST_F(Folder, AFolderThatCannotBeMadeIsAProblem) {
  std::ofstream(path_ + "/file") << "x";
  const auto sender = make_folder_sender(path_ + "/file/out");
  ASSERT_FALSE(sender.has_value());
  EXPECT_EQ(sender.error().code, Code::Unavailable);
}

TEST_F(Folder, AFolderThatIsGoneIsNotNow) {
  const auto sender = make_folder_sender(path_ + "/out").value();
  std::filesystem::remove_all(path_ + "/out");
  EXPECT_EQ(sender->send(letter()).outcome, Outcome::NotNow);
}

}  // namespace
}  // namespace lantoa::mail
