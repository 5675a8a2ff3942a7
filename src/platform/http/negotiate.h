// What a request says about the copy it wants or already has.
#pragma once

#include <string>
#include <string_view>

#include "kernel/time.h"
#include "platform/http/http.h"

namespace lantoa::http {

bool accepts_gzip(const Request& request);  // RFC 9110 section 12.5.3

// If-None-Match names this entity tag (quoted, as in the ETag header): the answer is 304.
bool has_copy(const Request& request, std::string_view etag);

std::string http_date(Instant at);  // RFC 9110 section 5.6.7; RSS dates as well

// What tells one copy of an answer from another.
struct Copy {
  std::string etag;           // quoted
  std::string last_modified;  // an http_date(); empty: not said
};
// The client has this copy: by the tag where it names any, else by the very date it was told.
bool has_copy(const Request& request, const Copy& copy);

}  // namespace lantoa::http
