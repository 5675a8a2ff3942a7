// The texts of an index, one behind the other in a file without a name, which is gone when the
// index or the process is. They are read only to show a few of them, so they need no memory. Throws
// std::system_error where the disk fails. One appends; any thread reads what was appended. Nothing
// is taken out of a file: the writer begins a new one when more than half of it is of no use, which
// it looks at every 16 MiB. So a file has about twice the texts of the index and 16 MiB at most,
// half as much again while they are copied: of 100,000 articles of 2.4 KB, half a GiB. Internal to
// search.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace lantoa::search {

struct TextPlace {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

class Texts {
 public:
  explicit Texts(const std::filesystem::path& parent);
  ~Texts();
  Texts(const Texts&) = delete;
  Texts& operator=(const Texts&) = delete;

  TextPlace append(std::string_view text);
  std::string read(const TextPlace& place) const;
  std::uint64_t bytes() const { return end_; }  // for whoever appends

 private:
  int file_ = -1;
  std::uint64_t end_ = 0;
};

}  // namespace lantoa::search
