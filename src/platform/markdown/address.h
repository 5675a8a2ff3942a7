// Which addresses of a source may become a link. Everything a browser could read in another way
// than this code does (spaces, controls, backslashes, user names, ports, other scripts) is refused.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lantoa::markdown {

// The href to write: an own path "/…" (never "//…"), or https://host/… with the scheme and the host
// in lower case; characters that do not belong in an address are percent-encoded. Nothing when it
// must not be a link.
std::optional<std::string> link_target(
    std::string_view address, const std::function<bool(std::string_view host)>& host_allowed);

}  // namespace lantoa::markdown
