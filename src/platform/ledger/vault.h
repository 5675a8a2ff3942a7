// Vault: whatever can identify a private person, as small JSON texts by id. Each row is sealed
// under its own random key (XChaCha20-Poly1305, bound to the row's id); the row keys are wrapped by
// the master key in a file of mode 600. Erasing a row drops its key: the facts, the counts and the
// chain stay true without it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "platform/ledger/key_file.h"
#include "platform/ledger/store.h"

namespace lantoa::ledger {

// The master key's file; see read_key_file().
Result<MasterKey> read_vault_key(const std::filesystem::path& path);

class Vault {
 public:
  Vault(Store& store, const MasterKey& key);

  // A row ready to stand in a Batch. `find_by` (a login, a token) becomes a keyed blind index.
  VaultRow seal(std::string_view id, std::string_view text, std::string_view find_by = {}) const;

  // nullopt when there is no such row or it was erased. Unavailable when the key does not open it.
  Result<std::optional<std::string>> open(std::string_view id);

  struct Found {
    std::string id;
    std::string text;
  };
  Result<std::optional<Found>> find(std::string_view find_by);

  // Proves that this key belongs to this store: the first call seals a known row ("vault/check"),
  // later calls open it. A wrong key is Invalid and names `key_file`. Called at start, before any
  // write; `append` is done through the batch it returns when the row has to be made.
  Result<std::optional<VaultRow>> check_key(const std::filesystem::path& key_file);

  // A commitment a fact may hold in place of a text: keyed, so that it cannot be guessed from the
  // text by an outsider. 64 hex digits.
  std::string commitment(std::string_view id, std::string_view text) const;

 private:
  Result<std::optional<std::string>> open_row(const std::optional<VaultRow>& row) const;

  Store& store_;
  MasterKey wrap_key_{};
  MasterKey blind_key_{};
  MasterKey commit_key_{};
};

}  // namespace lantoa::ledger
