// One HTTP request to another program (libcurl). Blocks; for command lines and couriers, not for a
// server's workers.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/result.h"

namespace lantoa::fetch {

enum class Method : std::uint8_t { Get, Post };

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::Get;
  std::string url;
  Headers headers = {};
  std::string body = {};  // of a Post
};

struct Answer {
  int status = 0;
  Headers headers = {};  // names in lower case, in order
  std::string body = {};
  std::string url = {};  // which answered, after redirects

  bool is_good() const { return status >= 200 && status < 300; }
  std::string_view header(std::string_view lower_case_name) const;  // empty when absent
};

struct Limits {
  std::chrono::milliseconds connect{10'000};
  // Of send(): until the whole answer is there; of stream(): in which nothing at all came.
  std::chrono::milliseconds whole{60'000};
  std::size_t answer_bytes_max = 64UL * 1024 * 1024;  // of what is kept; over: TooLarge
};

// Unavailable when no whole answer came; whether a Post was done is not known then.
Result<Answer> send(const Request& request, const Limits& limits = {});

// False: it wants no more.
using Take = std::function<bool(std::string_view)>;
// Of an answer that is_good() the body goes to `take` in pieces; of others it is kept in the
// Answer. What `take` wants no more of ends there, and is no failure.
Result<Answer> stream(const Request& request, const Take& take, const Limits& limits = {});

// What a server may ask of an address that somebody typed: public addresses at ports 80 and 443,
// and nothing else, however it is led there. Each address is judged at the moment of connecting to
// it, so that neither a redirect nor a name that changes its mind gets round it.
struct Guard {
  std::vector<std::string> also = {};  // "10.1.2.3:8080", "[fd00::1]:80": allowed all the same
  std::string agent = {};              // what it calls itself
};
// A place for Guard::also as somebody wrote it, in the form that is compared. Invalid when it is no
// address of a machine with a port; names are none.
Result<std::string> read_place(const std::string& text);
// A Get that follows five redirects at the most. Forbidden where it was led to a place that is not
// allowed; Unavailable and TooLarge as for send().
Result<Answer> send_guarded(const std::string& url, const Guard& guard, const Limits& limits = {});

struct Peer {
  std::string origin;  // "https://phobien.example.vn"
  bool is_encrypted = false;
  bool is_this_machine = false;
};
// Invalid for what is no http(s) address, or holds a name and password.
Result<Peer> peer_of(const std::string& url);

}  // namespace lantoa::fetch
