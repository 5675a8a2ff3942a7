#include "platform/http/parse.h"

#include "platform/http/negotiate.h"
#include "platform/http/target.h"
#include "platform/http/text.h"
#include "platform/http/wire.h"

namespace lantoa::http {
namespace {

using State = Parser::State;

const Limits limits;

// The status a whole text is refused with; 0 when a request comes out; -1 when more is wanted.
int verdict(const std::string& bytes, const Limits& given = limits) {
  Parser parser(given, "peer");
  parser.feed(bytes);
  if (parser.state() == State::Refused) return parser.status();
  return parser.state() == State::Complete ? 0 : -1;
}

std::string with(const std::string& headers, const std::string& body = {}) {
  return "POST /x HTTP/1.1\r\n" + headers + "\r\n" + body;
}

struct Case {
  std::string bytes;
  int verdict;
};

TEST(Parse, WhatIsRefused) {
  const std::vector<Case> cases{
      {with("Host: a\r\n"), 0},
      {with("Host: a:8080\r\n"), 0},
      {with("Host: [::1]:80\r\n"), 0},
      {"GET / HTTP/1.0\r\n\r\n", 0},
      {"GET http://b.vn/x?y=1 HTTP/1.1\r\nHost: a\r\n\r\n", 0},
      {with("Host: a\r\nContent-Length: 2\r\n", "ab"), 0},
      {with("Host: a\r\nContent-Length: 2\r\n", "a"), -1},
      {with("Host: a\r\nTransfer-Encoding: Chunked\r\n", "1\r\na\r\n0\r\n\r\n"), 0},
      // Host
      {with(""), 400},
      {with("Host: a\r\nHost: a\r\n"), 400},
      {with("Host: a b\r\n"), 400},
      {with("Host: u@a\r\n"), 400},
      {with("Host: a/b\r\n"), 400},
      {with("Host: \r\n"), 400},
      // where the message ends
      {with("Host: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n"), 400},
      {with("Host: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n"), 400},
      {with("Host: a\r\nContent-Length: 2, 2\r\n"), 400},
      {with("Host: a\r\nContent-Length: +2\r\n"), 400},
      {with("Host: a\r\nContent-Length: 0x2\r\n"), 400},
      {with("Host: a\r\nContent-Length: \r\n"), 400},
      {with("Host: a\r\nContent-Length: 99999999999999999999999\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: gzip\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: gzip, chunked\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: chunked, gzip\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: xchunked\r\n"), 400},
      {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {with("Host: a\r\nTransfer-Encoding: chunked\r\n", "x\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: chunked\r\n", "1\r\nabcd\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\n"), 400},
      {with("Host: a\r\nTransfer-Encoding: chunked\r\n", "1\na\n0\n\n"), -1},
      // lines
      {with("Host: a\r\nX: 1\r\n 2\r\n"), 400},
      {with("Host: a\r\nX: 1\r\n\t2\r\n"), 400},
      {with("Host: a\r\nX : 1\r\n"), 400},
      {with("Host: a\r\nX\r\n"), 400},
      {with("Host: a\r\n: 1\r\n"), 400},
      {with("Host: a\r\nX: 1\n2\r\n"), 400},
      {with("Host: a\r\nX: 1\r2\r\n"), 400},
      {with(std::string("Host: a\r\nX: 1\0002\r\n", 17)), 400},
      {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.9\r\nHost: a\r\n\r\n", 400},
      {"GET /\r\nHost: a\r\n\r\n", 400},
      {"\x16\x03\x01", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n", 417},
      // targets
      {"GET x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a/%2e%2e HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a%0a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a% HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a?b=%x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET http:// HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET http://u@b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
  };
  for (const Case& c : cases) EXPECT_EQ(verdict(c.bytes), c.verdict) << c.bytes;
}

TEST(Parse, WhatIsNoTextInAQueryIsReplaced) {
  const Limits limits;  // of which the parser keeps a reference
  Parser parser(limits, "peer");
  parser.feed("GET /a?q=x%00y%ffz%c3%a9&%63=%ed%a0%80 HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_EQ(parser.state(), Parser::State::Complete);
  const Request request = parser.take();
  const std::string replaced = "\xEF\xBF\xBD";
  EXPECT_EQ(request.parameter("q"), "x" + replaced + "y" + replaced + "z\xC3\xA9");
  EXPECT_EQ(request.parameter("c"), replaced + replaced + replaced);
  EXPECT_EQ(verdict("GET /a?%00=1 HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
}

TEST(Parse, LimitsHaveTheirStatus) {
  Limits small;
  small.header_bytes_max = 200;
  small.target_bytes_max = 50;
  small.body_bytes_max = 10;
  const std::string long_name(200, 'a');
  EXPECT_EQ(verdict("GET /" + std::string(49, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", small), 0);
  EXPECT_EQ(verdict("GET /" + std::string(50, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", small), 414);
  EXPECT_EQ(verdict("GET /" + std::string(50, 'a'), small), 414);
  EXPECT_EQ(verdict(with("Host: a\r\nX: " + long_name + "\r\n"), small), 431);
  EXPECT_EQ(verdict("POST / HTTP/1.1\r\nX: " + long_name, small), 431);
  EXPECT_EQ(verdict(with("Host: a\r\nContent-Length: 10\r\n", "0123456789"), small), 0);
  EXPECT_EQ(verdict(with("Host: a\r\nContent-Length: 11\r\n"), small), 413);
  const std::string chunked = "Host: a\r\nTransfer-Encoding: chunked\r\n";
  EXPECT_EQ(verdict(with(chunked, "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n"), small), 0);
  EXPECT_EQ(verdict(with(chunked, "5\r\n01234\r\n6\r\n"), small), 413);
  EXPECT_EQ(verdict(with(chunked, "1;" + long_name), small), 431);
  EXPECT_EQ(verdict(with(chunked, "0\r\nX: " + long_name), small), 431);
  EXPECT_EQ(verdict(with(chunked, "0\r\nX: " + long_name + "\r\n\r\n"), small), 431);
  EXPECT_EQ(verdict(with(chunked, "1;" + long_name + "\r\na\r\n0\r\n\r\n"), small), 431);
}

TEST(Parse, AnySplitGivesTheSameRequest) {
  const std::string bytes =
      with("Host: a\r\nTransfer-Encoding: chunked\r\n", "3\r\nabc\r\n1\r\nd\r\n0\r\nT: 1\r\n\r\n") +
      "GET /next";
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Parser parser(limits, "peer");
    std::string input = bytes.substr(0, cut);
    input.erase(0, parser.feed(input));
    input += bytes.substr(cut);
    if (parser.state() != State::Complete) input.erase(0, parser.feed(input));
    ASSERT_EQ(parser.state(), State::Complete) << cut;
    EXPECT_EQ(input, "GET /next");
    EXPECT_EQ(parser.take().body, "abcd");
  }
}

TEST(Parse, ByteByByteGivesTheSameRequest) {
  for (const char* body : {"0\r\n\r\n", "0\r\nT: 1\r\n\r\n", "00;x=y\r\n\r\n",
                           "1\r\nd\r\n0\r\n\r\n", "3;x\r\nabc\r\n0\r\nT: 1\r\nU: 2\r\n\r\n"}) {
    Parser parser(limits, "peer");
    std::string input;
    for (const char c : with("Host: a\r\nTransfer-Encoding: chunked\r\n", body)) {
      ASSERT_NE(parser.state(), State::Complete);
      input += c;
      input.erase(0, parser.feed(input));
    }
    EXPECT_EQ(parser.state(), State::Complete) << body;
    EXPECT_EQ(input, "");
  }
}

TEST(Parse, AnAbsoluteTargetReplacesHost) {
  Parser parser(limits, "peer");
  parser.feed("GET http://b.vn?q=1 HTTP/1.1\r\nHost: a\r\n\r\n");
  const Request request = parser.take();
  EXPECT_EQ(request.path, "/");
  EXPECT_EQ(request.parameter("q"), "1");
  EXPECT_EQ(request.header("host"), "b.vn");
}

TEST(Text, PercentEncodingComesBack) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  EXPECT_EQ(percent_decode(percent_encode(all), Plus::IsSpace), all);
  EXPECT_EQ(percent_encode("05/NĐ-CP"), "05%2FN%C4%90-CP");
}

TEST(Wire, SeeOtherLeadsToOwnPathsOnly) {
  const auto location = [](const char* to) { return see_other(to).headers.at(0).second; };
  EXPECT_EQ(location("/bai/3?x=1"), "/bai/3?x=1");
  for (const char* foreign : {"", "//evil", "/\\evil", "http://evil", "bai", "/a\r\nX: 1"}) {
    EXPECT_EQ(location(foreign), "/") << foreign;
  }
}

TEST(Wire, DatesAreInternetDates) {
  EXPECT_EQ(http_date(std::chrono::sys_seconds(std::chrono::seconds(784111777))),
            "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(Instant{253'402'300'799'999}), "Fri, 31 Dec 9999 23:59:59 GMT");
}

}  // namespace
}  // namespace lantoa::http
