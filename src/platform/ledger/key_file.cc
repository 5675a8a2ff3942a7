#include "platform/ledger/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "platform/crypto/crypto.h"
#include "platform/ledger/file.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t key_file_size = 65;  // 64 digits and a line end

tl::unexpected<Problem> bad_key_file(const std::filesystem::path& path, const Text& why) {
  return problem(Code::Invalid, {"Tệp khóa “" + path.string() + "” " + why.vi,
                                 "The key file “" + path.string() + "” " + why.en});
}

}  // namespace

Result<MasterKey> read_key_file(const std::filesystem::path& path, const Text& without) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file && errno == ENOENT) {
    return bad_key_file(
        path, {"không có. Hãy khôi phục từ bản sao lưu khóa; thiếu khóa thì " + without.vi,
               "is missing. Restore it from the backup of the key; without it " + without.en});
  }
  struct stat about{};
  if (!file || ::fstat(file.number(), &about) != 0) {
    return bad_key_file(path, {"không mở được. Hãy cho tài khoản chạy chương trình quyền đọc.",
                               "cannot be opened. Let the program's user read it."});
  }
  if (!S_ISREG(about.st_mode)) {
    return bad_key_file(path, {"không phải là tệp thường. Hãy trỏ tới đúng tệp khóa.",
                               "is not a regular file. Name the right file."});
  }
  if (about.st_uid != ::geteuid()) {
    return bad_key_file(path, {"không thuộc tài khoản đang chạy chương trình. Hãy đổi chủ sở hữu "
                               "bằng lệnh chown.",
                               "does not belong to the user running the program. Change its owner "
                               "with chown."});
  }
  if ((about.st_mode & 077) != 0) {
    return bad_key_file(path, {"đang mở cho người khác đọc. Hãy chạy: chmod 600 " + path.string(),
                               "is open to other users. Run: chmod 600 " + path.string()});
  }
  TRY_ASSIGN(const auto text, read_all(file, path, key_file_size + 1));
  const auto bytes = crypto::unhex(std::string_view(text).substr(0, key_file_size - 1));
  if (text.size() != key_file_size || text.back() != '\n' || !bytes) {
    return bad_key_file(path, {"phải gồm đúng 64 chữ số thập lục phân và một dấu xuống dòng. Hãy "
                               "khôi phục từ bản sao lưu khóa.",
                               "must hold exactly 64 hexadecimal digits and a line end. Restore it "
                               "from the backup of the key."});
  }
  MasterKey key;
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

Result<MasterKey> create_key_file(const std::filesystem::path& path) {
  TRY(make_private_folders(path.parent_path()));
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file && errno == EEXIST) {
    return problem(Code::Conflict,
                   {"Tệp khóa “" + path.string() + "” đã có; không ghi đè để khỏi mất khóa cũ.",
                    "The key file “" + path.string() +
                        "” exists; it is not overwritten, so that the old key is not lost."});
  }
  if (!file) return file_problem({"Tạo tệp khóa", "Making the key file"}, path);
  const std::string bytes = crypto::SystemRandom().bytes(std::tuple_size_v<MasterKey>);
  if (auto written = write_and_sync(file, path, crypto::hex(bytes) + "\n"); !written) {
    ::unlink(path.c_str());  // half a key must not stand where a whole one is looked for
    return tl::unexpected(std::move(written).error());
  }
  TRY(sync_folder(path.has_parent_path() ? path.parent_path() : "."));
  MasterKey key;
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

}  // namespace lantoa::ledger
