// Blobs as files, for whoever takes away what nothing names any more: how old each is, and removing
// one while others put and read. A file's time is when its bytes were put last.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "kernel/time.h"
#include "platform/ledger/blobs.h"
#include "platform/ledger/file.h"

namespace lantoa::ledger {

struct BlobFile {
  std::string address;
  Instant put;  // last
  std::uint64_t bytes = 0;
};
using VisitBlobFile = std::function<Result<void>(const BlobFile&)>;
// Every blob of the folder, in any order.
Result<void> each_blob_file(const std::filesystem::path& folder, const VisitBlobFile& visit);

// While it lives nothing is removed; putting and reading go on.
Result<Descriptor> keep_blob_files(const std::filesystem::path& folder);

// Removes the file of a blob that was put before then, and not since. False: it was put again, or
// is not there. Waits for those who keep.
Result<bool> remove_blob_file(const std::filesystem::path& folder, std::string_view address,
                              Instant before);

}  // namespace lantoa::ledger
