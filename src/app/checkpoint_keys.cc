#include "app/checkpoint_keys.h"

#include <fcntl.h>

#include "platform/ledger/file.h"
#include "platform/ledger/key_file.h"

namespace lantoa::app {
namespace {

std::filesystem::path key_file(const std::filesystem::path& data) {
  return data / "checkpoint.key";
}
std::filesystem::path former_file(const std::filesystem::path& data) {
  return data / "checkpoint.key.old";
}

std::filesystem::path lost_file(const std::filesystem::path& data) {
  return data / "checkpoint.key.lost";
}

bool is_there(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

Result<crypto::Digest> read(const std::filesystem::path& path) {
  auto key = ledger::read_key_file(
      path, {"không ký được sổ cái. Nếu khóa đã mất hẳn, hãy chạy “lantoa ledger new-key”.",
             "the ledger cannot be signed. If the key is lost for good, run “lantoa ledger "
             "new-key”."});
  if (!key && !is_there(path)) key.error().field = lost_key;
  return key;
}

bool is_of(const std::optional<crypto::Digest>& key, const ledger::VerifierKey& newest) {
  return key && crypto::public_key(*key) == newest.key;
}

std::optional<ledger::VerifierKey> said_lost(const std::filesystem::path& data) {
  constexpr std::size_t bytes_max = 1024;
  const auto path = lost_file(data);
  const ledger::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file) return std::nullopt;
  const auto text = ledger::read_all(file, path, bytes_max);
  const auto key = text ? ledger::parse_verifier_key(*text)
                        : Result<ledger::VerifierKey>(tl::unexpected(text.error()));
  return key ? std::optional(*key) : std::nullopt;
}

tl::unexpected<Problem> of_another_ledger(const std::filesystem::path& data,
                                          const ledger::VerifierKey& newest) {
  const std::string file = key_file(data).string();
  const std::string print = newest.fingerprint();
  return problem(
      Code::Invalid,
      {"Tệp khóa “" + file + "” không phải là khóa đã ký điểm ký mới nhất (" + print +
           "). Hãy đặt lại đúng khóa đó; nếu nó đã mất hẳn, hãy chạy “lantoa ledger "
           "new-key” và báo dấu vân tay mới cho người kiểm tra.",
       "The key file “" + file + "” is not the key that signed the newest checkpoint (" + print +
           "). Put that key back; if it is lost for good, run “lantoa ledger new-key” "
           "and tell the new fingerprint to those who check."},
      std::string(lost_key));
}

}  // namespace

Result<city::checkpoint::Keys> open_checkpoint_keys(const std::filesystem::path& data,
                                                    const ledger::VerifierKey* newest) {
  city::checkpoint::Keys keys;
  if (newest == nullptr && !is_there(key_file(data))) {
    TRY_ASSIGN(keys.current, ledger::create_key_file(key_file(data)));
    return keys;
  }
  TRY_ASSIGN(keys.current, read(key_file(data)));
  if (is_there(former_file(data))) {
    TRY_ASSIGN(keys.former, read(former_file(data)));
  }
  keys.lost = said_lost(data);
  const bool fits = newest == nullptr || is_of(keys.current, *newest) ||
                    is_of(keys.former, *newest) || keys.lost == *newest;
  if (!fits) return of_another_ledger(data, *newest);
  return keys;
}

Result<void> change_checkpoint_key(const std::filesystem::path& data,
                                   const ledger::VerifierKey* newest) {
  const auto former = former_file(data);
  // Cut off after the renaming, an earlier change is only finished.
  if (is_there(former) && is_there(key_file(data))) {
    return problem(
        Code::Conflict,
        {"Khóa cũ “" + former.string() +
             "” của lần đổi trước vẫn còn. Hãy cất nó nơi khác sau khi đã có điểm ký bằng "
             "khóa mới, rồi chạy lại.",
         "The former key “" + former.string() +
             "” of an earlier change is still there. Move it away once a checkpoint "
             "was signed with the new key, then run this again."});
  }
  const bool has_key = is_there(key_file(data));
  std::optional<crypto::Digest> vouching;  // for the new key, once it signs
  if (has_key || is_there(former)) {
    TRY_ASSIGN(vouching, read(has_key ? key_file(data) : former));
  }
  if (newest != nullptr && !is_of(vouching, *newest)) {
    TRY(ledger::replace_file(lost_file(data), newest->text() + "\n"));
  }
  if (has_key) {
    std::error_code error;
    std::filesystem::rename(key_file(data), former, error);
    if (error) {
      return problem(Code::Unavailable,
                     {"Không đổi tên được tệp khóa “" + key_file(data).string() + "”.",
                      "The key file “" + key_file(data).string() + "” cannot be renamed."});
    }
    TRY(ledger::sync_folder(data));
  }
  TRY(ledger::create_key_file(key_file(data)));
  return {};
}

}  // namespace lantoa::app
