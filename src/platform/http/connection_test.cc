// The connection over a socket that does as the test says: what a kernel does seldom or never in a
// test is done here at every write.
#include "platform/http/connection.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace lantoa::http {
namespace {

// Takes one byte, then would block until it is let go on.
class ScriptedTransport : public Transport {
 public:
  struct Seen {
    std::string written;
    std::string to_read;
    bool ended = false;  // the peer is gone: shows at the next read or write
    bool sending_ended = false;
    bool closed = false;
    bool blocked = false;
    bool fails = false;  // the next write, once
    std::shared_ptr<Waiter> reader;
    std::shared_ptr<Waiter> writer;
  };

  explicit ScriptedTransport(Seen& seen) : seen_(seen) {}

  Transfer read(char* into, std::size_t size) override {
    if (seen_.to_read.empty()) return {0, seen_.ended};
    const std::size_t bytes = seen_.to_read.copy(into, size);
    seen_.to_read.erase(0, bytes);
    return {bytes, false};
  }
  Transfer write(std::string_view first, std::string_view second) override {
    if (std::exchange(seen_.fails, false)) throw std::runtime_error("no memory");
    if (seen_.ended) return {0, true};
    if (std::exchange(seen_.blocked, !seen_.blocked)) return {0, false};
    seen_.written += first.empty() ? second.front() : first.front();
    return {1, false};
  }
  void when_readable(std::shared_ptr<Waiter> waiter) override { seen_.reader = std::move(waiter); }
  void when_writable(std::shared_ptr<Waiter> waiter) override { seen_.writer = std::move(waiter); }
  void end_sending() override { seen_.sending_ended = true; }
  void close() override {
    seen_.closed = true;
    seen_.reader.reset();
    seen_.writer.reset();
  }

 private:
  Seen& seen_;
};

class ConnectionTest : public testing::Test {
 protected:
  void ask(const std::string& bytes) {
    ASSERT_TRUE(site_.census.admit("peer"));
    const auto connection = std::make_shared<Connection>(
        site_, lane_, std::make_unique<ScriptedTransport>(seen_), "peer");
    lane_.connections.emplace(connection.get(), connection);
    connection->start();
    seen_.to_read = bytes;
    std::exchange(seen_.reader, nullptr)->readable();
  }

  void ask_and_settle(const std::string& bytes) {
    ask(bytes);
    send_answers(lane_);
  }

  bool let_write() {
    const auto writer = std::exchange(seen_.writer, nullptr);
    if (!writer) return false;
    writer->writable();
    send_answers(lane_);
    return true;
  }

  Site site_{{}, [](const Request& request) { return plain("to " + request.path); }, nullptr};
  Lane lane_;
  ScriptedTransport::Seen seen_;
};

TEST_F(ConnectionTest, AnAnswerSentByteByByteIsWholeAndTheNextRequestFollows) {
  ask_and_settle("GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(seen_.written, "H");
  while (let_write()) {
  }
  const std::size_t one = seen_.written.find("to /one");
  ASSERT_NE(one, std::string::npos);
  EXPECT_EQ(seen_.written.find("HTTP/1.1 200"), 0U);
  EXPECT_EQ(seen_.written.find("HTTP/1.1 200", 1), one + 7);
  EXPECT_TRUE(seen_.written.ends_with("to /two"));
  EXPECT_FALSE(seen_.closed);
  EXPECT_TRUE(seen_.reader);
}

TEST_F(ConnectionTest, APeerGoneInTheMiddleOfItsAnswerIsClosedOnce) {
  ask_and_settle("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(let_write());
  seen_.ended = true;
  EXPECT_TRUE(let_write());
  EXPECT_TRUE(seen_.closed);
  EXPECT_FALSE(let_write());
  EXPECT_TRUE(lane_.connections.empty());
  EXPECT_TRUE(site_.census.wait_until_empty(Steady::now()));
}

TEST_F(ConnectionTest, TheLastAnswerEndsOurSideAndWaitsForThePeers) {
  ask_and_settle("GET /one HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  while (let_write()) {
  }
  EXPECT_TRUE(seen_.written.ends_with("to /one"));
  EXPECT_TRUE(seen_.sending_ended);
  EXPECT_FALSE(seen_.closed);
  seen_.ended = true;
  std::exchange(seen_.reader, nullptr)->readable();
  EXPECT_TRUE(seen_.closed);
}

TEST_F(ConnectionTest, AnAnswerWaitsForTheOthersOfItsMoment) {
  ask("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(seen_.written, "");
  send_answers(lane_);
  EXPECT_EQ(seen_.written, "H");
  while (let_write()) {
  }
  EXPECT_TRUE(seen_.written.ends_with("to /one"));
}

TEST_F(ConnectionTest, WhoSendsTheNextRequestAtOnceIsAnsweredAtOnce) {
  ask("GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(seen_.written, "H");
}

TEST_F(ConnectionTest, NothingIsSentOnceItIsClosed) {
  ask("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
  lane_.connections.begin()->second->close();
  send_answers(lane_);
  EXPECT_EQ(seen_.written, "");
  EXPECT_TRUE(seen_.closed);
  EXPECT_TRUE(lane_.connections.empty());
}

TEST_F(ConnectionTest, WhoCannotBeSentToIsClosedAndTheNextIsAnswered) {
  ask("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
  ask("GET /two HTTP/1.1\r\nHost: a\r\n\r\n");
  seen_.fails = true;
  send_answers(lane_);
  EXPECT_TRUE(seen_.closed);
  EXPECT_EQ(seen_.written, "H") << "of the second";
  EXPECT_EQ(lane_.connections.size(), 1U);
}

TEST_F(ConnectionTest, NothingIsAnsweredBehindTheLastAnswer) {
  ask("GET /one HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /two HTTP/1.1\r\n\r\n");
  while (let_write()) {
  }
  EXPECT_EQ(seen_.written.find("HTTP/1.1", 1), std::string::npos) << "nothing after the last";
  EXPECT_TRUE(seen_.sending_ended);
}

}  // namespace
}  // namespace lantoa::http
