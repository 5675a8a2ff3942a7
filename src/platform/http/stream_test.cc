#include <atomic>
#include <mutex>
#include <thread>

#include "platform/http/event_queue.h"
#include "platform/http/server.h"
#include "platform/http/test_client.h"

namespace lantoa::http {
namespace {

using std::chrono::seconds;

// Hands every stream that is opened to the test.
struct Streams {
  std::mutex mutex;
  std::condition_variable opened;
  std::vector<std::shared_ptr<Stream>> all;

  Handler handler() {
    return [this](const Request&, const Reply& reply) {
      reply(event_stream([this](std::shared_ptr<Stream> stream) {
        const std::lock_guard lock(mutex);
        all.push_back(std::move(stream));
        opened.notify_all();
      }));
    };
  }

  std::shared_ptr<Stream> take() {
    std::unique_lock lock(mutex);
    if (!opened.wait_for(lock, seconds(5), [this] { return !all.empty(); })) return nullptr;
    auto stream = std::move(all.back());
    all.pop_back();
    return stream;
  }
};

bool eventually_refused(Stream& stream) {
  const auto deadline = std::chrono::steady_clock::now() + seconds(5);
  while (std::chrono::steady_clock::now() < deadline) {
    if (!stream.send("e", "x")) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return false;
}

TEST(EventFrame, LinesOfDataStayData) {
  EXPECT_EQ(event_frame("", "a"), "data: a\n\n");
  EXPECT_EQ(event_frame("fact", "a", "7\n8"), "event: fact\nid: 7 8\ndata: a\n\n");
  EXPECT_EQ(event_frame("x\ny", "a\nb\r\nc\rd\n"),
            "event: x y\ndata: a\ndata: b\ndata: c\ndata: d\ndata: \n\n");
}

TEST(Streaming, EventsArriveAndTheStreamEndsWithItsLastOwner) {
  Streams streams;
  const auto server = start({}, streams.handler());
  TestClient client(server->port());
  client.send(get("/live"));
  const std::string head = client.read_until("\r\n\r\n");
  EXPECT_THAT(head, testing::HasSubstr("Content-Type: text/event-stream\r\n"));
  EXPECT_THAT(head, testing::Not(testing::HasSubstr("Content-Length")));
  auto stream = streams.take();
  ASSERT_TRUE(stream);
  EXPECT_TRUE(stream->send("đếm", "1"));
  EXPECT_EQ(client.read_until("\n\n"), "event: đếm\ndata: 1\n\n");
  std::thread other([&] { stream->send("", "2"); });
  other.join();
  stream.reset();
  EXPECT_EQ(client.read_to_end(), "data: 2\n\n");
  EXPECT_TRUE(client.closed());
}

TEST(Streaming, ManySendersLoseNothing) {
  Streams streams;
  Settings settings;
  settings.limits.stream_buffer_bytes_max = 10'000'000;
  const auto server = start(settings, streams.handler());
  TestClient client(server->port());
  client.send(get("/live"));
  auto stream = streams.take();
  ASSERT_TRUE(stream);
  std::vector<std::thread> senders;
  for (int sender = 0; sender < 4; ++sender) {
    senders.emplace_back([stream] {
      for (int n = 0; n < 1000; ++n) stream->send("", "x");
    });
  }
  for (std::thread& sender : senders) sender.join();
  senders.clear();
  stream.reset();
  client.read_until("\r\n\r\n");
  EXPECT_EQ(client.read_to_end().size(), 4000 * std::string_view("data: x\n\n").size());
}

TEST(Streaming, APeerThatLeftIsNoticed) {
  Streams streams;
  const auto server = start({}, streams.handler());
  std::shared_ptr<Stream> stream;
  {
    TestClient client(server->port());
    client.send(get("/live"));
    stream = streams.take();
    ASSERT_TRUE(stream);
  }
  EXPECT_TRUE(eventually_refused(*stream));
}

TEST(Streaming, ASlowReaderIsDropped) {
  Streams streams;
  Settings settings;
  settings.limits.stream_buffer_bytes_max = 100'000;
  const auto server = start(settings, streams.handler());
  TestClient client(server->port(), 4096);
  client.send(get("/live"));
  const auto stream = streams.take();
  ASSERT_TRUE(stream);
  const std::string data(50'000, 'x');
  int sent = 0;
  while (stream->send("", data) && sent < 10'000) ++sent;
  EXPECT_LT(sent, 10'000);
  EXPECT_FALSE(stream->send("", "more"));
  EXPECT_TRUE(client.closed());
}

TEST(Streaming, AHeartbeatKeepsItOpen) {
  Streams streams;
  Settings settings;
  settings.limits.stream_heartbeat = seconds(0);  // at every sweep
  const auto server = start(settings, streams.handler());
  TestClient client(server->port());
  client.send(get("/live"));
  const auto stream = streams.take();
  client.read_until("\r\n\r\n");
  EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
  stream->send("", "still here");
  EXPECT_EQ(client.read_until("\n\n"), "data: still here\n\n");
}

TEST(Streaming, StreamsAreLimited) {
  Streams streams;
  Settings settings;
  settings.limits.streams_max = 1;
  const auto server = start(settings, streams.handler());
  TestClient first(server->port());
  first.send(get("/live"));
  auto stream = streams.take();
  ASSERT_TRUE(stream);
  TestClient second(server->port());
  second.send(get("/live"));
  const Answer refused = second.read_answer();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("Retry-After"), "2");
  stream.reset();
  EXPECT_TRUE(first.closed());
  second.send(get("/live"));
  EXPECT_THAT(second.read_until("\r\n\r\n"), testing::HasSubstr(" 200 OK"));
}

TEST(Streaming, StopEndsStreams) {
  Streams streams;
  const auto server = start({}, streams.handler());
  TestClient client(server->port());
  client.send(get("/live"));
  const auto stream = streams.take();
  ASSERT_TRUE(stream);
  server->stop(seconds(5));
  EXPECT_TRUE(client.closed());
  EXPECT_FALSE(stream->send("", "x"));
}

}  // namespace
}  // namespace lantoa::http
