// Whom the server believes about visitors: lists of proxies, and the walk through what they say.
#include "platform/http/proxies.h"

#include <gmock/gmock.h>

#include "platform/http/test_client.h"

namespace lantoa::http {
namespace {

Proxies trusting(std::string_view list) {
  Proxies proxies;
  EXPECT_TRUE(proxies.add(list)) << list;
  return proxies;
}

Request from(std::string peer, const std::vector<std::string>& lines) {
  Request request;
  request.peer = std::move(peer);
  for (const std::string& line : lines) request.headers.emplace_back("x-forwarded-for", line);
  return request;
}

TEST(Proxies, AnAddressOrANetworkOfEitherKind) {
  const Proxies some = trusting("10.0.0.5, 10.1.0.0/16,2001:db8:1::/48 ,fd00::7");
  for (const char* in : {"10.0.0.5", "10.1.0.0", "10.1.255.255", "2001:db8:1:ffff::1", "fd00::7"}) {
    EXPECT_TRUE(some.contain(in)) << in;
  }
  for (const char* out : {"10.0.0.4", "10.0.0.6", "10.2.0.0", "10.0.255.255", "2001:db8:2::",
                          "fd00::8", "127.0.0.1", "::1", "", "peer", "10.0.0.5:80"}) {
    EXPECT_FALSE(some.contain(out)) << out;
  }
  const Proxies odd = trusting("10.0.0.128/25,10.64.0.0/10,fe80::/10");
  for (const char* in : {"10.0.0.255", "10.127.1.1", "febf::1"}) EXPECT_TRUE(odd.contain(in)) << in;
  for (const char* out : {"10.0.0.127", "10.128.0.0", "fec0::"}) {
    EXPECT_FALSE(odd.contain(out)) << out;
  }
}

TEST(Proxies, ListsAddUp) {
  Proxies both;
  EXPECT_TRUE(both.empty());
  EXPECT_TRUE(both.add("10.0.0.5"));
  EXPECT_TRUE(both.add("127.0.0.1,::1"));
  EXPECT_FALSE(both.empty());
  for (const char* in : {"10.0.0.5", "127.0.0.1", "::1"}) EXPECT_TRUE(both.contain(in)) << in;
}

TEST(Proxies, AnAddressOfIPv4IsTheSameAsIPv6MapsIt) {
  EXPECT_TRUE(trusting("10.0.0.5").contain("::ffff:10.0.0.5"));
  EXPECT_TRUE(trusting("::ffff:10.0.0.5").contain("10.0.0.5"));
  const Proxies network = trusting("::ffff:10.1.0.0/112");
  EXPECT_TRUE(network.contain("10.1.2.3"));
  EXPECT_FALSE(network.contain("10.2.0.0"));
  // No network of IPv6 holds those of IPv4 by accident.
  EXPECT_FALSE(trusting("::/8").contain("10.0.0.5"));
  EXPECT_TRUE(trusting("::/8").contain("::1"));
}

TEST(Proxies, WhatIsNoNetworkIsNamedAndNothingAdded) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "“”"},
      {"proxy.example", "“proxy.example”"},
      {"10.0.0.5,,10.0.0.6", "“”"},
      {"10.0.0.5:80", "“10.0.0.5:80”"},
      {"[::1]", "“[::1]”"},
      {"10.0.0", "“10.0.0”"},
      {"10.0.0.05", "“10.0.0.05”"},
      {"10.0.0.5/", "“10.0.0.5/”"},
      {"10.0.0.0/33", "“10.0.0.0/33”"},
      {"10.0.0.0/-1", "“10.0.0.0/-1”"},
      {"10.0.0.0/8/8", "“10.0.0.0/8/8”"},
      {"10.0.0.0/255.0.0.0", "“10.0.0.0/255.0.0.0”"},
      {"fd00::/129", "“fd00::/129”"},
      {"fe80::1%eth0", "“fe80::1%eth0”"},
      {std::string("10.0.0.5\0", 9), "10.0.0.5"},
      // Half of it would be trusted by mistake.
      {"10.1.2.3/16", "10.1.0.0/16"},
      {"2001:db8::1/32", "2001:db8::/32"},
      // Then anybody could say that he is anybody.
      {"0.0.0.0/0", "“0.0.0.0/0”"},
      {"::ffff:0.0.0.0/96", "“::ffff:0.0.0.0/96”"},
      {"::/0", "“::/0”"},
  };
  for (const auto& [list, named] : cases) {
    Proxies proxies;
    const auto added = proxies.add("192.0.2.1," + list);
    ASSERT_FALSE(added) << list;
    EXPECT_EQ(added.error().code, Code::Invalid);
    EXPECT_THAT(added.error().text.vi, testing::HasSubstr(named));
    EXPECT_THAT(added.error().text.en, testing::HasSubstr(named));
    EXPECT_TRUE(proxies.empty()) << list;
  }
}

