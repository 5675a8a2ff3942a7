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

// One or more addresses with their widths, "/anh/1/nho 480w, /anh/1 1200w".
inline bool is_fit_srcset(std::string_view value) {
  while (true) {
    const std::size_t comma = value.find(", ");
    const std::string_view one = value.substr(0, comma);
    const std::size_t space = one.find(' ');
    if (space == one.npos || !one.starts_with('/') || !is_fit_href(one.substr(0, space)))
      return false;
    const std::string_view width = one.substr(space + 1);
    if (width.size() < 2 || width.find_first_not_of("0123456789") != width.size() - 1 ||
        width.back() != 'w') {
      return false;
    }
    if (comma == value.npos) return true;
    value.remove_prefix(comma + 2);
  }
}

inline bool is_fit_image_value(std::string_view name, std::string_view value) {
  if (name == "src") return value.starts_with('/') && is_fit_href(value);
  if (name == "srcset") return is_fit_srcset(value);
  if (name == "width" || name == "height") {
    return !value.empty() && value.find_first_not_of("0123456789") == value.npos;
  }
  if (name == "alt") return !value.empty();
  if (name == "loading") return value == "lazy";
  return name == "sizes" || value == "async";
}

// An image's attributes, in their order; each value in quotes. Without its words, its address or
// its size it is not fit.
inline bool is_fit_image(std::string_view tag) {
  constexpr std::string_view names[] = {"src",    "srcset", "sizes",   "width",
                                        "height", "alt",    "loading", "decoding"};
  constexpr std::string_view not_needed[] = {"srcset", "sizes"};
  for (const std::string_view name : names) {
    const std::string start = " " + std::string(name) + "=\"";
    if (!tag.starts_with(start)) {
      if (std::ranges::find(not_needed, name) == std::end(not_needed)) return false;
      continue;
    }
    const std::size_t closed = tag.find('"', start.size());
    if (closed == tag.npos) return false;
    if (!is_fit_image_value(name, tag.substr(start.size(), closed - start.size()))) return false;
    tag.remove_prefix(closed + 1);
  }
  return tag.empty();
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
