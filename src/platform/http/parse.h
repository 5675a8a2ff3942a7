// Bytes in, one Request or the status to refuse it with out. Knows nothing of sockets: the
// connection feeds what it has read and keeps what was not consumed. Syntax is judged by Beast's
// parser; what it lets pass and we do not is checked here (see parse.cc). Internal to http.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/http.h"
#include "platform/http/server.h"

namespace lantoa::http {

class Parser {
 public:
  enum class State {
    Head,      // request line and headers are not complete
    Body,      // head accepted, body is not complete
    Complete,  // take() the request
    Refused,   // answer status() and close: where the message ends is not known
  };

  Parser(const Limits& limits, std::string peer);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // Returns how many bytes from the front were used. The rest is to be given again, with more
  // behind it (Head, Body) or to the next parser (Complete).
  std::size_t feed(std::string_view bytes);

  State state() const;
  int status() const;               // of the refusal
  std::size_t body_bytes() const;   // received so far
  std::size_t body_memory() const;  // taken for them and for those that are to come
  bool keep_alive() const;          // the peer wants to go on after this request
  bool is_http_1_0() const;
  bool take_continue();  // true once when the peer waits for 100 Continue
  Request take();

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace lantoa::http
