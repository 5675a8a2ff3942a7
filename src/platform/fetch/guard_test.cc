// What a server may ask of an address that somebody typed. A listener of our own says who came.
#include "platform/fetch/public_address.h"
#include "platform/fetch/testing_peer.h"

namespace lantoa::fetch {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr Limits short_limits{std::chrono::milliseconds{2'000}, std::chrono::milliseconds{4'000},
                              64UL * 1024};

std::string port_of(const TestingPeer& peer) {
  const std::string url = peer.url("");
  return url.substr(url.rfind(':') + 1);
}

bool is_public(const std::string& text) {
  unsigned char bytes[16];
  if (inet_pton(AF_INET, text.c_str(), bytes) == 1) return fetch::is_public({bytes, 4});
  EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), bytes), 1) << text;
  return fetch::is_public({bytes, 16});
}

TEST(Guard, InsidesAreNotPublicToTheirLastAddress) {
  for (const char* inside : {"0.0.0.0",
                             "0.255.255.255",
                             "10.0.0.0",
                             "10.255.255.255",
                             "100.64.0.0",
                             "100.127.255.255",
                             "127.0.0.1",
                             "127.255.255.255",
                             "169.254.0.0",
                             "169.254.169.254",
                             "172.16.0.0",
                             "172.31.255.255",
                             "192.0.0.8",
                             "192.0.2.1",
                             "192.88.99.1",
                             "192.168.0.0",
                             "192.168.255.255",
                             "198.18.0.0",
                             "198.19.255.255",
                             "198.51.100.7",
                             "203.0.113.7",
                             "224.0.0.1",
                             "239.255.255.255",
                             "240.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "::ffff:127.0.0.1",
                             "::ffff:10.1.2.3",
                             "64:ff9b::10.0.0.1",
                             "64:ff9b:1::1",
                             "100::1",
                             "2001::1",
                             "2001:1ff:ffff::1",
                             "2001:db8::1",
                             "2002:7f00:1::1",
                             "3fff:fff::1",
                             "4000::1",
                             "fc00::1",
                             "fdff::1",
                             "fe80::1",
                             "fec0::1",
                             "ff02::1"}) {
    EXPECT_FALSE(is_public(inside)) << inside;
  }
  for (const char* outside :
       {"1.1.1.1",         "9.255.255.255",   "11.0.0.0",         "100.63.255.255",
        "100.128.0.0",     "126.255.255.255", "128.0.0.0",        "169.253.255.255",
        "169.255.0.0",     "172.15.255.255",  "172.32.0.0",       "192.0.1.255",
        "192.167.255.255", "192.169.0.0",     "198.17.255.255",   "198.20.0.0",
        "223.255.255.255", "::ffff:1.1.1.1",  "64:ff9b::1.1.1.1", "2001:200::1",
        "2606:4700::1",    "3ffe:ffff::1"}) {
    EXPECT_TRUE(is_public(outside)) << outside;
  }
  EXPECT_FALSE(fetch::is_public({}));
}

