// For tests and the fuzzer: reads a page piece as strictly as possible and says what in it is not
// on the list of allowed tags, attributes and escapes. It shares no code with the renderer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::markdown::testing {

inline bool is_fit_href(std::string_view value) {
  if (value.find_first_of("\\ \t\n\r<>\"'`") != std::string_view::npos) return false;
  if (std::ranges::any_of(value, [](char c) { return c < 0x21 || c > 0x7E; })) return false;
  if (value.starts_with("/")) return !value.starts_with("//");
  constexpr std::string_view own = "https://hanoi.gov.vn";
  if (!value.starts_with(own)) return false;
  value.remove_prefix(own.size());
  return value.empty() || value[0] == '/' || value[0] == '?' || value[0] == '#';
}

// An image's attributes, in their order; each value in quotes.
inline bool is_fit_image(std::string_view tag) {
  constexpr std::string_view names[] = {"src",    "srcset", "sizes",   "width",
                                        "height", "alt",    "loading", "decoding"};
  std::size_t next = 0;
  while (!tag.empty()) {
    const std::size_t end = tag.find("=\"");
    const std::size_t closed = end == tag.npos ? tag.npos : tag.find('"', end + 2);
    if (closed == tag.npos || !tag.starts_with(' ')) return false;
    const std::string_view name = tag.substr(1, end - 1);
    const std::string_view value = tag.substr(end + 2, closed - end - 2);
    while (next < std::size(names) && names[next] != name) ++next;
    if (next == std::size(names)) return false;
    if (name == "src" && !is_fit_href(value)) return false;
    if (name == "srcset" && !value.starts_with("/")) return false;
    if ((name == "width" || name == "height") &&
        value.find_first_not_of("0123456789") != value.npos) {
      return false;
    }
    if (name == "decoding") return value == "async" && closed + 1 == tag.size();
    tag.remove_prefix(closed + 1);
  }
  return false;
}

// The text between < and >, of an opening tag.
inline bool is_fit_tag(std::string_view tag) {
  constexpr std::string_view plain[] = {
      "p",  "h2",   "h3",  "h4", "ul", "ol",    "li",    "hr",    "br",     "blockquote", "strong",
      "em", "code", "pre", "td", "tr", "table", "thead", "tbody", "figure", "figcaption"};
  if (std::ranges::find(plain, tag) != std::end(plain)) return true;
  if (tag.starts_with("td class=\"align-") || tag.starts_with("th scope=\"col\"")) {
    tag.remove_prefix(tag[1] == 'd' ? 2 : std::string_view("th scope=\"col\"").size());
    return tag.empty() || tag == " class=\"align-left\"" || tag == " class=\"align-center\"" ||
           tag == " class=\"align-right\"";
  }
  if (tag.starts_with("ol start=\"") && tag.ends_with('"')) {
    const std::string_view number = tag.substr(10, tag.size() - 11);
    return !number.empty() && number.size() <= 10 &&
           number.find_first_not_of("0123456789") == std::string_view::npos;
  }
  if (tag.starts_with("img ")) return is_fit_image(tag.substr(3));
  if (!tag.starts_with("a href=\"")) return false;
  tag.remove_prefix(8);
  const std::size_t end = tag.find('"');
  if (end == std::string_view::npos) return false;
  const std::string_view rest = tag.substr(end + 1);
  std::string value(tag.substr(0, end));
  for (std::size_t at = 0; (at = value.find("&#39;", at)) != std::string::npos;) value.erase(at, 5);
  for (std::size_t at = 0; (at = value.find("&amp;", at)) != std::string::npos; ++at) {
    value.erase(at + 1, 4);
  }
  return is_fit_href(value) && rest == (value.starts_with('/') ? "" : " rel=\"noopener\"");
}

// Empty when the piece is safe and its tags close in order; else the place that is not.
inline std::string fault_in(std::string_view html) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < html.size(); ++i) {
    const char c = html[i];
    const std::string here(html.substr(i, 80));
    if (c == '>' || c == '"' || c == '\'' || c == '\0') return "loose: " + here;
    if (c == '&') {
      constexpr std::string_view escapes[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
      const bool known = std::ranges::any_of(
          escapes, [&](std::string_view e) { return html.substr(i).starts_with(e); });
      if (!known) return "escape: " + here;
    }
    if (c != '<') continue;
    const std::size_t end = html.find('>', i);
    if (end == std::string_view::npos) return "unclosed: " + here;
    const std::string_view tag = html.substr(i + 1, end - i - 1);
    i = end;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return "order: " + here;
      open.pop_back();
      continue;
    }
    if (!is_fit_tag(tag)) return "tag: " + here;
    const std::string name(tag.substr(0, tag.find(' ')));
    if (name == "a" && std::ranges::find(open, "a") != open.end()) return "link in link: " + here;
    const bool in_paragraph = !open.empty() && open.back() == "p";
    if (name == "figure" && in_paragraph) return "figure in a paragraph: " + here;
    if (name != "hr" && name != "br" && name != "img") open.push_back(name);
  }
  return open.empty() ? "" : "never closed: " + open.back();
}

}  // namespace lantoa::markdown::testing
