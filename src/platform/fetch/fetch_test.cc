// Requests against a peer of our own on this machine, which answers as each case says.
#include "platform/fetch/testing_peer.h"

namespace lantoa::fetch {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Fetch, AGetIsAnswered) {
  TestingPeer peer(
      answer_of("200 OK", "{\"a\":1}", "Content-Type: application/json\r\nX-Two:  b \r\n"));
  const auto answer = send({Method::Get, peer.url("/a?b=c"), {{"Accept-Language", "vi"}}});
  ASSERT_TRUE(answer) << answer.error().text.en;
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "{\"a\":1}");
  EXPECT_EQ(answer->header("content-type"), "application/json");
  EXPECT_EQ(answer->header("x-two"), "b");
  EXPECT_EQ(answer->header("x-three"), "");
  ASSERT_EQ(peer.heard().size(), 1U);
  EXPECT_THAT(peer.heard()[0], testing::StartsWith("GET /a?b=c HTTP/1.1\r\n"));
  EXPECT_THAT(peer.heard()[0], HasSubstr("\r\nAccept-Language: vi\r\n"));
}

TEST(Fetch, APostBringsItsBodyAtOnce) {
  TestingPeer peer(answer_of("201 Created", ""));
  const std::string body(3'000'000, 'x');
  const auto answer =
      send({Method::Post, peer.url(), {{"Content-Type", "application/json"}}, body});
  ASSERT_TRUE(answer) << answer.error().text.en;
  EXPECT_EQ(answer->status, 201);
  const std::string heard = peer.heard().at(0);
  EXPECT_THAT(heard, testing::StartsWith("POST /x HTTP/1.1\r\n"));
  EXPECT_THAT(heard.substr(0, heard.find("\r\n\r\n")), Not(HasSubstr("Expect")));
  EXPECT_TRUE(heard.ends_with("\r\n\r\n" + body));
}

TEST(Fetch, ARefusalIsAnAnswerAndARedirectIsNotFollowed) {
  TestingPeer refusing(answer_of("404 Not Found", "no"));
  const auto refused = send({Method::Get, refusing.url()});
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 404);
  EXPECT_EQ(refused->body, "no");
  TestingPeer moved(answer_of("303 See Other", "", "Location: /elsewhere\r\n"));
  const auto answer = send({Method::Get, moved.url()});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 303);
  EXPECT_EQ(answer->header("location"), "/elsewhere");
  EXPECT_EQ(moved.heard().size(), 1U);
}

TEST(Fetch, WhatIsLongerThanTheLimitIsTooLarge) {
  TestingPeer peer(answer_of("200 OK", std::string(5000, 'x')));
  const auto answer = send({Method::Get, peer.url()}, {.answer_bytes_max = 4999});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::TooLarge);
  EXPECT_TRUE(send({Method::Get, peer.url()}, {.answer_bytes_max = 5000}));
}

TEST(Fetch, NoAnswerIsUnavailableAndNamesTheAddress) {
  std::string gone;
  {
    const TestingPeer peer("");
    gone = peer.url("/secret");
  }
  const std::string origin = gone.substr(0, gone.find("/secret"));
  TestingPeer silent("");
  TestingPeer broken("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
  for (const auto& [url, named] : {std::pair{gone, origin}, std::pair{silent.url(), silent.url("")},
                                   std::pair{broken.url(), broken.url("")}}) {
    const auto answer = send({Method::Get, url});
    ASSERT_FALSE(answer) << url;
    EXPECT_EQ(answer.error().code, Code::Unavailable);
    for (const std::string& said : {answer.error().text.vi, answer.error().text.en}) {
      EXPECT_THAT(said, HasSubstr(named));
      EXPECT_THAT(said, Not(HasSubstr("secret")));
    }
  }
}

TEST(Fetch, APeerThatHangsIsGivenUp) {
  // Listens, but nobody accepts.
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(::listen(listener, 8), 0);
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  const std::string url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/";
  const Limits brief{.whole = std::chrono::milliseconds(300)};
  const auto answer = send({Method::Get, url}, brief);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::Unavailable);
  EXPECT_THAT(answer.error().text.en, HasSubstr("too long"));
  ::close(listener);
}

TEST(Fetch, AStreamPassesOnWhatIsGoodAndKeepsRefusals) {
  const std::string lines(300'000, 'x');
  TestingPeer good(answer_of("200 OK", lines));
  std::string seen;
  const auto keep = [&](std::string_view part) {
    seen += part;
    return true;
  };
  // The limit is of what is kept.
  const auto answer = stream({Method::Get, good.url()}, keep, {.answer_bytes_max = 10});
  ASSERT_TRUE(answer) << answer.error().text.en;
  EXPECT_EQ(seen, lines);
  EXPECT_EQ(answer->body, "");
  TestingPeer refusing(answer_of("403 Forbidden", "why"));
  seen.clear();
  const auto refused = stream({Method::Get, refusing.url()}, keep);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 403);
  EXPECT_EQ(refused->body, "why");
  EXPECT_EQ(seen, "");
}

TEST(Fetch, AStreamEndsWhenNoMoreIsWanted) {
  TestingPeer peer(answer_of("200 OK", std::string(300'000, 'x')));
  int parts = 0;
  const auto answer = stream({Method::Get, peer.url()}, [&](std::string_view) {
    ++parts;
    return false;
  });
  ASSERT_TRUE(answer) << answer.error().text.en;
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(parts, 1);
}

TEST(Fetch, OnlyHttpAddressesWithoutAPassword) {
  for (const char* url : {"", "x", "127.0.0.1:8080", "file:///etc/passwd", "ftp://a/", "http://",
                          "http://u:p@a/", "http://127.0.0.1@a/", "https://u@a/"}) {
    const auto answer = send({Method::Get, url});
    ASSERT_FALSE(answer) << url;
    EXPECT_EQ(answer.error().code, Code::Invalid) << url;
  }
}

TEST(Fetch, APeerIsKnownByItsAddress) {
  const auto far = peer_of("https://phobien.example.vn:8443/a?b");
  ASSERT_TRUE(far);
  EXPECT_EQ(far->origin, "https://phobien.example.vn:8443");
  EXPECT_TRUE(far->is_encrypted);
  EXPECT_FALSE(far->is_this_machine);
  for (const char* near : {"http://127.0.0.1:8080", "http://localhost/", "http://[::1]:80/x"}) {
    EXPECT_TRUE(peer_of(near).value().is_this_machine) << near;
    EXPECT_FALSE(peer_of(near).value().is_encrypted) << near;
  }
  EXPECT_FALSE(peer_of("http://127.0.0.1.example.vn/").value().is_this_machine);
}

TEST(Fetch, AHeaderCannotBringAnother) {
  TestingPeer peer(answer_of("200 OK", ""));
  const auto answer = send({Method::Get, peer.url(), {{"A", "b\r\nCookie: c"}}});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::Invalid);
  EXPECT_TRUE(peer.heard().empty());
}

}  // namespace
}  // namespace lantoa::fetch