// Every spelling that a resolver takes for this machine or for some inside.
std::vector<std::string> inside_urls(const std::string& port) {
  std::vector<std::string> hosts{"127.0.0.1",
                                 "localhost",
                                 "127.1",
                                 "127.0.1",
                                 "2130706433",
                                 "0x7f000001",
                                 "0x7f.0.0.1",
                                 "0177.0.0.1",
                                 "017700000001",
                                 "0x7f.1",
                                 "127.0.0.01",
                                 "0",
                                 "0.0.0.0",
                                 "[::1]",
                                 "[::]",
                                 "[0:0:0:0:0:0:0:1]",
                                 "[::ffff:127.0.0.1]",
                                 "[::ffff:7f00:1]",
                                 "[::127.0.0.1]",
                                 "[64:ff9b::127.0.0.1]",
                                 "[fe80::1]",
                                 "[fc00::1]",
                                 "[fd12:3456::1]",
                                 "[2002:7f00:1::]",
                                 "LOCALHOST",
                                 "127.0.0.1.",
                                 "localhost.",
                                 "%31%32%37.0.0.1",
                                 "①②⑦.0.0.1",
                                 "127。0。0。1"};
  for (int i = 0; i < 10; ++i) {
    const std::string n = std::to_string(i * 25);
    for (const char* net : {"127.", "10.", "100.64.", "169.254.", "172.16.", "172.31.", "192.168.",
                            "198.18.", "203.0.113.", "240."}) {
      std::string host = net + n;
      while (std::count(host.begin(), host.end(), '.') < 3) host += "." + n;
      hosts.push_back(host);
    }
  }
  std::vector<std::string> out;
  for (const std::string& host : hosts) {
    out.push_back("http://" + host + ":" + port + "/");
    out.push_back("http://" + host + "/");
    out.push_back("https://" + host + ":" + port + "/x?y=1.1.1.1");
  }
  for (const std::string& odd : std::vector<std::string>{
           "http://1.1.1.1@127.0.0.1:" + port + "/", "http://a:b@127.0.0.1:" + port + "/",
           "http://127.0.0.1:" + port + "#@1.1.1.1/", "http://127.0.0.1:" + port + "\\@1.1.1.1/",
           "http://127.0.0.1:" + port + "/\r\nHost: 1.1.1.1", "gopher://127.0.0.1:" + port + "/_x",
           "file:///etc/passwd", "dict://127.0.0.1:" + port + "/x", "ftp://127.0.0.1:" + port + "/",
           "//127.0.0.1:" + port + "/", "127.0.0.1:" + port, "http:///"}) {
    out.push_back(odd);
  }
  return out;
}

TEST(Guard, NoSpellingOfAnInsideIsConnectedTo) {
  TestingPeer peer(answer_of("200 OK", "secret"));
  const auto urls = inside_urls(port_of(peer));
  EXPECT_GE(urls.size(), 300U);
  for (const std::string& url : urls) EXPECT_FALSE(send_guarded(url, {}, short_limits)) << url;
  EXPECT_THAT(peer.heard(), IsEmpty());
}

TEST(Guard, TheListenerHearsWhoIsAllowed) {
  TestingPeer peer(answer_of("200 OK", "<p>Xin chào</p>"));
  const Guard guard{{"127.0.0.1:" + port_of(peer)}, "Lan Toa"};
  const auto answer = send_guarded(peer.url("/a"), guard, short_limits);
  ASSERT_TRUE(answer) << answer.error().text.en;
  EXPECT_EQ(answer->body, "<p>Xin chào</p>");
  EXPECT_EQ(answer->url, peer.url("/a"));
  ASSERT_THAT(peer.heard(), SizeIs(1));
  EXPECT_THAT(peer.heard()[0], HasSubstr("\r\nUser-Agent: Lan Toa\r\n"));
  EXPECT_THAT(peer.heard()[0], Not(HasSubstr("Cookie")));
}

TEST(Guard, WhereItMayNotGoIsForbidden) {
  TestingPeer peer(answer_of("200 OK", "secret"));
  const auto answer = send_guarded(peer.url(), {}, short_limits);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::Forbidden);
  EXPECT_THAT(answer.error().text.vi, HasSubstr("mạng công khai"));
}

TEST(Guard, ARedirectIsJudgedLikeTheFirstAddress) {
  TestingPeer inside(answer_of("200 OK", "secret"));
  TestingPeer leading(answer_of("302 Found", "", "Location: " + inside.url("/b") + "\r\n"));
  const std::string first = "127.0.0.1:" + port_of(leading);
  const auto refused = send_guarded(leading.url(), {{first}, {}}, short_limits);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Forbidden);
  EXPECT_THAT(inside.heard(), IsEmpty());

  const Guard both{{first, "127.0.0.1:" + port_of(inside)}, {}};
  const auto followed = send_guarded(leading.url(), both, short_limits);
  ASSERT_TRUE(followed) << followed.error().text.en;
  EXPECT_EQ(followed->body, "secret");
  EXPECT_EQ(followed->url, inside.url("/b"));
  EXPECT_THAT(inside.heard(), SizeIs(1));
}

