// What the ledger needs of POSIX files: descriptors that close themselves, whole reads and writes,
// and syncing a folder so that a new name in it survives a power cut. Problems name the file.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "kernel/result.h"

namespace lantoa::ledger {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

// Unavailable, from errno: what was tried on which file and why it failed.
tl::unexpected<Problem> file_problem(const Text& what, const std::filesystem::path& path);

// Makes the missing folders of `folder` with mode 700 and syncs what holds them; those that are
// there keep their mode.
Result<void> make_private_folders(const std::filesystem::path& folder);
// The same for many at once, which sync_file_system() syncs afterwards.
Result<void> make_unsynced_folders(const std::filesystem::path& folder);
Result<void> sync_folder(const std::filesystem::path& folder);
// Everything on the file system that `folder` is on reaches the disk: for many new files at once.
Result<void> sync_file_system(const std::filesystem::path& folder);
// A folder made whole under another name gets its own, which is free, and the name is synced.
Result<void> put_in_place(const std::filesystem::path& made, const std::filesystem::path& place);

// Reads to the end, but at most `size_bytes_max`.
Result<std::string> read_all(const Descriptor& file, const std::filesystem::path& path,
                             std::size_t size_bytes_max);
Result<void> write_whole(const Descriptor& file, const std::filesystem::path& path,
                         std::string_view bytes);
Result<void> write_and_sync(const Descriptor& file, const std::filesystem::path& path,
                            std::string_view bytes);

// Puts a whole file in the place of `path`, or leaves what is there: written under a temporary name
// with mode 600, synced, renamed, and the folder synced.
Result<void> replace_file(const std::filesystem::path& path, std::string_view bytes);
using ReplaceFile = std::function<Result<void>(const std::filesystem::path&, std::string_view)>;

}  // namespace lantoa::ledger
