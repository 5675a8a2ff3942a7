// The files of the keys that sign the ledger: checkpoint.key; checkpoint.key.old after a change;
// and checkpoint.key.lost, which names the public key of checkpoints that nobody can sign for any
// more.
#pragma once

#include <filesystem>

#include "city/checkpoint/checkpoint.h"

namespace lantoa::app {

// The field of the Problem that the key there is not the one that signed the newest checkpoint.
constexpr std::string_view lost_key = "checkpoint.key.lost";

// `newest`: the key of the newest checkpoint; nullptr: the ledger was never signed, and its key is
// made when there is none. Invalid, naming the file, when the key is missing or damaged, or neither
// it nor the former one is the `newest` key and that was not said to be lost (field `lost_key`):
// else a key from elsewhere would sign on unnoticed.
Result<city::checkpoint::Keys> open_checkpoint_keys(const std::filesystem::path& data,
                                                    const ledger::VerifierKey* newest);

// Makes a new key; the one there is becomes the former one and signs the next checkpoint too. When
// neither of them is the `newest` key, it is lost from now on, and the new one signs alone.
// Conflict when the former one of an earlier change is still there.
Result<void> change_checkpoint_key(const std::filesystem::path& data,
                                   const ledger::VerifierKey* newest);

}  // namespace lantoa::app
