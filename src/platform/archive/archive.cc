#include "platform/archive/archive.h"

#include <zip.h>

#include <algorithm>

namespace lantoa::archive {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

tl::unexpected<Problem> damaged() {
  return problem(Code::Invalid, {"Tệp bị hỏng nên không mở được. Hãy lưu lại rồi chọn lại.",
                                 "The file is damaged. Save it again and choose it again."});
}

tl::unexpected<Problem> bomb() {
  return problem(Code::TooLarge, {"Tệp bung ra lớn bất thường nên không được mở.",
                                  "The file unpacks to an unusual size and was not opened."});
}

Result<std::string> unpack(zip_t* zip, zip_uint64_t index, std::size_t bytes_max) {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip, index, 0));
  if (!file) return damaged();
  std::string out;
  std::string block(64 * 1024, '\0');
  for (;;) {
    const zip_int64_t read = zip_fread(file.get(), block.data(), block.size());
    if (read < 0) return damaged();
    if (read == 0) return out;
    out.append(block, 0, static_cast<std::size_t>(read));
    if (out.size() > bytes_max) return bomb();
  }
}

}  // namespace

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

void Archive::Close::operator()(void* zip) const { zip_discard(static_cast<zip_t*>(zip)); }

Result<Archive> Archive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return damaged();
  }
  Archive archive(zip);
  const zip_int64_t entries = zip_get_num_entries(zip, 0);
  if (entries < 0 || static_cast<std::size_t>(entries) > entries_max) return bomb();
  return archive;
}

Result<std::string> Archive::read(const std::string& name, std::size_t bytes_max) const {
  auto* zip = static_cast<zip_t*>(zip_.get());
  const zip_int64_t index = zip_name_locate(zip, name.c_str(), 0);
  if (index < 0) {
    return problem(Code::NotFound, {"Trong tệp không có phần “" + name + "”.",
                                    "The file has no part “" + name + "”."});
  }
  zip_stat_t stat;
  zip_stat_init(&stat);
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat_index(zip, static_cast<zip_uint64_t>(index), 0, &stat) != 0 ||
      (stat.valid & needed) != needed) {
    return damaged();
  }
  if (stat.encryption_method != ZIP_EM_NONE) {
    return problem(Code::Unsupported,
                   {"Tệp được bảo vệ bằng mật khẩu. Hãy gỡ mật khẩu rồi chọn lại.",
                    "The file is protected by a password. Remove it first."});
  }
  if (stat.size > bytes_max) return bomb();
  const std::size_t most =
      std::min(bytes_max, (static_cast<std::size_t>(stat.comp_size) + 64) * ratio_max);
  return unpack(zip, static_cast<zip_uint64_t>(index), most);
}

}  // namespace lantoa::archive
