#include "platform/search/texts.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace lantoa::search {
namespace {

[[noreturn]] void fail(const std::string& what, int error) {
  throw std::system_error(error, std::generic_category(), what);
}

}  // namespace

Texts::Texts(const std::filesystem::path& file, Use use)
    : file_(use == Use::Append
                ? ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)
                : ::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (file_ < 0) fail(file.string(), errno);
}

Texts::~Texts() { ::close(file_); }

TextPlace Texts::append(std::string_view text) {
  const TextPlace place{end_, text.size()};
  while (!text.empty()) {
    const ssize_t written = ::pwrite(file_, text.data(), text.size(), static_cast<off_t>(end_));
    if (written <= 0) {
      if (written < 0 && errno == EINTR) continue;
      fail("write", written == 0 ? ENOSPC : errno);
    }
    end_ += static_cast<std::uint64_t>(written);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return place;
}

std::string Texts::read(const TextPlace& place) const {
  std::string text(place.bytes, '\0');
  std::size_t have = 0;
  while (have < text.size()) {
    const ssize_t got = ::pread(file_, text.data() + have, text.size() - have,
                                static_cast<off_t>(place.offset + have));
    if (got <= 0) {
      if (got < 0 && errno == EINTR) continue;
      fail("read", got == 0 ? EIO : errno);
    }
    have += static_cast<std::size_t>(got);
  }
  return text;
}

}  // namespace lantoa::search
