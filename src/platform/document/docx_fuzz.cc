// Whatever the bytes: no crash; what can be read is UTF-8, what cannot has a sentence. Archives are
// given as they are and, so that the XML is reached as well, packed anew around the bytes.
#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "kernel/utf8.h"
#include "platform/document/kinds.h"

namespace {

std::string packed(std::string_view xml) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  zip_source_keep(target);
  zip_source_t* part = zip_source_buffer(archive, xml.data(), xml.size(), 0);
  const zip_int64_t index = zip_file_add(archive, "word/document.xml", part, ZIP_FL_ENC_UTF_8);
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  zip_close(archive);
  std::string out;
  zip_source_open(target);
  char block[4096];
  for (zip_int64_t n; (n = zip_source_read(target, block, sizeof block)) > 0;) {
    out.append(block, static_cast<std::size_t>(n));
  }
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return out;
}

void check(std::string_view archive) {
  const auto text = lantoa::document::docx_to_text(archive);
  if (text ? !lantoa::is_utf8(*text) : text.error().text.vi.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  check(packed(bytes));
  return 0;
}
