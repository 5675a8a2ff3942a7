// The texts of an index, one behind the other in a file without a name, which is gone when the
// index or the process is. They are read only to show a few of them, so they need no memory. Throws
// std::system_error where the disk fails. One appends; any thread reads what was appended.
// Internal to search.
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

 private:
  int file_ = -1;
  std::uint64_t end_ = 0;
};

}  // namespace lantoa::search
