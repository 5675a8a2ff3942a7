#include "platform/ledger/sqlite/file_blobs.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <limits>

#include "platform/crypto/crypto.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::ledger {
namespace {

std::filesystem::path blob_path(const std::filesystem::path& folder, std::string_view address) {
  return folder / address.substr(0, 2) / address.substr(2, 2) / address;
}

// `how` is flock(2)'s.
Result<Descriptor> lock_blobs(const std::filesystem::path& folder, int how) {
  Descriptor lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!lock) return file_problem({"Mở thư mục", "Opening the folder"}, folder);
  while (::flock(lock.number(), how) != 0) {
    if (errno != EINTR) return file_problem({"Khóa thư mục", "Locking the folder"}, folder);
  }
  return lock;
}

Instant last_put(const struct ::stat& seen) {
  return {std::int64_t{seen.st_mtim.tv_sec} * 1'000 + seen.st_mtim.tv_nsec / 1'000'000};
}

class FileBlobs : public Blobs {
 public:
  explicit FileBlobs(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::string> put(std::string_view bytes) override {
    std::string address = crypto::hex(crypto::sha256(bytes));
    const std::filesystem::path path = blob_path(folder_, address);
    TRY(make_private_folders(path.parent_path()));
    // Whoever removes what nothing names does it before, so that it is written anew, or sees by the
    // file's time that it is used again.
    TRY_ASSIGN(const Descriptor kept, keep_blob_files(folder_));
    // Damaged bytes are written anew. Good ones, and the folders, may come from a put that ended
    // before they were synced.
    if (!get(address) || ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) != 0) {
      TRY(replace_file(path, bytes));
    }
    for (const auto& folder : {path.parent_path(), path.parent_path().parent_path(), folder_}) {
      TRY(sync_folder(folder));
    }
    return address;
  }

  Result<std::string> get(std::string_view address) override {
    const Text none{"Không có tệp nội dung mang địa chỉ này.",
                    "There is no stored content with this address."};
    if (!is_blob_address(address)) return problem(Code::NotFound, none);
    const std::filesystem::path path = blob_path(folder_, address);
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
  std::filesystem::path folder_;
};

}  // namespace

Result<Descriptor> keep_blob_files(const std::filesystem::path& folder) {
  return lock_blobs(folder, LOCK_SH);
}

Result<void> each_blob_file(const std::filesystem::path& folder, const VisitBlobFile& visit) {
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    struct ::stat seen{};
    const bool is_one = is_blob_address(name) && at->path() == blob_path(folder, name);
    if (!is_one || ::lstat(at->path().c_str(), &seen) != 0 || !S_ISREG(seen.st_mode)) continue;
    TRY(visit({name, last_put(seen), static_cast<std::uint64_t>(seen.st_size)}));
  }
  if (!error) return {};
  errno = error.value();
  return file_problem({"Đọc thư mục", "Reading the folder"}, folder);
}

Result<bool> remove_blob_file(const std::filesystem::path& folder, std::string_view address,
                              Instant before) {
  if (!is_blob_address(address)) return false;
  TRY_ASSIGN(const Descriptor alone, lock_blobs(folder, LOCK_EX));
  const std::filesystem::path path = blob_path(folder, address);
  struct ::stat seen{};
  if (::lstat(path.c_str(), &seen) != 0) {
    if (errno == ENOENT) return false;
    return file_problem({"Xem tệp", "Looking at the file"}, path);
  }
  if (!S_ISREG(seen.st_mode) || last_put(seen) >= before) return false;
  if (::unlink(path.c_str()) != 0) return file_problem({"Xóa tệp", "Removing the file"}, path);
  return true;
}

Result<std::unique_ptr<Blobs>> open_file_blobs(const std::filesystem::path& folder, Access access) {
  const bool reads_only = access == Access::ReadOnly;
  if (!reads_only) TRY(make_private_folders(folder));
  if (::access(folder.c_str(), reads_only ? R_OK | X_OK : R_OK | W_OK | X_OK) != 0) {
    return file_problem({"Mở thư mục", "Opening the folder"}, folder);
  }
  return std::make_unique<FileBlobs>(folder);
}

}  // namespace lantoa::ledger