TEST(Guard, RedirectsLeadToNoOtherProtocolAndToAnEnd) {
  for (const char* to : {"file:///etc/passwd", "gopher://127.0.0.1/_x", "ftp://127.0.0.1/"}) {
    TestingPeer leading(answer_of("302 Found", "", std::string("Location: ") + to + "\r\n"));
    const Guard guard{{"127.0.0.1:" + port_of(leading)}, {}};
    EXPECT_FALSE(send_guarded(leading.url(), guard, short_limits)) << to;
  }
  TestingPeer round(answer_of("302 Found", "", "Location: /x\r\n"));
  EXPECT_FALSE(send_guarded(round.url(), {{"127.0.0.1:" + port_of(round)}, {}}, short_limits));
  EXPECT_THAT(round.heard(), SizeIs(6));
}

// Where nothing listens there is no answer anyhow: that it was not tried is said by the code.
TEST(Guard, AnAddressOfAnInsideIsForbiddenBeforeItIsTried) {
  for (const char* inside : {"http://10.0.0.1/", "https://192.168.1.1/",
                             "http://169.254.169.254/latest", "http://[::1]/", "http://[fd00::1]/",
                             "http://[::ffff:10.0.0.1]/", "http://2130706433/", "http://0x7f.1/"}) {
    const auto answer = send_guarded(inside, {}, short_limits);
    ASSERT_FALSE(answer) << inside;
    EXPECT_EQ(answer.error().code, Code::Forbidden) << inside;
  }
  const auto other_port = send_guarded("http://1.1.1.1:8080/", {}, short_limits);
  ASSERT_FALSE(other_port);
  EXPECT_EQ(other_port.error().code, Code::Forbidden) << "80 and 443 only";
}

TEST(Guard, NoProxyIsAsked) {
  TestingPeer proxy(answer_of("200 OK", "by the proxy"));
  TestingPeer peer(answer_of("200 OK", "itself"));
  const std::string place = "http://127.0.0.1:" + port_of(proxy);
  ::setenv("http_proxy", place.c_str(), 1);
  ::setenv("all_proxy", place.c_str(), 1);
  const auto answer = send_guarded(peer.url(), {{"127.0.0.1:" + port_of(peer)}, {}}, short_limits);
  ::unsetenv("http_proxy");
  ::unsetenv("all_proxy");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "itself");
  EXPECT_THAT(proxy.heard(), IsEmpty());
}

TEST(Guard, ARedirectBringsNoPassword) {
  TestingPeer inside(answer_of("200 OK", "secret"));
  const std::string place = "127.0.0.1:" + port_of(inside);
  TestingPeer leading(answer_of("302 Found", "", "Location: http://a:b@" + place + "/\r\n"));
  EXPECT_FALSE(
      send_guarded(leading.url(), {{"127.0.0.1:" + port_of(leading), place}, {}}, short_limits));
  EXPECT_THAT(inside.heard(), IsEmpty());
}

TEST(Guard, APlaceIsAnAddressWithAPort) {
  EXPECT_EQ(*read_place("10.1.2.3:8080"), "10.1.2.3:8080");
  EXPECT_EQ(*read_place("[FD00:0::1]:80"), "[fd00::1]:80");
  for (const char* wrong : {"10.1.2.3", "10.1.2.3:", "10.1.2.3:0", "10.1.2.3:65536", "x.noibo:80",
                            "fd00::1:80", "[fd00::1]", "10.1.2:80", "", ":80", "10.1.2.3:80x"}) {
    EXPECT_FALSE(read_place(wrong)) << wrong;
  }
}

TEST(Guard, ALongAnswerIsNotKept) {
  TestingPeer peer(answer_of("200 OK", std::string(70'000, 'x')));
  const auto answer = send_guarded(peer.url(), {{"127.0.0.1:" + port_of(peer)}, {}}, short_limits);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::TooLarge);
}

}  // namespace
}  // namespace lantoa::fetch
