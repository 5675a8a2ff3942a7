// Whatever the bytes: no crash; what can be read is UTF-8, what cannot has a sentence. Archives are
// given as they are and, so that the XML is reached as well, packed anew around the bytes.
// Tries: docx_text.cc, ../archive/archive.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "kernel/utf8.h"
#include "platform/archive/archive.h"
#include "platform/archive/testing_zip.h"
#include "platform/document/kinds.h"

namespace {

void check(std::string_view archive) {
  const auto text = lantoa::document::docx_to_text(archive);
  if (text) {
    if (!lantoa::is_utf8(*text)) std::abort();
  } else if (text.error().text.vi.empty() || text.error().text.en.empty()) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  const std::string packed =
      lantoa::archive::make_zip({{"word/document.xml", std::string(bytes)}}, nullptr, true);
  if (!lantoa::archive::is_archive(packed)) std::abort();
  check(packed);
  return 0;
}
