// Whatever the page: no crash, and the text is UTF-8 with no empty paragraph.
// Tries: html_text.cc, html_reduce.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "kernel/utf8.h"
#include "platform/document/kinds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!lantoa::is_utf8(bytes)) return 0;
  const auto text = lantoa::document::html_to_text(bytes);
  if (!text) {
    if (text.error().text.vi.empty()) std::abort();
    return 0;
  }
  if (!lantoa::is_utf8(*text) || text->find("\n\n\n") != std::string::npos) std::abort();
  return 0;
}
