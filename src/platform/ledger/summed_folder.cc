#include "platform/ledger/summed_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <vector>

#include "platform/crypto/crypto.h"
#include "platform/ledger/file.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t piece_bytes = 1024 * 1024;

// Every piece of the file in its order.
template <class Take>
Result<void> read_pieces(const std::filesystem::path& path, Take take) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return file_problem({"Mở tệp", "Opening the file"}, path);
  std::string piece(piece_bytes, '\0');
  while (true) {
    const ssize_t got = ::read(file.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return file_problem({"Đọc tệp", "Reading the file"}, path);
    if (got == 0) return {};
    TRY(take(std::string_view(piece).substr(0, static_cast<std::size_t>(got))));
  }
}

// The regular files below, but for the list itself.
Result<std::vector<std::string>> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  std::filesystem::recursive_directory_iterator at(folder, error);
  while (!error && at != std::filesystem::recursive_directory_iterator()) {
    const std::string path = at->path().lexically_relative(folder).string();
    if (!at->is_directory(error) && path != sums_name) out.push_back(path);
    if (!error) at.increment(error);
  }
  if (error) {
    errno = error.value();
    return file_problem({"Đọc thư mục", "Reading the folder"}, folder);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Result<std::string> copy_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Descriptor copy(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!copy) return file_problem({"Tạo tệp", "Making the file"}, to);
  crypto::Sha256 sum;
  TRY(read_pieces(from, [&](std::string_view piece) -> Result<void> {
    sum.add(piece);
    return write_whole(copy, to, piece);
  }));
  return crypto::hex(sum.finish());
}

Result<std::string> sum_of(const std::filesystem::path& file) {
  crypto::Sha256 sum;
  TRY(read_pieces(file, [&](std::string_view piece) -> Result<void> {
    sum.add(piece);
    return {};
  }));
  return crypto::hex(sum.finish());
}

Result<void> write_sums(const std::filesystem::path& folder, const Sums& sums) {
  const std::filesystem::path path = folder / sums_name;
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file) return file_problem({"Tạo tệp", "Making the file"}, path);
  return write_and_sync(file, path, sums_text(sums));
}

Result<Sums> read_sums(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / sums_name;
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file && errno == ENOENT) {
    return problem(Code::NotFound,
                   {"Thư mục “" + folder.string() + "” không phải là bản sao lưu: thiếu tệp " +
                        std::string(sums_name) + ".",
                    "The folder “" + folder.string() + "” is no backup: it has no file " +
                        std::string(sums_name) + "."});
  }
  if (!file) return file_problem({"Mở tệp", "Opening the file"}, path);
  TRY_ASSIGN(const std::string text, read_all(file, path, std::numeric_limits<std::size_t>::max()));
  TRY_ASSIGN(Sums sums, parse_sums(text, folder));
  TRY_ASSIGN(const auto files, files_in(folder));
  TRY(name_exactly(sums, files, folder));
  return sums;
}

}  // namespace lantoa::ledger