TEST(Proxies, AnUntrustedPeerIsNotBelieved) {
  const std::vector<std::string> said{"198.51.100.7", "10.0.0.5"};
  EXPECT_EQ(Proxies().visitor(from("10.0.0.5", said)), "10.0.0.5");
  const Proxies proxies = trusting("10.0.0.5");
  EXPECT_EQ(proxies.visitor(from("203.0.113.9", said)), "203.0.113.9");
  EXPECT_EQ(proxies.visitor(from("127.0.0.1", said)), "127.0.0.1") << "loopback has to be named";
  EXPECT_EQ(proxies.visitor(from("::1", said)), "::1");
  EXPECT_EQ(proxies.visitor(from("peer", said)), "peer");
}

TEST(Proxies, TheVisitorIsTheLastOneWhoIsNoProxy) {
  const Proxies proxies = trusting("10.0.0.5,10.1.0.0/16,127.0.0.1");
  const auto visitor = [&](const std::vector<std::string>& lines) {
    return proxies.visitor(from("10.0.0.5", lines));
  };
  EXPECT_EQ(visitor({"203.0.113.9"}), "203.0.113.9");
  EXPECT_EQ(visitor({"203.0.113.9, 10.1.2.3"}), "203.0.113.9");
  EXPECT_EQ(visitor({"203.0.113.9,10.1.2.3,\t127.0.0.1 "}), "203.0.113.9");
  // What the visitor wrote himself stands before.
  EXPECT_EQ(visitor({"198.51.100.7, 203.0.113.9"}), "203.0.113.9");
  EXPECT_EQ(visitor({"10.0.0.5, 203.0.113.9"}), "203.0.113.9");
  EXPECT_EQ(visitor({"x, 198.51.100.7, 203.0.113.9, 10.1.2.3"}), "203.0.113.9");
  // Several lines are one list, in their order (RFC 9110 section 5.3).
  EXPECT_EQ(visitor({"198.51.100.7", "203.0.113.9"}), "203.0.113.9");
  EXPECT_EQ(visitor({"198.51.100.7", "203.0.113.9", "10.1.2.3"}), "203.0.113.9");
  EXPECT_EQ(visitor({"198.51.100.7, 203.0.113.9", "10.1.2.3, 10.1.2.4"}), "203.0.113.9");
  // Empty elements are none (section 5.6.1).
  EXPECT_EQ(visitor({"198.51.100.7, 203.0.113.9, , ", "", ",10.1.2.3,"}), "203.0.113.9");
}

TEST(Proxies, WithoutAVisitorItIsTheFarthestProxy) {
  const Proxies proxies = trusting("10.0.0.5,10.1.0.0/16");
  EXPECT_EQ(proxies.visitor(from("10.0.0.5", {})), "10.0.0.5");
  EXPECT_EQ(proxies.visitor(from("10.0.0.5", {"", " , "})), "10.0.0.5");
  EXPECT_EQ(proxies.visitor(from("10.0.0.5", {"10.1.2.3, 10.1.2.4"})), "10.1.2.3");
}

TEST(Proxies, WhatIsNoAddressEndsTheWalk) {
  const Proxies proxies = trusting("10.0.0.5,10.1.0.0/16");
  for (const char* bad :
       {"unknown",
        "_hidden",
        "unix:",
        "203.0.113",
        "203.0.113.9.1",
        "203.0.113.256",
        "203.0.113.09",
        "203.0.113.9:",
        "203.0.113.9:x",
        "203.0.113.9:65536",
        "203.0.113.9:80:80",
        "203.0.113.9 1",
        ":80",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1]80",
        "[2001:db8::1]:",
        "[203.0.113.9]:80",
        "[]",
        "\"203.0.113.9\"",
        "\"[2001:db8::1]:80\"",
        "for=203.0.113.9",
        "fe80::1%eth0",
        "203.0.113.9/32",
        "1::2::3",
        "2001:0db8:0000:0000:0000:0000:0000:0001:0000:0000:0000:0000:0000:0000:0000:0000"}) {
    const std::string one = bad;
    EXPECT_EQ(proxies.visitor(from("10.0.0.5", {one})), "10.0.0.5") << one;
    EXPECT_EQ(proxies.visitor(from("10.0.0.5", {"198.51.100.7, " + one + ", 10.1.2.3"})),
              "10.1.2.3")
        << one;
    EXPECT_EQ(proxies.visitor(from("10.0.0.5", {one + ", 203.0.113.9"})), "203.0.113.9") << one;
  }
}

