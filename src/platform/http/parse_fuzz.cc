// Whatever comes in, the parser ends in one of its states, uses no more than it was given, and two
// ways to cut the same bytes give the same request. The first byte says where to cut. The rest is
// also tried as a list of proxies, which stands on a command line and not in a request.
// Tries: parse.cc, request.cc, target.cc, negotiate.cc, proxies.cc
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "kernel/assert.h"
#include "platform/http/negotiate.h"
#include "platform/http/parse.h"
#include "platform/http/proxies.h"
#include "platform/http/text.h"

namespace {

using namespace lantoa;
using namespace lantoa::http;

struct Outcome {
  Parser::State state;
  std::size_t used = 0;
  bool is_http_1_0 = false;
  bool keep_alive = false;
  Request request;
};

// What the parser says of itself meanwhile.
void try_parser(Parser& parser, const Limits& limits) {
  const Parser::State state = parser.state();
  if (state == Parser::State::Refused) {
    const std::array known = {400, 413, 414, 417, 431};
    ASSERT(std::find(known.begin(), known.end(), parser.status()) != known.end());
  }
  ASSERT(parser.body_bytes() <= limits.body_bytes_max);
  ASSERT(parser.body_bytes() <= parser.body_memory());
  // Only who is still to send a body waits for a word, and needs it once.
  ASSERT(!parser.take_continue() || (state == Parser::State::Body && !parser.is_http_1_0()));
  ASSERT(!parser.take_continue());
}

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
    try_parser(parser, limits);
  }
  Outcome out{parser.state(), used, parser.is_http_1_0(), false, {}};
  if (out.state != Parser::State::Complete) return out;
  out.keep_alive = parser.keep_alive();
  out.request = parser.take();
  return out;
}

// By RFC 9112 section 9.3 when nothing is said.
void try_keep_alive(const Outcome& out) {
  if (out.request.header("connection").empty()) ASSERT(out.keep_alive == !out.is_http_1_0);
}

// Of a name that comes twice in the address the first is meant; none has a NUL.
void try_parameters(const Request& request) {
  ASSERT(request.parameter(std::string_view("\0", 1)) == std::nullopt);
  for (const auto& [name, value] : request.query) {
    const std::string_view wanted = name;
    const auto first =
        std::find_if(request.query.begin(), request.query.end(),
                     [wanted](const auto& parameter) { return parameter.first == wanted; });
    ASSERT(request.parameter(wanted) == first->second);
  }
}

// A cookie sent again alone is the same, and one of the same name behind it changes nothing.
void try_cookie(Request request, std::string_view name) {
  const std::string value(request.cookie(name));
  ASSERT(value.find(';') == std::string::npos);
  const std::string other = std::string(name) + "=khac";
  request.headers.emplace_back("cookie", other);
  const std::string_view still = request.cookie(name);
  ASSERT(still == value || (value.empty() && still == "khac"));
  request.headers.assign({{"cookie", "b; " + std::string(name) + "=" + value}, {"cookie", other}});
  ASSERT(request.cookie(name) == value);
}

// What is read of the headers afterwards: which copy is wanted or there already.
void try_headers(const Request& request) {
  const auto has = [&](std::string_view wanted) {
    return std::any_of(request.headers.begin(), request.headers.end(),
                       [&](const auto& header) { return header.first == wanted; });
  };
  ASSERT(has("cookie") || request.cookie("phien").empty());
  for (const std::string_view name : {"a", "phien", ""}) try_cookie(request, name);
  const Copy copy{"\"a\"", "Thu, 13 May 2021 03:32:07 GMT"};
  ASSERT(!accepts_gzip(request) || has("accept-encoding"));
  ASSERT(!has_copy(request, copy.etag) || has("if-none-match"));
  ASSERT(!has_copy(request, copy) || has("if-none-match") || has("if-modified-since"));
}

// A date names its second, as the other way to write a moment does, and is known again.
void try_date(std::string_view bytes) {
  constexpr std::uint64_t end = 253'402'300'800'000;  // the year 10000
  std::uint64_t ms = 0;
  for (const char c : bytes.substr(0, 8)) ms = ms << 8U | static_cast<unsigned char>(c);
  const Instant at{static_cast<std::int64_t>(ms % end)};
  const std::string date = http_date(at);
  const std::string other = iso(at);
  ASSERT(date.size() == 29 && date.ends_with(" GMT"));
  ASSERT(date.substr(5, 2) == other.substr(8, 2) && date.substr(12, 4) == other.substr(0, 4));
  ASSERT(date.substr(17, 8) == other.substr(11, 8));
  Request request;
  request.headers.emplace_back("if-modified-since", date);
  ASSERT(has_copy(request, Copy{"\"a\"", date}));
  ASSERT(!has_copy(request, Copy{"\"a\"", http_date(Instant{at.ms + 1000})}));
}

// What it says to write instead is taken.
void try_advice(const std::string& said) {
  const std::string before = "; write ";
  const std::size_t from = said.rfind(before) + before.size();
  const std::size_t to = said.find(" for the network, ", from);
  if (to == std::string::npos) return;
  ASSERT(Proxies().add(said.substr(from, to - from)));
}

void try_list(std::string_view list) {
  Proxies proxies;
  const auto added = proxies.add(list);
  if (!added) {
    ASSERT(proxies.empty() && !added.error().text.vi.empty());
    try_advice(added.error().text.en);
    return;
  }
  for (std::string_view rest = list; !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find(','));
    const std::string_view address = one.substr(0, one.find('/'));
    ASSERT(proxies.contain(trim(address)));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
  }
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
  try_date(bytes);
  try_list(bytes);
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
    ASSERT(whole.keep_alive == cut.keep_alive && whole.is_http_1_0 == cut.is_http_1_0);
    try_keep_alive(whole);
    try_parameters(whole.request);
    try_headers(whole.request);
    try_visitor(whole.request);
  }
  return 0;
}
