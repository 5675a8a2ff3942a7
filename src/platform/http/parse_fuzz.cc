// Whatever comes in, the parser ends in one of its states, uses no more than it was given, and two
// ways to cut the same bytes give the same request. The first byte says where to cut.
// Tries: parse.cc, target.cc, negotiate.cc, proxies.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "kernel/assert.h"
#include "platform/http/negotiate.h"
#include "platform/http/parse.h"
#include "platform/http/proxies.h"

namespace {

using lantoa::http::accepts_gzip;
using lantoa::http::has_copy;
using lantoa::http::Limits;
using lantoa::http::Parser;
using lantoa::http::Proxies;
using lantoa::http::Request;

struct Outcome {
  Parser::State state;
  std::size_t used = 0;
  Request request;
};

Outcome parse(const Limits& limits, std::string_view bytes, std::size_t step) {
  Parser parser(limits, "peer");
  std::string input;
  std::size_t used = 0;
  while (!bytes.empty() && parser.state() != Parser::State::Complete &&
         parser.state() != Parser::State::Refused) {
    input += bytes.substr(0, step);
    bytes.remove_prefix(std::min(step, bytes.size()));
    const std::size_t now = parser.feed(input);
    ASSERT(now <= input.size());
    used += now;
    input.erase(0, now);
  }
  Outcome out{parser.state(), used, {}};
  if (out.state == Parser::State::Complete) out.request = parser.take();
  return out;
}

// What is read of the headers afterwards: cookies, and which copy is wanted or there already.
void try_headers(const Request& request) {
  const auto has = [&](std::string_view wanted) {
    return std::any_of(request.headers.begin(), request.headers.end(),
                       [&](const auto& header) { return header.first == wanted; });
  };
  for (const std::string_view name : {"a", "phien", ""}) {
    const std::string_view value = request.cookie(name);
    ASSERT(value.find(';') == std::string_view::npos && (value.empty() || has("cookie")));
  }
  const lantoa::http::Copy copy{"\"a\"", "Thu, 13 May 2021 03:32:07 GMT"};
  ASSERT(!accepts_gzip(request) || has("accept-encoding"));
  ASSERT(!has_copy(request, copy.etag) || has("if-none-match"));
  ASSERT(!has_copy(request, copy) || has("if-none-match") || has("if-modified-since"));
}

// Whoever the headers name as the visitor is an address, written in the one way that names him
// again.
void try_visitor(Request request) {
  static const Proxies proxies = [] {
    Proxies out;
    ASSERT(out.add("10.0.0.0/8,fd00::/8,::1"));
    return out;
  }();
  request.peer = "::1";
  const std::string visitor = proxies.visitor(request);
  Proxies himself;
  ASSERT(himself.add(visitor) && himself.contain(visitor));
  request.headers.assign(1, {"x-forwarded-for", visitor});
  ASSERT(proxies.visitor(request) == visitor);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Limits limits;
  limits.header_bytes_max = 1024;
  limits.target_bytes_max = 256;
  limits.body_bytes_max = 4096;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const Outcome whole = parse(limits, bytes, size);
  const Outcome cut = parse(limits, bytes, data[0] + std::size_t{1});
  // Cutting may show an overlong line, or a body too large, before a fault behind it.
  if (whole.state == Parser::State::Complete || cut.state == Parser::State::Complete) {
    ASSERT(whole.state == cut.state);
    ASSERT(whole.used == cut.used);
    ASSERT(whole.request.method == cut.request.method);
    ASSERT(whole.request.target == cut.request.target);
    ASSERT(whole.request.path == cut.request.path);
    ASSERT(whole.request.query == cut.request.query);
    ASSERT(whole.request.body == cut.request.body);
    ASSERT(whole.request.headers == cut.request.headers);
    ASSERT(whole.request.path.front() == '/');
    ASSERT((whole.request.path + '/').find("/../") == std::string::npos);
    ASSERT(whole.request.body.size() <= limits.body_bytes_max);
    try_headers(whole.request);
    try_visitor(whole.request);
  }
  return 0;
}
