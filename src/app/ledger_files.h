// Ledgers and public keys that commands are given to look at.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/place.h"
#include "platform/ledger/note.h"
#include "platform/ledger/store.h"

namespace lantoa::app {

// For reading only, without folding it and without the vault's key.
Result<std::unique_ptr<ledger::Store>> open_to_read(const Place& place);

// `key`: a file that holds the key's text, or the text itself.
Result<ledger::VerifierKey> read_public_key(const std::string& key);

}  // namespace lantoa::app
