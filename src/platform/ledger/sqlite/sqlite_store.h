// The default store: one SQLite file in WAL mode, synchronous=FULL, and blobs as files beside it.
// Exactly one connection writes and checkpoints (SQLite 3.40.1 can corrupt a WAL that several
// connections write or checkpoint); readers are read-only connections that never checkpoint.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "platform/ledger/blobs.h"
#include "platform/ledger/file.h"
#include "platform/ledger/store.h"

namespace lantoa::ledger {

struct SqliteTerms {
  // Another file system by its name in SQLite, for tests in which the power fails or the disk does,
  // and how to replace a file there. Then nothing is locked beside the file and no folder made.
  std::string vfs = {};
  ReplaceFile replace = replace_file;
  // The log is copied into the database file when it has grown to so many pages (4 MiB).
  int checkpoint_wal_pages = 1000;
};

// Opens or (ReadWrite) creates the file. Takes a lock file beside it, so that a second process that
// wants to write is refused with a clear sentence. Unsupported when the schema is newer. A file
// that can be read but not written, as on a full disk, is opened: it refuses to append until
// reopen() succeeds.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file, Access access,
                                                 const SqliteTerms& terms = {});

// Blobs in `folder`, two levels of two hex digits; written to a temporary name, synced, renamed,
// and the folder synced.
Result<std::unique_ptr<Blobs>> open_file_blobs(const std::filesystem::path& folder, Access access);

}  // namespace lantoa::ledger
