#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <limits>

#include "platform/crypto/crypto.h"
#include "platform/ledger/file.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::ledger {
namespace {

class FileBlobs : public Blobs {
 public:
  explicit FileBlobs(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::string> put(std::string_view bytes) override {
    std::string address = crypto::hex(crypto::sha256(bytes));
    const std::filesystem::path path = path_of(address);
    TRY(make_private_folders(path.parent_path()));
    // Damaged bytes are written anew. Good ones, and the folders, may come from a put that ended
    // before they were synced.
    if (!get(address)) TRY(replace_file(path, bytes));
    for (const auto& folder : {path.parent_path(), path.parent_path().parent_path(), folder_}) {
      TRY(sync_folder(folder));
    }
    return address;
  }

  Result<std::string> get(std::string_view address) override {
    const Text none{"Không có tệp nội dung mang địa chỉ này.",
                    "There is no stored content with this address."};
    if (!is_blob_address(address)) return problem(Code::NotFound, none);
    const std::filesystem::path path = path_of(address);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file && errno == ENOENT) return problem(Code::NotFound, none);
    if (!file) return file_problem({"Mở tệp", "Opening the file"}, path);
    TRY_ASSIGN(auto bytes, read_all(file, path, std::numeric_limits<std::size_t>::max()));
    if (crypto::hex(crypto::sha256(bytes)) != address) {
      return problem(
          Code::Unavailable,
          {"Tệp nội dung “" + path.string() + "” đã hỏng. Hãy khôi phục từ bản sao lưu.",
           "The stored content “" + path.string() + "” is damaged. Restore it from a backup."});
    }
    return bytes;
  }

  Result<void> each(const VisitAddress& visit) override {
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder_, error), end; !error && at != end;
         at.increment(error)) {
      const std::string name = at->path().filename().string();
      if (is_blob_address(name)) TRY(visit(name));
    }
    if (!error) return {};
    errno = error.value();
    return file_problem({"Đọc thư mục", "Reading the folder"}, folder_);
  }

 private:
  std::filesystem::path path_of(std::string_view address) const {
    return folder_ / address.substr(0, 2) / address.substr(2, 2) / address;
  }

  std::filesystem::path folder_;
};

}  // namespace

Result<std::unique_ptr<Blobs>> open_file_blobs(const std::filesystem::path& folder, Access access) {
  const bool reads_only = access == Access::ReadOnly;
  if (!reads_only) TRY(make_private_folders(folder));
  if (::access(folder.c_str(), reads_only ? R_OK | X_OK : R_OK | W_OK | X_OK) != 0) {
    return file_problem({"Mở thư mục", "Opening the folder"}, folder);
  }
  return std::make_unique<FileBlobs>(folder);
}

}  // namespace lantoa::ledger
