#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "platform/mail/mail.h"

namespace lantoa::mail {

namespace {

constexpr int file_mode = 0640;

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags)
      : number_(::open(path.c_str(), flags, file_mode)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool is_open() const { return number_ >= 0; }

  bool write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }
  bool sync() const { return ::fsync(number_) == 0; }

 private:
  int number_;
};

// A name without a way out of the folder, and not hidden.
std::string file_name(std::string_view id) {
  static constexpr std::string_view others = "-_.@+=";
  std::string out(id);
  for (char& c : out) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      others.find(c) != std::string_view::npos;
    if (!kept) c = '_';
  }
  if (out.starts_with('.')) out.front() = '_';
  return out + ".eml";
}

bool holds(const std::string& path, std::string_view bytes) {
  std::ifstream file(path, std::ios::binary);
  const std::string held{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return held == bytes;
}

class FolderSender : public Sender {
 public:
  FolderSender(std::string folder, Sync sync) : folder_(std::move(folder)), sync_(sync) {}

  Sent send(const Message& message) override {
    const Result<std::string> mime = to_mime(message);
    if (!mime) return {Outcome::Refused, mime.error().text.en};
    const std::string path = folder_ + "/" + file_name(message.id);
    const std::string unfinished = path + ".tmp";
    const Descriptor file(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    if (!file.is_open() || !file.write_all(*mime) || !is_safe(file)) return not_now();
    if (::renameat2(AT_FDCWD, unfinished.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0) {
      const int reason = errno;
      ::unlink(unfinished.c_str());
      errno = reason;
      if (reason != EEXIST) return not_now();
      if (!holds(path, *mime)) return {Outcome::Refused, "another message of this id is there"};
    }
    if (!is_safe(Descriptor(folder_, O_RDONLY | O_DIRECTORY | O_CLOEXEC))) {
      return {Outcome::Unknown, std::strerror(errno)};
    }
    return {Outcome::Accepted, "written"};
  }

 private:
  bool is_safe(const Descriptor& written) const { return sync_ == Sync::Never || written.sync(); }
  static Sent not_now() { return {Outcome::NotNow, std::strerror(errno)}; }

  const std::string folder_;
  const Sync sync_;
};

}  // namespace

Result<std::unique_ptr<Sender>> make_folder_sender(std::string folder, Sync sync) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return problem(Code::Unavailable,
                   {"Không tạo được thư mục thư đi “" + folder + "” (" + error.message() +
                        "). Hãy kiểm tra đường dẫn và quyền ghi.",
                    "Cannot create the mail folder “" + folder + "” (" + error.message() +
                        "). Check the path and its permissions."},
                   "folder");
  }
  return std::make_unique<FolderSender>(std::move(folder), sync);
}

}  // namespace lantoa::mail
