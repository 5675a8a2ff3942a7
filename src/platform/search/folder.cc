#include "platform/search/folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace lantoa::search {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_begins = "lantoa-tim-";
constexpr int attempts_max = 8;

// The folder open and locked; -1 when another process has it, or it is not to be opened.
int lock_folder(const fs::path& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0) return -1;
  if (::flock(folder, LOCK_EX | LOCK_NB) == 0) return folder;
  ::close(folder);
  return -1;
}

// Nobody swept it between its making and its locking.
bool is_still_there(const fs::path& path, int folder) {
  struct stat by_name{};
  struct stat open{};
  return ::stat(path.c_str(), &by_name) == 0 && ::fstat(folder, &open) == 0 &&
         by_name.st_ino == open.st_ino && by_name.st_dev == open.st_dev;
}

void sweep(const fs::path& parent) {
  std::error_code error;
  for (fs::directory_iterator at(parent, error), end; !error && at != end; at.increment(error)) {
    if (!at->path().filename().string().starts_with(name_begins)) continue;
    const int folder = lock_folder(at->path());
    if (folder < 0) continue;
    std::error_code ignored;  // another user's, or gone already
    fs::remove_all(at->path(), ignored);
    ::close(folder);
  }
}

}  // namespace

Result<TemporaryFolder> TemporaryFolder::make(const fs::path& parent) {
  sweep(parent);
  int failure = 0;
  for (int attempt = 0; attempt < attempts_max; ++attempt) {
    std::string name = (parent / (std::string(name_begins) + "XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) {
      failure = errno;
      break;
    }
    const int folder = lock_folder(name);
    if (folder >= 0 && is_still_there(name, folder)) return TemporaryFolder(name, folder);
    failure = EAGAIN;
    if (folder >= 0) ::close(folder);
  }
  const std::string why = std::generic_category().message(failure);
  return problem(Code::Unavailable,
                 {"Không tạo được thư mục cho chỉ mục tìm kiếm trong " + parent.string() + " (" +
                      why + "). Hãy kiểm tra chỗ trống và quyền ghi.",
                  "No folder for the search index can be made in " + parent.string() + " (" + why +
                      "). Check the space left and the right to write."});
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

TemporaryFolder::~TemporaryFolder() {
  if (lock_ < 0) return;
  std::error_code ignored;  // the next start sweeps what is left
  fs::remove_all(path_, ignored);
  ::close(lock_);
}

}  // namespace lantoa::search
