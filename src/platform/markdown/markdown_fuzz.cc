// Whatever the bytes: no crash, and a page piece that is accepted has only the listed tags.
// Tries: markdown.cc, walk.cc, address.cc, characters.cc, links.cc
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "platform/markdown/markdown.h"
#include "platform/markdown/safe_html_checker.h"

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
  }
  if (to_plain_text(source).size() > html_bytes_max + source_bytes_max) std::abort();
  return 0;
}
