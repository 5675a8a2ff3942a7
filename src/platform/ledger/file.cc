#include "platform/ledger/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace lantoa::ledger {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

tl::unexpected<Problem> file_problem(const Text& what, const std::filesystem::path& path) {
  const std::string why = std::generic_category().message(errno);
  const std::string name = path.string();
  return problem(Code::Unavailable,
                 {what.vi + " “" + name + "” không thành công (" + why +
                      "). Hãy kiểm tra ổ đĩa, dung lượng trống và quyền truy cập.",
                  what.en + " “" + name + "” failed (" + why +
                      "). Check the disk, its free space and the permissions."});
}

Result<void> sync_folder(const std::filesystem::path& folder) {
  const Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!open_folder || ::fsync(open_folder.number()) != 0) {
    return file_problem({"Đồng bộ thư mục", "Syncing the folder"}, folder);
  }
  return {};
}

Result<void> sync_file_system(const std::filesystem::path& folder) {
  const Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!open_folder || ::syncfs(open_folder.number()) != 0) {
    return file_problem({"Đồng bộ thư mục", "Syncing the folder"}, folder);
  }
  return {};
}

Result<void> put_in_place(const std::filesystem::path& made, const std::filesystem::path& place) {
  TRY(sync_file_system(made));
  if (::rename(made.c_str(), place.c_str()) != 0) {
    return file_problem({"Đặt thư mục vào", "Putting the folder at"}, place);
  }
  const std::filesystem::path parent = place.parent_path();
  return sync_folder(parent.empty() ? "." : parent);
}

namespace {

Result<void> make_folders(const std::filesystem::path& folder, bool synced) {
  std::error_code ignored;
  if (folder.empty() || std::filesystem::is_directory(folder, ignored)) return {};
  std::filesystem::path parent = folder.parent_path();
  TRY(make_folders(parent, synced));
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    return file_problem({"Tạo thư mục", "Making the folder"}, folder);
  }
  if (!synced) return {};
  auto done = sync_folder(parent.empty() ? "." : parent);
  // Else the next attempt would find it there and not sync again.
  if (!done) ::rmdir(folder.c_str());
  return done;
}

}  // namespace

Result<void> make_private_folders(const std::filesystem::path& folder) {
  return make_folders(folder, true);
}

Result<void> make_unsynced_folders(const std::filesystem::path& folder) {
  return make_folders(folder, false);
}

Result<std::string> read_all(const Descriptor& file, const std::filesystem::path& path,
                             std::size_t size_bytes_max) {
  std::string out;
  std::string piece(std::min<std::size_t>(size_bytes_max, 256 * 1024), '\0');
  while (out.size() < size_bytes_max) {
    const std::size_t wanted = std::min(piece.size(), size_bytes_max - out.size());
    const ssize_t got = ::read(file.number(), piece.data(), wanted);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return file_problem({"Đọc tệp", "Reading the file"}, path);
    if (got == 0) break;
    out.append(piece, 0, static_cast<std::size_t>(got));
  }
  return out;
}

Result<void> write_whole(const Descriptor& file, const std::filesystem::path& path,
                         std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return file_problem({"Ghi tệp", "Writing the file"}, path);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

Result<void> write_and_sync(const Descriptor& file, const std::filesystem::path& path,
                            std::string_view bytes) {
  TRY(write_whole(file, path, bytes));
  if (::fsync(file.number()) != 0) return file_problem({"Đồng bộ tệp", "Syncing the file"}, path);
  return {};
}

Result<void> replace_file(const std::filesystem::path& path, std::string_view bytes) {
  std::string temporary = path.string() + ".XXXXXX";
  const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file) return file_problem({"Tạo tệp", "Making the file"}, temporary);
  auto done = write_and_sync(file, temporary, bytes);
  if (done && ::rename(temporary.c_str(), path.c_str()) != 0) {
    done = file_problem({"Đổi tên tệp", "Renaming the file"}, temporary);
  }
  if (!done) {
    ::unlink(temporary.c_str());
    return done;
  }
  return sync_folder(path.has_parent_path() ? path.parent_path() : ".");
}

}  // namespace lantoa::ledger
