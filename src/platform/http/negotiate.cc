#include "platform/http/negotiate.h"

#include <algorithm>
#include <optional>

#include "platform/http/text.h"
#include "platform/http/wire.h"

namespace lantoa::http {

namespace {

// Calls `visit` with every trimmed element of a comma-separated header, in all its lines.
template <class Visit>
void for_each_element(const Request& request, std::string_view name, Visit visit) {
  for (const auto& [header, value] : request.headers) {
    if (header != name) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      visit(trim(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

// "gzip;q=0", "gzip; q=0.000": named in order to be refused.
bool has_weight_zero(std::string_view parameters) {
  const std::size_t q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  const std::string_view weight = trim(parameters.substr(q + 2));
  return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(const Request& request) {
  std::optional<bool> named;
  std::optional<bool> any;
  for_each_element(request, "accept-encoding", [&](std::string_view element) {
    const std::size_t semicolon = std::min(element.find(';'), element.size());
    const std::string_view coding = trim(element.substr(0, semicolon));
    const bool wanted = !has_weight_zero(element.substr(semicolon));
    if (same_ignoring_case(coding, "gzip")) named = wanted;
    if (coding == "*") any = wanted;
  });
  return named.value_or(any.value_or(false));
}

bool has_copy(const Request& request, std::string_view etag) {
  bool found = false;
  for_each_element(request, "if-none-match", [&](std::string_view element) {
    if (element.starts_with("W/")) element.remove_prefix(2);
    if (element == etag || element == "*") found = true;
  });
  return found;
}

std::string http_date(Instant at) {
  // In milliseconds: what the system's clock counts in ends in the year 2262.
  const std::chrono::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(at.ms)};
  return http_date(std::chrono::floor<std::chrono::seconds>(moment));
}

bool has_copy(const Request& request, const Copy& copy) {
  if (!request.header("if-none-match").empty()) return has_copy(request, copy.etag);
  return !copy.last_modified.empty() && request.header("if-modified-since") == copy.last_modified;
}

}  // namespace lantoa::http
