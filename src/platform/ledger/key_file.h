// Secret keys in files of mode 600: 64 hex digits and a line end.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "kernel/result.h"

namespace lantoa::ledger {

using MasterKey = std::array<std::uint8_t, 32>;

// Reads the key file. Invalid, naming the file and what to do, when it is missing, not 64 hex
// digits and a line end, readable by group or others, or not this user's. `without` goes on the
// sentence that the file is missing: what cannot be done then.
Result<MasterKey> read_key_file(const std::filesystem::path& path, const Text& without);
// Makes a new one with mode 600 and syncs it; Conflict when it exists.
Result<MasterKey> create_key_file(const std::filesystem::path& path);

}  // namespace lantoa::ledger
