#include "platform/http/server.h"

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

#include "platform/http/test_client.h"

namespace lantoa::http {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;

TEST(Server, AnswersAndKeepsTheConnection) {
  const auto server = start({});
  TestClient client(server->port());
  for (int n = 0; n < 3; ++n) {
    client.send(get("/b%C3%A0i"));
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /bài ");
    EXPECT_EQ(answer.header("Content-Type"), "text/plain; charset=utf-8");
    EXPECT_THAT(answer.header("Date"), HasSubstr(" GMT"));
    EXPECT_EQ(answer.header("Connection"), "");
  }
}

TEST(Server, TheRequestHasItsParts) {
  std::promise<Request> seen;
  const auto server = start({}, [&](Request request, const Reply& reply) {
    seen.set_value(std::move(request));
    reply(plain("ok"));
  });
  TestClient client(server->port());
  client.send(
      "GET /t%C3%ACm?q=lu%E1%BA%ADt+%C4%91%E1%BA%A5t&q=2&x HTTP/1.1\r\nHost: a\r\n"
      "X-One:  1 \r\nCookie: a=1; b=2\r\nCookie: c=3\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 200);
  const Request request = seen.get_future().get();
  EXPECT_EQ(request.path, "/tìm");
  EXPECT_EQ(request.target, "/t%C3%ACm?q=lu%E1%BA%ADt+%C4%91%E1%BA%A5t&q=2&x");
  EXPECT_EQ(request.parameter("q"), "luật đất");
  EXPECT_EQ(request.parameter("x"), "");
  EXPECT_EQ(request.parameter("y"), std::nullopt);
  EXPECT_EQ(request.query.size(), 3U);
  EXPECT_EQ(request.header("x-one"), "1");
  EXPECT_EQ(request.header("none"), "");
  EXPECT_EQ(request.cookie("b"), "2");
  EXPECT_EQ(request.cookie("c"), "3");
  EXPECT_EQ(request.cookie("d"), "");
  EXPECT_EQ(request.peer, "127.0.0.1");
}

TEST(Server, ARequestMayArriveByteByByte) {
  const auto server = start({});
  TestClient client(server->port());
  const std::string request =
      "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello" + get("/y");
  for (const char c : request) ASSERT_TRUE(client.send({&c, 1}));
  EXPECT_EQ(client.read_answer().body, "POST /x hello");
  EXPECT_EQ(client.read_answer().body, "GET /y ");
}

TEST(Server, PipelinedRequestsAreAnsweredInOrder) {
  const Fast fast = [](const Request& request) -> std::optional<Response> {
    if (request.path.size() % 2 == 0) return plain("GET " + request.path + " ");
    return std::nullopt;
  };
  const auto server = start({}, echo, fast);
  TestClient client(server->port());
  std::string all;
  for (int n = 0; n < 500; ++n) all += get("/" + std::to_string(n));
  std::thread sender([&] { client.send(all); });
  for (int n = 0; n < 500; ++n) {
    ASSERT_EQ(client.read_answer().body, "GET /" + std::to_string(n) + " ");
  }
  sender.join();
}

TEST(Server, AChunkedBodyIsJoinedAndItsTrailerIsNoHeader) {
  std::promise<Request> seen;
  const auto server = start({}, [&](Request request, const Reply& reply) {
    seen.set_value(request);
    echo(std::move(request), reply);
  });
  TestClient client(server->port());
  client.send(
      "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n2;note=1\r\nde\r\n0\r\nX-Late: 1\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "POST /x abcde");
  EXPECT_EQ(seen.get_future().get().header("x-late"), "");
}

TEST(Server, HeadHasTheHeadersOnly) {
  const auto server = start({}, [](const Request&, const Reply& reply) { reply(plain("12345")); });
  TestClient client(server->port());
  client.send("HEAD / HTTP/1.1\r\n" + host + "\r\n" + get("/"));
  const Answer head = client.read_answer(false);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(client.read_answer().body, "12345");
}

TEST(Server, OtherMethodsReachTheHandler) {
  const auto server = start({});
  TestClient client(server->port());
  client.send("DELETE /x HTTP/1.1\r\n" + host + "\r\n");
  EXPECT_EQ(client.read_answer().body, "OTHER /x ");
  client.send("BREW /x HTTP/1.1\r\n" + host + "\r\n");
  EXPECT_EQ(client.read_answer().body, "OTHER /x ");
}

TEST(Server, NoContentAndNotModifiedHaveNoBody) {
  const auto server = start({}, [](const Request& request, const Reply& reply) {
    reply(plain("must not be sent", request.path == "/204" ? 204 : 304));
  });
  TestClient client(server->port());
  client.send(get("/204") + get("/304") + get("/304"));
  for (const int status : {204, 304, 304}) {
    const Answer answer = client.read_answer();
    EXPECT_EQ(answer.status, status);
    EXPECT_EQ(answer.header("Content-Length"), "");
  }
}

TEST(Server, ClosesWhenAskedTo) {
  const auto server = start({});
  TestClient client(server->port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(client.closed());
}

TEST(Server, Http10ClosesUnlessItAsksToStay) {
  const auto server = start({});
  TestClient stays(server->port());
  stays.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(stays.read_answer().header("Connection"), "keep-alive");
  stays.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(stays.read_answer().header("Connection"), "close");
  EXPECT_TRUE(stays.closed());
}

TEST(Server, SaysContinueBeforeTheBody) {
  const auto server = start({});
  TestClient client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 100);
  client.send("ok");
  EXPECT_EQ(client.read_answer().body, "POST /x ok");
}

TEST(Server, RefusalsAreBilingualAndClose) {
  const auto server = start({});
  TestClient client(server->port());
  client.send("GET / HTTP/1.1\r\n\r\n");
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("Máy chủ không đọc được yêu cầu này."));
  EXPECT_THAT(answer.body, HasSubstr("The server cannot read this request."));
  EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(client.closed());
}

// Readers and robots get the site's headers also from what no handler sees.
TEST(Server, ItsOwnAnswersHaveTheHeadersTheyWereGiven) {
  Settings settings;
  settings.refusal_headers = "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n";
  const auto server = start(settings, [](const Request& request, const Reply& reply) {
    if (request.path == "/throw") throw std::runtime_error("bug");
    if (request.path == "/answer") reply(plain("x"));
  });
  for (const std::string& request :
       {std::string("GET / HTTP/1.1\r\n\r\n"), get("/throw"), get("/drop")}) {
    TestClient client(server->port());
    client.send(request);
    const Answer answer = client.read_answer();
    EXPECT_GE(answer.status, 400) << request;
    EXPECT_EQ(answer.header("X-Frame-Options"), "DENY") << request;
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff") << request;
    const std::size_t first = answer.head.find("nosniff");
    EXPECT_EQ(answer.head.find("nosniff", first + 1), std::string::npos) << "said once";
  }
  TestClient client(server->port());
  client.send(get("/answer"));
  EXPECT_EQ(client.read_answer().header("X-Frame-Options"), "") << "a handler says its own";
}

TEST(Server, AReplyMayComeLaterFromAnotherThreadAndCountsOnce) {
  std::vector<std::thread> threads;
  std::mutex mutex;
  const auto server = start({}, [&](const Request& request, const Reply& reply) {
    const std::lock_guard lock(mutex);
    threads.emplace_back([path = request.path, reply] {
      reply(plain("first " + path));
      reply(plain("second " + path));
    });
  });
  TestClient client(server->port());
  client.send(get("/1") + get("/2"));
  EXPECT_EQ(client.read_answer().body, "first /1");
  EXPECT_EQ(client.read_answer().body, "first /2");
  const std::lock_guard lock(mutex);
  for (std::thread& thread : threads) thread.join();
}

TEST(Server, ADroppedReplyAndAnExceptionAre500) {
  const auto server = start({}, [](const Request& request, const Reply&) {
    if (request.path == "/throw") throw std::runtime_error("bug");
  });
  TestClient client(server->port());
  client.send(get("/drop") + get("/throw"));
  EXPECT_EQ(client.read_answer().status, 500);
  EXPECT_EQ(client.read_answer().status, 500);
}

TEST(Server, AHeaderCannotBeSmuggledIntoAResponse) {
  const auto server = start({}, [](const Request&, const Reply& reply) {
    reply(plain("x").with("X-Name", "a\r\nSet-Cookie: b=1"));
  });
  TestClient client(server->port());
  client.send(get("/"));
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.header("Set-Cookie"), "");
}

TEST(Server, FastAnswersOnItsOwnAndPassesTheRestOn) {
  const auto shared = std::make_shared<const std::string>(std::string(3'000'000, 'x'));
  const Fast fast = [&](const Request& request) -> std::optional<Response> {
    if (request.path != "/big") return std::nullopt;
    Response response;
    response.shared_body = shared;
    return response;
  };
  const auto server = start({}, echo, fast);
  TestClient client(server->port());
  client.send(get("/big") + get("/y"));
  EXPECT_EQ(client.read_answer().body, *shared);
  EXPECT_EQ(client.read_answer().body, "GET /y ");
  EXPECT_EQ(shared.use_count(), 1);
}

TEST(Server, WhatManyWaitForIsMadeOnce) {
  Settings settings;
  settings.workers = 1;
  std::atomic<bool> is_made{false};
  std::atomic<int> passed_on{0};
  std::atomic<int> made{0};
  std::promise<void> all_wait;
  const Fast fast = [&](const Request&) -> std::optional<Response> {
    if (is_made) return plain("ready");
    if (++passed_on == 6) all_wait.set_value();  // the first once more by its worker
    return std::nullopt;
  };
  const auto server = start(
      settings,
      [&](Request, const Reply& reply) {
        if (++made == 1) all_wait.get_future().get();
        is_made = true;
        reply(plain("made"));
      },
      fast);
  std::vector<std::unique_ptr<TestClient>> clients;
  for (int n = 0; n < 5; ++n) {
    clients.push_back(std::make_unique<TestClient>(server->port()));
    clients.back()->send(get("/"));
  }
  std::vector<std::string> bodies;
  for (const auto& client : clients) bodies.push_back(client->read_answer().body);
  EXPECT_EQ(made, 1);
  EXPECT_EQ(std::count(bodies.begin(), bodies.end(), "ready"), 4);
}

TEST(Server, SeveralIoThreadsServeManyClients) {
  Settings settings;
  settings.io_threads = 3;
  const auto server = start(settings);
  std::vector<std::thread> clients;
  std::atomic<int> right{0};
  for (int c = 0; c < 8; ++c) {
    clients.emplace_back([&, c] {
      TestClient client(server->port());
      for (int n = 0; n < 50; ++n) {
        const std::string path = "/" + std::to_string(c) + "/" + std::to_string(n);
        client.send(get(path));
        if (client.read_answer().body == "GET " + path + " ") ++right;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(right, 400);
}

TEST(Server, AnAddressThatIsTakenIsAProblemThatNamesIt) {
  const auto server = start({});
  Settings settings;
  settings.port = server->port();
  const auto second = serve(settings, nullptr, echo);
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code, Code::Unavailable);
  EXPECT_THAT(second.error().text.vi, HasSubstr(std::to_string(server->port())));
  settings.address = "not an address";
  EXPECT_FALSE(serve(settings, nullptr, echo).has_value());
}

TEST(Server, StopAnswersWhatIsBeingHandled) {
  std::promise<void> started;
  std::promise<void> may_end;
  auto end = may_end.get_future().share();
  const auto server = start({}, [&](const Request&, const Reply& reply) {
    started.set_value();
    end.wait();
    reply(plain("in time"));
  });
  TestClient idle(server->port());
  TestClient client(server->port());
  client.send(get("/"));
  started.get_future().wait();
  std::thread stopping([&] { server->stop(seconds(5)); });
  EXPECT_TRUE(idle.closed());  // the stop has begun
  may_end.set_value();
  const Answer answer = client.read_answer();
  EXPECT_EQ(answer.body, "in time");
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(client.closed());
  stopping.join();
  TestClient late(server->port());
  EXPECT_FALSE(late.connected());
}

TEST(Server, AReplyAfterTheServerIsGoneDoesNothing) {
  Reply kept;
  std::promise<void> seen;
  auto server = start({}, [&](const Request&, const Reply& reply) {
    kept = reply;
    seen.set_value();
  });
  TestClient client(server->port());
  client.send(get("/"));
  seen.get_future().wait();
  server.reset();
  kept(plain("too late"));
  EXPECT_TRUE(client.closed());
}

}  // namespace
}  // namespace lantoa::http
