#include "platform/http/parse.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "platform/http/target.h"
#include "platform/http/text.h"

namespace lantoa::http {

namespace {

namespace beast = boost::beast;
using Error = beast::error_code;
using Text = beast::string_view;
using Field = beast::http::field;

// Ours are checked before Beast sees the head; its own limit only has to be out of the way.
constexpr std::uint32_t header_bytes_beyond = 1U << 30;
// "0\r\n\r\n": wherever a chunked body stands, at least this much of it is still to come.
constexpr std::size_t last_chunk_bytes = 5;
// As many as a browser sends.
constexpr std::size_t headers_usual = 16;
// A declared Content-Length is believed this far; beyond, memory is taken as bytes arrive.
constexpr std::size_t body_reserve_bytes_max = 64 * 1024;

std::string_view view(Text text) { return {text.data(), text.size()}; }

// RFC 3986 section 3.2.2 and an optional port; no user part.
bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 255 + 6) return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    return (is_token_character(c) && c != '#' && c != '|' && c != '^' && c != '`') || c == ':' ||
           c == '[' || c == ']';
  });
}

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
      return Method::Get;
    case beast::http::verb::head:
      return Method::Head;
    case beast::http::verb::post:
      return Method::Post;
    default:
      return Method::Other;
  }
}

}  // namespace

class Parser::Reader : public beast::http::basic_parser<true> {
 public:
  Reader(const Limits& limits, std::string peer) : limits_(limits) {
    request_.peer = std::move(peer);
    request_.headers.reserve(headers_usual);
    header_limit(header_bytes_beyond);
    body_limit(limits_.body_bytes_max);
    eager(false);  // a step at a time: the head, a chunk's line, a chunk's bytes
  }

  std::size_t feed(std::string_view bytes) {
    std::size_t used = 0;
    if (state_ == State::Head) used = feed_head(bytes);
    if (state_ == State::Body) used += feed_body(bytes.substr(used));
    return used;
  }

  State state_ = State::Head;
  int status_ = 400;
  bool http_1_0_ = false;
  bool continue_wanted_ = false;
  Request request_;

 private:
  void refuse(int status) {
    state_ = State::Refused;
    status_ = status;
  }

  std::size_t feed_head(std::string_view bytes) {
    if (bytes.empty()) return 0;
    // A handshake of another protocol is refused at its first byte, not at the deadline.
    if (!is_token_character(bytes.front())) return refuse(400), 0;
    if (!target_fits(bytes)) return refuse(414), 0;
    const std::size_t from = searched_ < 3 ? 0 : searched_ - 3;
    const std::size_t blank_line = bytes.find("\r\n\r\n", from);
    searched_ = bytes.size();
    const bool complete = blank_line != std::string_view::npos;
    const std::size_t size = complete ? blank_line + 4 : bytes.size();
    if (size > limits_.header_bytes_max) return refuse(431), 0;
    if (!complete) return 0;
    read_head(bytes.substr(0, size));
    return size;
  }

  bool target_fits(std::string_view bytes) const {
    const std::string_view line = bytes.substr(0, bytes.find('\r'));
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return true;
    const std::string_view target = line.substr(space + 1);
    return std::min(target.find(' '), target.size()) <= limits_.target_bytes_max;
  }

  void read_head(std::string_view head) {
    // Obsolete line folding: Beast would join the lines (RFC 9112 section 5.2 lets us refuse).
    for (std::size_t at = head.find('\n'); at + 1 < head.size(); at = head.find('\n', at + 1)) {
      if ((head[at + 1] == ' ' || head[at + 1] == '\t') && head[at - 1] == '\r') return refuse(400);
    }
    Error error;
    const std::size_t used = put({head.data(), head.size()}, error);
    if (error && error != beast::http::error::need_more) return refuse(status_for(error));
    if (state_ == State::Refused) return;
    if (!is_header_done() || used != head.size()) return refuse(400);
    finish_head();
  }

  void finish_head() {
    const bool body_expected = !is_done();
    std::optional<Target> target = http::parse_target(request_.target);
    if (!target || hosts_ > 1 || (hosts_ == 0 && !http_1_0_)) return refuse(400);
    if (content_lengths_ > 1 || (content_lengths_ > 0 && transfer_encoded_)) return refuse(400);
    // Beast takes any other coding, or chunked before another, for "no body".
    if (transfer_encoded_ && (http_1_0_ || !chunked_alone_)) return refuse(400);
    if (!target->authority.empty() && !replace_host(target->authority)) return refuse(400);
    const std::string_view expect = request_.header("expect");
    if (!expect.empty() && !http_1_0_) {
      if (!same_ignoring_case(expect, "100-continue")) return refuse(417);
      continue_wanted_ = body_expected;
    }
    request_.path = std::move(target->path);
    request_.query = std::move(target->query);
    state_ = body_expected ? State::Body : State::Complete;
  }

