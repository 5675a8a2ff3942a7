// A folder of its own for an index that is made anew at every start: readable by this user only,
// removed when its owner lets it go. Those that a killed process left behind are swept when the
// next one is made.
#pragma once

#include <filesystem>

#include "kernel/result.h"

namespace lantoa::search {

class TemporaryFolder {
 public:
  // Unavailable when there can be none in `parent`, and says why.
  static Result<TemporaryFolder> make(const std::filesystem::path& parent);
  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  TemporaryFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::filesystem::path path_;
  int lock_ = -1;  // the folder, open and locked as long as its owner lives
};

}  // namespace lantoa::search
