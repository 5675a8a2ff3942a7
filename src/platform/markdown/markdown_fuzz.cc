// Whatever the bytes: no crash, a page piece that is accepted has only the listed tags, and its
// links and pictures are among those that its judges were told of.
// Tries: markdown.cc, walk.cc, address.cc, characters.cc, links.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/markdown/links.h"
#include "platform/markdown/markdown.h"
#include "platform/markdown/safe_html_checker.h"

namespace {

std::ptrdiff_t count(std::string_view text, std::string_view part) {
  std::ptrdiff_t out = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++out;
  return out;
}

void check_links(std::string_view source, std::string_view html) {
  const auto links = lantoa::markdown::links_in(source);
  if (!links) return;
  const auto images =
      std::count_if(links->begin(), links->end(), [](const auto& link) { return link.image; });
  if (count(html, "<img ") > images) std::abort();
  if (count(html, "<a href=") > std::ssize(*links) - images) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa::markdown;
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  const auto html = to_html(
      source, [](std::string_view host) { return host == "hanoi.gov.vn"; },
      [](std::string_view address) -> std::optional<Image> {
        if (!address.starts_with("/anh/")) return std::nullopt;
        return Image{"/anh/1", 1'600, 900, "/anh/1/nho", 640, "mô tả"};
      });
  if (html) {
    const std::string fault = lantoa::markdown::testing::fault_in(html->text());
    if (!fault.empty()) std::fprintf(stderr, "%s\n%s\n", fault.c_str(), html->text().c_str());
    if (!fault.empty()) std::abort();
    check_links(source, html->text());
  }
  if (to_plain_text(source).size() > html_bytes_max + source_bytes_max) std::abort();
  return 0;
}
