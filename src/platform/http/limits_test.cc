// Every limit of Settings::limits, with a small value, against the real server.
#include <future>
#include <thread>

#include "platform/http/server.h"
#include "platform/http/test_client.h"

namespace lantoa::http {
namespace {

using std::chrono::seconds;

// Polls until it is so: what a test waits for happens on another thread.
template <class Condition>
bool eventually(Condition condition) {
  const auto deadline = std::chrono::steady_clock::now() + seconds(5);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

TEST(Limits, HeaderTargetAndBodyBytes) {
  Settings settings;
  settings.limits.header_bytes_max = 500;
  settings.limits.target_bytes_max = 100;
  settings.limits.body_bytes_max = 1000;
  const auto server = start(settings);
  const std::string length = "Content-Length: ";
  const std::vector<std::pair<std::string, int>> cases{
      {get("/" + std::string(99, 'a')), 200},
      {get("/" + std::string(100, 'a')), 414},
      {"GET / HTTP/1.1\r\n" + host + "X: " + std::string(500, 'a') + "\r\n\r\n", 431},
      {"POST / HTTP/1.1\r\n" + host + length + "1000\r\n\r\n" + std::string(1000, 'a'), 200},
      {"POST / HTTP/1.1\r\n" + host + length + "1001\r\n\r\n" + std::string(1001, 'a'), 413},
      {"POST / HTTP/1.1\r\n" + host + length + "1001\r\nExpect: 100-continue\r\n\r\n", 413},
  };
  for (const auto& [request, status] : cases) {
    TestClient client(server->port());
    client.send(request);
    EXPECT_EQ(client.read_answer().status, status) << request;
    if (status != 200) {
      EXPECT_TRUE(client.closed());
    }
  }
}

TEST(Limits, ARefusedUploadStillGetsItsAnswer) {
  Settings settings;
  settings.limits.body_bytes_max = 1000;
  const auto server = start(settings);
  TestClient client(server->port());
  client.send("POST / HTTP/1.1\r\n" + host + "Content-Length: 3000000\r\n\r\n");
  client.send(std::string(3'000'000, 'a'));
  EXPECT_EQ(client.read_answer().status, 413);
  EXPECT_TRUE(client.closed());
}

TEST(Limits, BodiesOfAllConnectionsTogether) {
  const std::string body(60'000, 'a');
  Settings settings;
  settings.io_threads = 1;  // what was sent before is read before
  settings.limits.bodies_bytes_max = 5 * body.size();
  const auto server = start(settings);
  const std::string head =
      "POST / HTTP/1.1\r\n" + host + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  const auto withholding = [&] {
    auto client = std::make_unique<TestClient>(server->port());
    client->send(head + body.substr(1));
    return client;
  };
  const auto is_answered = [](TestClient& client) {
    return client.send("a") && client.read_answer().status == 200;
  };
  std::vector<std::unique_ptr<TestClient>> holding;
  for (int n = 0; n < 5; ++n) holding.push_back(withholding());
  const auto refused = withholding();
  const Answer answer = refused->read_answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("Retry-After"), "2");
  EXPECT_TRUE(refused->closed());
  TestClient bodiless(server->port());
  bodiless.send(get("/"));
  EXPECT_EQ(bodiless.read_answer().status, 200);

  // One is answered, and its connection goes on: there is room for it or another again.
  EXPECT_TRUE(is_answered(*holding.front()));
  holding.front()->send(head + body.substr(1));
  EXPECT_TRUE(is_answered(*holding.front()));
  holding.front() = withholding();
  // One goes away in the middle.
  holding.pop_back();
  EXPECT_TRUE(eventually([&] { return is_answered(*withholding()); }));
  for (const auto& client : holding) EXPECT_TRUE(is_answered(*client));
}

TEST(Limits, ABodyThatGrowsIsHeldAsItGrows) {
  Settings settings;
  settings.limits.bodies_bytes_max = 100'000;
  const auto server = start(settings);
  const std::string chunk = "2710\r\n" + std::string(10'000, 'a') + "\r\n";
  TestClient client(server->port());
  client.send("POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
  for (int n = 0; n < 11; ++n) client.send(chunk);
  EXPECT_EQ(client.read_answer().status, 503);
  EXPECT_TRUE(client.closed());
}

TEST(Limits, Connections) {
  Settings settings;
  settings.limits.connections_max = 2;
  const auto server = start(settings);
  auto first = std::make_unique<TestClient>(server->port());
  TestClient second(server->port());
  for (TestClient* client : {first.get(), &second}) {
    client->send(get("/"));
    EXPECT_EQ(client->read_answer().status, 200);
  }
  TestClient third(server->port());
  EXPECT_TRUE(third.closed());
  first.reset();
  EXPECT_TRUE(eventually([&] {
    TestClient fourth(server->port());
    return fourth.send(get("/")) && fourth.read_answer().status == 200;
  }));
}

TEST(Limits, ConnectionsPerAddress) {
  Settings settings;
  settings.limits.connections_per_address_max = 1;
  const auto server = start(settings);
  TestClient first(server->port());
  first.send(get("/"));
  EXPECT_EQ(first.read_answer().status, 200);
  TestClient second(server->port());
  EXPECT_TRUE(second.closed());
}

// A proxy stands for many, whomever it names; all connections together are limited all the same.
TEST(Limits, AProxyHoldsAsManyConnectionsAsThereMayBe) {
  Settings settings;
  settings.limits.connections_max = 3;
  settings.limits.connections_per_address_max = 1;
  ASSERT_TRUE(settings.proxies.add("127.0.0.0/8"));
  const auto server = start(settings);
  std::vector<std::unique_ptr<TestClient>> holding;
  for (int n = 0; n < 3; ++n) {
    holding.push_back(std::make_unique<TestClient>(server->port()));
    holding.back()->send("GET / HTTP/1.1\r\n" + host + "X-Forwarded-For: 203.0.113.9\r\n\r\n");
    EXPECT_EQ(holding.back()->read_answer().status, 200);
  }
  TestClient fourth(server->port());
  EXPECT_TRUE(fourth.closed());
}

// The connection is counted, not who a stranger says he is.
TEST(Limits, WhoNamesOthersIsCountedAsHimself) {
  Settings settings;
  settings.limits.connections_per_address_max = 1;
  ASSERT_TRUE(settings.proxies.add("10.0.0.5"));
  const auto server = start(settings);
  TestClient first(server->port());
  first.send("GET / HTTP/1.1\r\n" + host + "X-Forwarded-For: 203.0.113.9\r\n\r\n");
  EXPECT_EQ(first.read_answer().status, 200);
  TestClient second(server->port());
  EXPECT_TRUE(second.closed());
}

TEST(Limits, QueuedRequests) {
  Settings settings;
  settings.workers = 1;
  settings.limits.queued_requests_max = 1;
  std::promise<void> may_end;
  std::atomic<int> running{0};
  auto end = may_end.get_future().share();
  const auto server = start(settings, [&](const Request&, const Reply& reply) {
    ++running;
    end.wait();
    reply(plain("done"));
  });
  TestClient works(server->port());
  works.send(get("/"));
  ASSERT_TRUE(eventually([&] { return running == 1; }));
  // One of these two waits in the queue, the other is refused; which one is not said.
  std::atomic<int> refused{0};
  const auto ask = [&] {
    TestClient client(server->port());
    client.send(get("/"));
    const Answer answer = client.read_answer();
    if (answer.status == 200) return;
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.header("Retry-After"), "2");
    ++refused;
    may_end.set_value();
  };
  std::thread one(ask);
  std::thread other(ask);
  EXPECT_EQ(works.read_answer().body, "done");
  one.join();
  other.join();
  EXPECT_EQ(refused, 1);
}

// While one share works and waits, its next request is refused, and those of another are answered.
TEST(Limits, AShareDoesNotHoldUpAnother) {
  Settings settings;
  settings.shares = {{1, 1}};
  settings.share_of = [](const Request& request) -> std::size_t {
    return request.path == "/slow" ? 1 : 0;
  };
  std::promise<void> may_end;
  std::atomic<int> running{0};
  auto end = may_end.get_future().share();
  const auto server = start(settings, [&](const Request& request, const Reply& reply) {
    if (request.path == "/slow") {
      ++running;
      end.wait();
    }
    reply(plain("done"));
  });
  TestClient works(server->port());
  works.send(get("/slow"));
  ASSERT_TRUE(eventually([&] { return running == 1; }));
  // One of these two waits in the queue, the other is refused; which one is not said.
  TestClient one(server->port());
  TestClient two(server->port());
  one.send(get("/slow"));
  two.send(get("/slow"));
  ASSERT_TRUE(eventually([&] { return server->numbers().answers[5] == 1; }));
  TestClient other(server->port());
  other.send(get("/"));
  EXPECT_EQ(other.read_answer().body, "done");
  EXPECT_EQ(server->numbers().answers[2], 1U);
  EXPECT_EQ(server->numbers().connections, 4U);
  may_end.set_value();
  EXPECT_EQ(works.read_answer().body, "done");
  const Answer first = one.read_answer();
  const Answer second = two.read_answer();
  EXPECT_EQ(first.status + second.status, 200 + 503);
  EXPECT_EQ((first.status == 503 ? first : second).header("Retry-After"), "2");
}

// All deadlines in one test, because each takes a second and the sweep's second.
TEST(Limits, Deadlines) {
  Settings settings;
  settings.limits.header_deadline = seconds(1);
  settings.limits.body_deadline = seconds(1);
  settings.limits.idle_deadline = seconds(1);
  settings.limits.write_deadline = seconds(1);
  settings.limits.bytes_per_second_min = std::size_t{1} << 40;
  const auto shared = std::make_shared<const std::string>(std::string(20'000'000, 'x'));
  const auto server = start(settings, [&](const Request& request, const Reply& reply) {
    Response response;
    if (request.path == "/big") response.shared_body = shared;
    reply(std::move(response));
  });
  TestClient silent(server->port());
  TestClient served(server->port());
  TestClient slow_head(server->port());
  TestClient slow_body(server->port());
  TestClient stopped_reading(server->port(), 4096);
  stopped_reading.send(get("/big"));
  slow_head.send("GET / HTTP/1.1\r\nHost: a\r\nX");
  slow_body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc");
  served.send(get("/"));
  EXPECT_EQ(served.read_answer().status, 200);
  EXPECT_TRUE(eventually([&] { return shared.use_count() > 1; }));

  EXPECT_EQ(slow_head.read_answer().status, 408);
  EXPECT_EQ(slow_body.read_answer().status, 408);
  for (TestClient* client : {&silent, &served, &slow_head, &slow_body}) {
    EXPECT_TRUE(client->closed());
  }
  EXPECT_TRUE(eventually([&] { return shared.use_count() == 1; }));
  EXPECT_LT(stopped_reading.read_to_end().size(), shared->size());
}

}  // namespace
}  // namespace lantoa::http
