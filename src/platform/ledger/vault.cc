#include "platform/ledger/vault.h"

#include "kernel/assert.h"
#include "platform/crypto/crypto.h"

namespace lantoa::ledger {
namespace {

constexpr std::string_view check_id = "vault/check";
constexpr std::string_view check_text = "lantoa vault 1";

std::string_view view(const MasterKey& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

// Different places for the two ciphertexts of a row, so that neither opens in the other's stead.
std::string key_place(std::string_view id) { return "key of " + std::string(id); }
std::string text_place(std::string_view id) { return "text of " + std::string(id); }

}  // namespace

Result<MasterKey> read_vault_key(const std::filesystem::path& path) {
  return read_key_file(path, {"không đọc được dữ liệu cá nhân.", "no personal data can be read."});
}

Vault::Vault(Store& store, const MasterKey& key)
    : store_(store),
      wrap_key_(crypto::hmac_sha256(view(key), "lantoa vault: wrap row keys")),
      blind_key_(crypto::hmac_sha256(view(key), "lantoa vault: blind index")),
      commit_key_(crypto::hmac_sha256(view(key), "lantoa vault: commitments")) {}

VaultRow Vault::seal(std::string_view id, std::string_view text, std::string_view find_by) const {
  const std::string random = crypto::SystemRandom().bytes(std::tuple_size_v<crypto::Digest>);
  crypto::Digest row_key;
  std::copy(random.begin(), random.end(), row_key.begin());
  VaultRow row{std::string(id), {}, {}, {}};
  if (!find_by.empty()) row.blind = crypto::hex(crypto::hmac_sha256(view(blind_key_), find_by));
  row.wrapped_key = crypto::seal(wrap_key_, random, key_place(id));
  row.sealed = crypto::seal(row_key, text, text_place(id));
  return row;
}

Result<std::optional<std::string>> Vault::open_row(const std::optional<VaultRow>& row) const {
  if (!row || row->wrapped_key.empty()) return std::nullopt;
  const auto key_bytes = crypto::open(wrap_key_, row->wrapped_key, key_place(row->id));
  crypto::Digest row_key;
  if (key_bytes && key_bytes->size() == row_key.size()) {
    std::copy(key_bytes->begin(), key_bytes->end(), row_key.begin());
    auto text = crypto::open(row_key, row->sealed, text_place(row->id));
    if (text) return *std::move(text);
  }
  return problem(Code::Unavailable,
                 {"Không mở được bản ghi cá nhân “" + row->id +
                      "”: khóa không đúng hoặc dữ liệu đã hỏng. Hãy báo người quản trị hệ thống.",
                  "The personal record “" + row->id +
                      "” does not open: the key is wrong or the data is damaged. Tell the system's "
                      "administrator."});
}

Result<std::optional<std::string>> Vault::open(std::string_view id) {
  TRY_ASSIGN(const auto row, store_.vault_row(id));
  return open_row(row);
}

Result<std::optional<Vault::Found>> Vault::find(std::string_view find_by) {
  if (find_by.empty()) return std::nullopt;
  const std::string blind = crypto::hex(crypto::hmac_sha256(view(blind_key_), find_by));
  TRY_ASSIGN(const auto row, store_.vault_row_by_blind(blind));
  TRY_ASSIGN(auto text, open_row(row));
  if (!text) return std::nullopt;
  return Found{row->id, *std::move(text)};
}

Result<std::optional<VaultRow>> Vault::check_key(const std::filesystem::path& key_file) {
  TRY_ASSIGN(const auto row, store_.vault_row(check_id));
  if (!row) return seal(check_id, check_text);
  const auto text = open_row(row);
  if (!text || *text != check_text) {
    return problem(Code::Invalid,
                   {"Khóa trong tệp “" + key_file.string() +
                        "” không phải là khóa của kho dữ liệu này. Hãy khôi phục đúng tệp khóa.",
                    "The key in “" + key_file.string() +
                        "” is not the key of this store. Restore the right key file."});
  }
  return std::nullopt;
}

std::string Vault::commitment(std::string_view id, std::string_view text) const {
  // The id's length comes first, so that no two pairs of id and text read the same.
  std::string bytes = std::to_string(id.size()) + ":";
  bytes.append(id).append(text);
  return crypto::hex(crypto::hmac_sha256(view(commit_key_), bytes));
}

}  // namespace lantoa::ledger
