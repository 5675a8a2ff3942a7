// Bytes compressed once and kept: static files and cached pages. Level 9 takes milliseconds for a
// page: not for answers made afresh on an I/O thread.
#pragma once

#include <string>
#include <string_view>

namespace lantoa::http {

std::string gzip(std::string_view bytes);  // RFC 1952; the same bytes for the same input

}  // namespace lantoa::http
