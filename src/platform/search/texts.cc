#include "platform/search/texts.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace lantoa::search {
namespace {

[[noreturn]] void fail(const std::string& what, int error) {
  throw std::system_error(error, std::generic_category(), what);
}

int file_without_name(const std::filesystem::path& parent) {
  const int file = ::open(parent.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return file;
  // Some file systems give every file a name: it is taken away at once.
  std::string name = (parent / "lantoa-tim-XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

Texts::Texts(const std::filesystem::path& parent) : file_(file_without_name(parent)) {
  if (file_ < 0) fail(parent.string(), errno);
}

Texts::~Texts() { ::close(file_); }

TextPlace Texts::append(std::string_view text) {
  const TextPlace place{end_, text.size()};
  std::uint64_t at = end_;
  while (!text.empty()) {
    const ssize_t written = ::pwrite(file_, text.data(), text.size(), static_cast<off_t>(at));
    if (written <= 0) {
      if (written < 0 && errno == EINTR) continue;
      fail("write", written == 0 ? ENOSPC : errno);
    }
    at += static_cast<std::uint64_t>(written);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  end_ = at;  // what was written in part is written over
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
