#include "app/checkpoint_keys.h"

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

bool is_there(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

Result<crypto::Digest> read(const std::filesystem::path& path) {
  return ledger::read_key_file(
      path, {"không ký được sổ cái. Nếu khóa đã mất hẳn, hãy chạy “lantoa ledger new-key”.",
             "the ledger cannot be signed. If the key is lost for good, run “lantoa ledger "
             "new-key”."});
}

}  // namespace

Result<city::checkpoint::Keys> open_checkpoint_keys(const std::filesystem::path& data,
                                                    bool is_signed) {
  city::checkpoint::Keys keys;
  if (!is_signed && !is_there(key_file(data))) {
    TRY_ASSIGN(keys.current, ledger::create_key_file(key_file(data)));
    return keys;
  }
  TRY_ASSIGN(keys.current, read(key_file(data)));
  if (is_there(former_file(data))) {
    TRY_ASSIGN(keys.former, read(former_file(data)));
  }
  return keys;
}

Result<void> change_checkpoint_key(const std::filesystem::path& data) {
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
  if (is_there(key_file(data))) {
    TRY(read(key_file(data)));
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
