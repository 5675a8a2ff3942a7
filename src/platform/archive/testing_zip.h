// Archives for tests and fuzzers of what reads them.
#pragma once

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

namespace lantoa::archive {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string make_zip(const Parts& parts, const char* password = nullptr,
                            bool stored = false) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (stored) {
      zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (password != nullptr) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
  }
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

}  // namespace lantoa::archive
