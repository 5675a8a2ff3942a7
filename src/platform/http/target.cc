#include "platform/http/target.h"

#include <algorithm>

#include "platform/http/text.h"

namespace lantoa::http {

namespace {

std::optional<std::string> decode_path(std::string_view raw) {
  // A slash that is no separator would mean another page to whoever decodes first.
  for (std::size_t at = raw.find('%'); at != std::string_view::npos; at = raw.find('%', at + 1)) {
    if (same_ignoring_case(raw.substr(at, 3), "%2f")) return std::nullopt;
  }
  std::optional<std::string> path = decode_text(raw, Plus::IsItself);
  if (!path || path->empty() || path->front() != '/' || !is_field_value(*path)) return std::nullopt;
  for (std::size_t at = 0; at != std::string::npos; at = path->find('/', at + 1)) {
    const std::string_view rest = std::string_view(*path).substr(at + 1);
    const std::string_view segment = rest.substr(0, rest.find('/'));
    if (segment == ".." || segment == ".") return std::nullopt;
  }
  return path;
}

std::optional<std::vector<std::pair<std::string, std::string>>> decode_query(std::string_view raw) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find('&'), raw.size());
    const std::string_view pair = raw.substr(0, end);
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decode_text(pair.substr(0, equals), Plus::IsSpace);
    // What is typed into an address is no reason to refuse a page.
    auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), Plus::IsSpace);
    if (!name || !value) return std::nullopt;
    out.emplace_back(*std::move(name), as_text(*std::move(value)));
  }
  return out;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
  Target out;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!same_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    const std::size_t end = std::min(target.find_first_of("/?#"), target.size());
    out.authority = target.substr(0, end);
    target.remove_prefix(end);
    if (out.authority.empty()) return std::nullopt;
    break;
  }
  if (target.find('#') != std::string_view::npos) return std::nullopt;
  const std::size_t question = std::min(target.find('?'), target.size());
  std::string_view raw_path = target.substr(0, question);
  if (raw_path.empty() && !out.authority.empty()) raw_path = "/";
  auto path = decode_path(raw_path);
  auto query = decode_query(target.substr(std::min(question + 1, target.size())));
  if (!path || !query) return std::nullopt;
  out.path = *std::move(path);
  out.query = *std::move(query);
  return out;
}

}  // namespace lantoa::http
