// Reads parts of a zip archive that somebody sent, such as an office file. What the archive says of
// itself is believed only where it makes things worse: what is unpacked is counted.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::archive {

constexpr std::size_t entries_max = 4'096;
constexpr std::size_t ratio_max = 250;  // unpacked to packed

bool is_archive(std::string_view bytes);  // by how they begin

class Archive {
 public:
  // `bytes` must outlive it. Invalid: damaged; TooLarge: too many parts.
  static Result<Archive> open(std::string_view bytes);

  // The part of this name. NotFound; Unsupported: under a password; Invalid: damaged; TooLarge:
  // over `bytes_max`, or unusually small packed. The sentences name no kind of file: who reads one
  // says his own.
  Result<std::string> read(const std::string& name, std::size_t bytes_max) const;

 private:
  struct Close {
    void operator()(void* zip) const;
  };
  explicit Archive(void* zip) : zip_(zip) {}

  std::unique_ptr<void, Close> zip_;  // zip_t
};

}  // namespace lantoa::archive
