// The texts of an index, one behind the other in a file of their own: the library's compressed
// values lose the end of some repetitive texts over 8 KB ("Too few chunks of compressed data",
// 1.4.22), so with an entry it keeps only the place of its text. Throws std::system_error where
// the disk fails. Internal to search.
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
  enum class Use { Append, Read };
  Texts(const std::filesystem::path& file, Use use);
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