  bool replace_host(const std::string& authority) {
    if (!is_host(authority)) return false;
    std::erase_if(request_.headers, [](const auto& header) { return header.first == "host"; });
    request_.headers.emplace_back("host", authority);
    return true;
  }

  std::size_t feed_body(std::string_view bytes) {
    if (bytes.empty()) return 0;
    continue_wanted_ = false;
    Error error;
    std::size_t used = 0;
    while (used < bytes.size() && !is_done() && !error) {
      if (may_be_cut_last_chunk(bytes.substr(used))) break;
      const std::size_t body_before = request_.body.size();
      const std::size_t now = put({bytes.data() + used, bytes.size() - used}, error);
      used += now;
      const bool is_framing = transfer_encoded_ && request_.body.size() == body_before;
      if (is_framing && now > limits_.header_bytes_max) return refuse(431), used;
    }
    if (error && error != beast::http::error::need_more) {
      refuse(status_for(error));
    } else if (is_done()) {
      state_ = State::Complete;
    } else if (bytes.size() - used > limits_.header_bytes_max) {
      refuse(431);  // a chunk's extension or the trailer does not end
    }
    return used;
  }

  // Beast ends the process when it is given the beginning of a last chunk, and again with less than
  // the whole of it.
  bool may_be_cut_last_chunk(std::string_view rest) const {
    return transfer_encoded_ && rest.size() < last_chunk_bytes && rest.front() == '0';
  }

  static int status_for(const Error& error) {
    return error == beast::http::error::body_limit ? 413 : 400;
  }

  void on_request_impl(beast::http::verb verb, Text, Text target, int version, Error& error) final {
    request_.method = method_of(verb);
    request_.target = view(target);
    http_1_0_ = version == 10;
    if (version != 10 && version != 11) error = beast::http::error::bad_version;
  }

  void on_field_impl(Field field, Text name, Text value, Error& error) final {
    if (head_read_) return;  // a trailer must not become a header afterwards
    if (field == Field::host) {
      ++hosts_;
      if (!is_host(view(value))) error = beast::http::error::bad_value;
    } else if (field == Field::content_length) {
      ++content_lengths_;
      const bool digits =
          std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits) error = beast::http::error::bad_content_length;
    } else if (field == Field::transfer_encoding) {
      chunked_alone_ = !transfer_encoded_ && same_ignoring_case(view(value), "chunked");
      transfer_encoded_ = true;
    }
    request_.headers.emplace_back(lower_case(view(name)), view(value));
  }

  void on_response_impl(int, Text, int, Error&) final {}

  void on_header_impl(Error&) final { head_read_ = true; }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error&) final {
    if (length) {
      request_.body.reserve(
          static_cast<std::size_t>(std::min<std::uint64_t>(*length, body_reserve_bytes_max)));
    }
  }

  std::size_t on_body_impl(Text body, Error&) final {
    request_.body.append(body.data(), body.size());
    return body.size();
  }

  void on_chunk_header_impl(std::uint64_t, Text, Error&) final {}

  std::size_t on_chunk_body_impl(std::uint64_t, Text body, Error&) final {
    request_.body.append(body.data(), body.size());
    return body.size();
  }

  void on_finish_impl(Error&) final {}

  const Limits& limits_;
  std::size_t searched_ = 0;  // bytes known not to hold the blank line
  bool head_read_ = false;
  int hosts_ = 0;
  int content_lengths_ = 0;
  bool transfer_encoded_ = false;
  bool chunked_alone_ = false;
};

Parser::Parser(const Limits& limits, std::string peer)
    : reader_(std::make_unique<Reader>(limits, std::move(peer))) {}
Parser::~Parser() = default;

std::size_t Parser::feed(std::string_view bytes) { return reader_->feed(bytes); }
Parser::State Parser::state() const { return reader_->state_; }
int Parser::status() const { return reader_->status_; }
std::size_t Parser::body_bytes() const { return reader_->request_.body.size(); }
std::size_t Parser::body_memory() const {
  const std::string& body = reader_->request_.body;
  return body.empty() ? 0 : body.capacity();
}
bool Parser::keep_alive() const { return reader_->keep_alive(); }
bool Parser::is_http_1_0() const { return reader_->http_1_0_; }

bool Parser::take_continue() { return std::exchange(reader_->continue_wanted_, false); }

Request Parser::take() { return std::move(reader_->request_); }

}  // namespace lantoa::http
