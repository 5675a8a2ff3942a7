// A request target (RFC 9112 section 3.2) as a decoded path and query. Internal to http.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lantoa::http {

struct Target {
  std::string authority;  // of an absolute-form target; takes the place of Host
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
};

// nullopt for what must not be guessed at: "..", an encoded slash (it would move a segment's
// border), control characters, bytes that are not UTF-8, a broken percent sign, a fragment.
std::optional<Target> parse_target(std::string_view target);

}  // namespace lantoa::http
