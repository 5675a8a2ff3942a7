#include "platform/markdown/address.h"

#include <algorithm>
#include <cstddef>

namespace lantoa::markdown {
namespace {

constexpr std::string_view scheme = "https://";
constexpr std::size_t host_bytes_max = 253;  // RFC 1035, section 2.3.4, without the last dot

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

bool is_hex(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

// Browsers drop tabs and line breaks anywhere and trim spaces, read "\" as "/", and NUL arrives
// here as itself or as U+FFFD: "/<tab>/host" would be another host.
bool has_trick(std::string_view address) {
  const auto unfit = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == '\\';
  };
  return std::ranges::any_of(address, unfit) || address.find("\uFFFD") != std::string_view::npos;
}

// Letters, digits and inner hyphens between dots. "xn--" labels are refused: what they show in the
// address bar is not what the writer of the text shows.
bool is_plain_host(std::string_view host) {
  if (host.empty() || host.size() > host_bytes_max) return false;
  while (true) {
    const std::string_view label = host.substr(0, host.find('.'));
    const bool fits =
        !label.empty() && label.front() != '-' && label.back() != '-' &&
        !label.starts_with("xn--") &&
        std::ranges::all_of(label, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
    if (!fits) return false;
    if (label.size() == host.size()) return true;
    host.remove_prefix(label.size() + 1);
  }
}

std::string percent_encoded(std::string_view rest) {
  constexpr std::string_view kept = "-._~:/?#[]@!$&'()*+,;=";  // RFC 3986, section 2
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    const bool escape =
        c == '%' && i + 2 < rest.size() && is_hex(rest[i + 1]) && is_hex(rest[i + 2]);
    if (escape || is_digit(c) || is_lower(lower(c)) || kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

bool is_own_path(std::string_view address) {
  if (!address.starts_with('/') || address.starts_with("//")) return false;
  const std::string start = lowered(address.substr(0, 4));
  return start != "/%2f" && start != "/%5c";
}

}  // namespace

std::optional<std::string> link_target(
    std::string_view address, const std::function<bool(std::string_view host)>& host_allowed) {
  if (has_trick(address)) return std::nullopt;
  if (is_own_path(address)) return percent_encoded(address);
  if (lowered(address.substr(0, scheme.size())) != scheme) return std::nullopt;
  address.remove_prefix(scheme.size());
  const std::size_t host_size = std::min(address.find_first_of("/?#"), address.size());
  const std::string host = lowered(address.substr(0, host_size));
  if (!is_plain_host(host) || !host_allowed || !host_allowed(host)) return std::nullopt;
  return std::string(scheme) + host + percent_encoded(address.substr(host_size));
}

}  // namespace lantoa::markdown
