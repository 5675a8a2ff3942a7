// The files of the keys that sign the ledger: checkpoint.key, and checkpoint.key.old after a
// change.
#pragma once

#include <filesystem>

#include "city/checkpoint/checkpoint.h"

namespace lantoa::app {

// Makes the key of a ledger that was never signed (`is_signed` false). Invalid, naming the file,
// when it is missing or wrong.
Result<city::checkpoint::Keys> open_checkpoint_keys(const std::filesystem::path& data,
                                                    bool is_signed);

// Makes a new key; the one there is becomes the former one and signs the next checkpoint too.
// Conflict when the former one of an earlier change is still there.
Result<void> change_checkpoint_key(const std::filesystem::path& data);

}  // namespace lantoa::app
