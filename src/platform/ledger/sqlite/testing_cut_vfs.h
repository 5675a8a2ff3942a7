// A file system for SQLite that keeps its files on a Disk in memory, so that tests can cut the
// power after any operation and let any call fail. Locks and the shared index of the log are kept
// between the connections of this process. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "platform/ledger/sqlite/testing_disk.h"

namespace lantoa::ledger {

class CutVfs {
 public:
  explicit CutVfs(Disk& disk);  // registered with SQLite under name() while it lives
  ~CutVfs();
  CutVfs(const CutVfs&) = delete;
  CutVfs& operator=(const CutVfs&) = delete;

  const std::string& name() const;
  std::size_t open_files() const;
  // How many connections wrote to `file` or its log since the last call, at most.
  std::size_t take_writers(const std::string& file);

  // As replace_file() does it, on this disk.
  Result<void> replace(const std::filesystem::path& path, std::string_view bytes);

  class Files;

 private:
  std::unique_ptr<Files> files_;
};

// Every choice that SQLite leaves to chance comes from `seed` from now on.
void seed_sqlite(int seed);

}  // namespace lantoa::ledger
