#include "platform/mail/maildir.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace lantoa::mail {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      // A pipe or a link in there is no mail, and must not hold up whoever looks.
      : number_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool is_plain() const {
    struct stat about{};
    return number_ >= 0 && ::fstat(number_, &about) == 0 && S_ISREG(about.st_mode);
  }

  // False when reading failed.
  bool read(std::string& into, std::size_t bytes_max) const {
    constexpr std::size_t piece_bytes = std::size_t{64} << 10U;
    while (into.size() < bytes_max) {
      const std::size_t had = into.size();
      into.resize(had + std::min(piece_bytes, bytes_max - had));
      const ssize_t count = ::read(number_, into.data() + had, into.size() - had);
      into.resize(had + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return count == 0;
    }
    return true;
  }

 private:
  const int number_;
};

std::unique_ptr<DIR, CloseFolder> open_folder(const std::string& path) {
  return std::unique_ptr<DIR, CloseFolder>(::opendir(path.c_str()));
}

tl::unexpected<Problem> cannot_use(const std::string& path) {
  const std::string why = std::strerror(errno);
  return problem(
      Code::Unavailable,
      {"Không dùng được thư mục “" + path + "” (" + why + "). Hãy kiểm tra quyền đọc, ghi.",
       "Cannot use the folder “" + path + "” (" + why + "). Check its permissions."},
      "folder");
}

// What marks a mail stands behind a colon; its name in `new` has none.
std::string name_in_cur(const std::string& name, Maildir::Mark mark) {
  return name.substr(0, name.find(':')) + (mark == Maildir::Mark::Seen ? ":2,S" : ":2,");
}

}  // namespace

Result<void> Maildir::check() const {
  for (const char* part : {"/new", "/cur"}) {
    const std::string path = folder_ + part;
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) {
      return problem(Code::Invalid,
                     {"“" + folder_ + "” không phải là Maildir: thiếu thư mục “" + path +
                          "”. Hãy tạo bằng tài khoản mà máy chủ thư dùng để ghi thư.",
                      "“" + folder_ + "” is no Maildir: there is no folder “" + path +
                          "”. Make it as the user that the mail server delivers as."},
                     "folder");
    }
    if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0) return cannot_use(path);
  }
  return {};
}

Result<std::vector<std::string>> Maildir::waiting(std::size_t count,
                                                  std::string_view behind) const {
  const std::string path = folder_ + "/new";
  const auto folder = open_folder(path);
  if (!folder) return cannot_use(path);
  std::vector<std::string> out;
  for (;;) {
    errno = 0;
    const dirent* const entry = ::readdir(folder.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (!name.starts_with('.') && name > behind) out.emplace_back(name);
  }
  if (errno != 0) return cannot_use(path);
  std::sort(out.begin(), out.end());
  if (out.size() > count) out.resize(count);
  return out;
}

bool Maildir::has(const std::string& name) const {
  struct stat about{};
  return ::lstat((folder_ + "/new/" + name).c_str(), &about) == 0;
}

std::optional<std::string> Maildir::read(const std::string& name, std::size_t bytes_max) const {
  const OpenFile file(folder_ + "/new/" + name);
  std::string out;
  if (!file.is_plain() || !file.read(out, bytes_max)) return std::nullopt;
  return out;
}

bool Maildir::put_by(const std::string& name, Mark mark) const {
  const std::string from = folder_ + "/new/" + name;
  const std::string to = folder_ + "/cur/" + name_in_cur(name, mark);
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  // Not every network's file system can refuse to replace; servers never give a name twice.
  return errno == EINVAL && ::rename(from.c_str(), to.c_str()) == 0;
}

}  // namespace lantoa::mail
