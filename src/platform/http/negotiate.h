// What a request says about the copy it wants or already has.
#pragma once

#include <string_view>

#include "platform/http/http.h"

namespace lantoa::http {

bool accepts_gzip(const Request& request);  // RFC 9110 section 12.5.3

// If-None-Match names this entity tag (quoted, as in the ETag header): the answer is 304.
bool has_copy(const Request& request, std::string_view etag);

}  // namespace lantoa::http
