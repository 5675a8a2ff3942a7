// A Response as bytes, and the server's own short answers. Internal to http.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "platform/http/http.h"

namespace lantoa::http {

enum class Persistence {
  Close,        // "Connection: close"
  KeepAlive,    // HTTP/1.1: nothing to say
  KeepAlive10,  // HTTP/1.0: must be said
};

std::string http_date(std::chrono::sys_seconds at);  // RFC 9110 section 5.6.7

// Appends status line, headers and the blank line. Content-Length is computed from the body here
// (none for an event stream, 204 and 304).
void append_head(std::string& out, const Response& response, std::string_view date,
                 Persistence persistence);

std::string_view body_of(const Response& response);
bool has_no_body(int status);  // 1xx, 204, 304

// False when a header could not be sent as it stands (a line break in a value would start another
// header): a bug of the handler, answered 500 in place of the response.
bool is_sendable(const Response& response);

// The server's own words for a status: one Vietnamese sentence, one English line; with
// Settings::refusal_headers, or nosniff alone where there are none.
Response refusal(int status, std::string_view headers);

}  // namespace lantoa::http
