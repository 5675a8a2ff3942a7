// HTTP/1.1 as values: a Request comes in, a Response goes out. The server (server.h) owns sockets,
// parsing, limits and deadlines; nothing above it sees a socket or Beast.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/result.h"

namespace lantoa::http {

enum class Method { Get, Head, Post, Other };

struct Request {
  Method method = Method::Get;
  std::string target;  // as sent: "/bai/3?trang=2"
  std::string path;    // decoded and checked: valid UTF-8, no NUL, no "..", begins with '/'
  std::vector<std::pair<std::string, std::string>> query;    // decoded, in order
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in order
  std::string body;
  // Address of the visitor, without port: that of the connection, or where it is one of
  // Settings::proxies, whom that one names (proxies.h).
  std::string peer;

  std::string_view header(std::string_view lower_case_name) const;  // empty when absent
  std::optional<std::string_view> parameter(std::string_view name) const;
  std::string_view cookie(std::string_view name) const;
};

// application/x-www-form-urlencoded and the text fields and files of multipart/form-data (a file's
// bytes are its value; a file input left empty is absent). Invalid when malformed or not UTF-8 in a
// text field; field names once.
struct Form {
  struct File {
    // As the browser called it: composed, and without what does not show (viet/look_alike.h); never
    // used as a path.
    std::string name;
    std::string bytes;
  };
  std::map<std::string, std::string, std::less<>> fields;
  std::map<std::string, File, std::less<>> files;

  std::string_view get(std::string_view name) const;  // empty when absent
};
constexpr std::size_t form_fields_max = 4'096;  // fields and files together; over: TooLarge
Result<Form> parse_form(const Request& request);

std::string percent_encode(std::string_view text);  // for one path segment or query value

using Bytes = std::shared_ptr<const std::string>;

// A live stream (text/event-stream). The server calls `open_stream` once, on its I/O thread (it
// must not block), with a Stream to write into. Writing after the peer left, or when it reads too
// slowly, does nothing and returns false. The stream ends when its last owner lets it go.
class Stream {
 public:
  virtual ~Stream() = default;
  // Thread-safe. `id`: what a browser tells in Last-Event-ID when it comes again.
  virtual bool send(std::string_view event, std::string_view data, std::string_view id = {}) = 0;
  virtual bool is_open() const = 0;  // thread-safe; false once the peer has left
  // Thread-safe: bytes that may still be queued; who sends more at once is taken for too slow.
  virtual std::size_t room() const = 0;
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  // Headers that are the same in many answers, written out and living as long as the program, so
  // that an answer costs nothing for them: "Name: value\r\n" each. Beside, not twice, in `headers`.
  std::array<std::string_view, 2> constant_headers;
  std::string body;
  Bytes shared_body;  // used in place of `body` when set: cached pages, static files
  std::function<void(std::shared_ptr<Stream>)> open_stream;  // set: event_stream(), no body

  Response& with(std::string name, std::string value);
  Response& with_constant(std::string_view lines);       // no more calls than there is room
  std::string_view header(std::string_view name) const;  // of either kind; empty when absent
};

Response html_page(std::string body, int status = 200);
Response see_other(std::string location);  // 303; `location` must be an own path ("/…", not "//")
Response plain(std::string body, int status = 200);
Response json(std::string body, int status = 200);
// To be saved; a plain ASCII name.
Response file(std::string body, std::string_view media_type, std::string_view file_name);
Response csv(std::string body, std::string_view file_name);  // the same
Response event_stream(std::function<void(std::shared_ptr<Stream>)> open);

std::string_view reason(int status);

// Sends the answer; may be called later and from any thread, exactly once. If it is dropped without
// a call the server answers 500.
using Reply = std::function<void(Response)>;
using Handler = std::function<void(Request, Reply)>;

}  // namespace lantoa::http
