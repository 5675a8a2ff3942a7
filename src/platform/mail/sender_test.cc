// Senders against a folder and against an SMTP peer of our own that behaves as each case says.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "kernel/testing_folder.h"
#include "platform/mail/mail.h"

namespace lantoa::mail {
namespace {

Message letter() {
  return {"1.urge@lantoa.example", "Lan Tỏa <lantoa@example>",
          "a@hanoi.example",       "Đôn đốc",
          "Dòng một\n.dòng hai\n", parse_iso_instant("2021-05-13T10:32:07+07:00").value()};
}

// Replies by verb; an empty reply closes the connection. "." is the reply to the message's end.
using Script = std::map<std::string, std::string>;

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

  void converse(int client) {
    std::string input;
    std::string verb = "greeting";
    bool in_data = false;
    for (;;) {
      const std::string reply = script_[verb];
      if (reply.empty()) return;
      const std::string line = reply + "\r\n";
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
  EXPECT_EQ(sender->send(letter()).outcome, Outcome::Refused);
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