TEST(Proxies, AnAddressIsWrittenInOneWay) {
  const Proxies proxies = trusting("10.0.0.5");
  const std::vector<std::pair<std::string, std::string>> cases{
      {"203.0.113.9:4711", "203.0.113.9"},        {"203.0.113.9:0", "203.0.113.9"},
      {"::ffff:203.0.113.9", "203.0.113.9"},      {"::FFFF:cb00:7109", "203.0.113.9"},
      {"[::ffff:203.0.113.9]:80", "203.0.113.9"}, {"2001:DB8:0:0::9", "2001:db8::9"},
      {"[2001:db8::9]", "2001:db8::9"},           {"[2001:db8::9]:65535", "2001:db8::9"},
  };
  for (const auto& [said, visitor] : cases) {
    EXPECT_EQ(proxies.visitor(from("10.0.0.5", {said})), visitor) << said;
    EXPECT_EQ(proxies.visitor(from("::ffff:10.0.0.5", {said + ", 10.0.0.5:80"})), visitor) << said;
  }
}

// Limits do not count this machine; another one's own loop is that other one.
TEST(Proxies, TheLoopOfAnotherMachineIsThatMachine) {
  const Proxies far = trusting("10.0.0.5");
  for (const char* loop : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "[::1]:80"}) {
    EXPECT_EQ(far.visitor(from("10.0.0.5", {std::string("203.0.113.9, ") + loop})), "10.0.0.5")
        << loop;
  }
  const Proxies both = trusting("10.0.0.5,127.0.0.1");
  EXPECT_EQ(both.visitor(from("10.0.0.5", {"127.0.0.1"})), "10.0.0.5");
  EXPECT_EQ(both.visitor(from("10.0.0.5", {"203.0.113.9, 127.0.0.1"})), "203.0.113.9");
  EXPECT_EQ(both.visitor(from("127.0.0.1", {"127.0.0.1"})), "127.0.0.1");
  EXPECT_EQ(both.visitor(from("127.0.0.1", {"127.0.0.1, 10.0.0.5"})), "10.0.0.5");
}

TEST(Proxies, OtherHeadersAreNotBelieved) {
  Request request = from("10.0.0.5", {});
  for (const char* name : {"forwarded", "x-real-ip", "x-client-ip", "client-ip", "x_forwarded_for",
                           "true-client-ip", "cf-connecting-ip", "x-forwarded"}) {
    request.headers.emplace_back(name, "198.51.100.7");
  }
  request.headers.emplace_back("forwarded", "for=198.51.100.7");
  const Proxies proxies = trusting("10.0.0.5");
  EXPECT_EQ(proxies.visitor(request), "10.0.0.5");
  request.headers.emplace_back("x-forwarded-for", "203.0.113.9");
  EXPECT_EQ(proxies.visitor(request), "203.0.113.9");
}

// What a server's handler is told of whom a request on this machine comes from.
std::string told(const std::string& trusted, const std::string& lines) {
  Settings settings;
  if (!trusted.empty()) settings.proxies = trusting(trusted);
  const auto server = start(
      settings, [](const Request& request, const Reply& reply) { reply(plain(request.peer)); });
  TestClient client(server->port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n");
  return client.read_answer().body;
}

TEST(Proxies, TheServerTellsTheVisitor) {
  const std::string lines = "X-Forwarded-For: 198.51.100.7\r\nx-forwarded-for: 203.0.113.9\r\n";
  EXPECT_EQ(told("", lines), "127.0.0.1");
  EXPECT_EQ(told("10.0.0.5", lines), "127.0.0.1");
  EXPECT_EQ(told("127.0.0.1", lines), "203.0.113.9");
  EXPECT_EQ(told("127.0.0.1", ""), "127.0.0.1");
}

TEST(Proxies, EachRequestOfAConnectionHasItsVisitor) {
  Settings settings;
  settings.proxies = trusting("127.0.0.0/8");
  const Fast fast = [](const Request& request) -> std::optional<Response> {
    return plain(request.peer);
  };
  const auto server = start(settings, echo, fast);
  TestClient client(server->port());
  const std::string head = "GET / HTTP/1.1\r\n" + host;
  client.send(head + "X-Forwarded-For: 203.0.113.9\r\n\r\n" + head + "\r\n" + head +
              "X-Forwarded-For: 2001:db8::9\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "203.0.113.9");
  EXPECT_EQ(client.read_answer().body, "127.0.0.1");
  EXPECT_EQ(client.read_answer().body, "2001:db8::9");
}

TEST(Proxies, ATrailerNamesNoVisitor) {
  Settings settings;
  settings.proxies = trusting("127.0.0.1");
  const auto server = start(
      settings, [](const Request& request, const Reply& reply) { reply(plain(request.peer)); });
  TestClient client(server->port());
  client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\n"
      "Transfer-Encoding: chunked\r\n\r\n0\r\nX-Forwarded-For: 198.51.100.7\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "203.0.113.9");
}

}  // namespace
}  // namespace lantoa::http
