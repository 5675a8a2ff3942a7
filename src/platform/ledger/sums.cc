#include "platform/ledger/sums.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>

#include "platform/crypto/crypto.h"
#include "platform/ledger/fact.h"
#include "platform/ledger/file.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t piece_bytes = 1024 * 1024;
constexpr std::size_t digits = 64;

tl::unexpected<Problem> wrong_list(const std::filesystem::path& folder, const Text& how) {
  const std::string name = (folder / sums_name).string();
  return problem(Code::Invalid,
                 {"Danh sách “" + name + "” không khớp: " + how.vi + " Hãy dùng bản sao lưu khác.",
                  "The list “" + name + "” does not fit: " + how.en + " Use another backup."},
                 std::string(wrong_ledger));
}

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

// "64 digits, two spaces, a path"; nullopt when it is anything else.
std::optional<std::pair<std::string, std::string>> parse_line(std::string_view line) {
  if (line.size() <= digits + 2 || line.substr(digits, 2) != "  ") return std::nullopt;
  const std::string_view sum = line.substr(0, digits);
  if (sum.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
  const std::string_view path = line.substr(digits + 2);
  const std::filesystem::path as_path(path);
  const bool inside =
      as_path.is_relative() && as_path.lexically_normal() == as_path && !path.starts_with("..");
  if (!inside) return std::nullopt;
  return std::pair(std::string(path), std::string(sum));
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
  std::string text;
  for (const auto& [name, sum] : sums) text.append(sum).append("  ").append(name).append("\n");
  return write_and_sync(file, path, text);
}

Result<Sums> parse_sums(std::string_view text, const std::filesystem::path& folder) {
  Sums sums;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    auto line = parse_line(text.substr(at, end - at));
    const std::string place = std::to_string(++number);
    if (end == std::string_view::npos || !line || !sums.insert(*std::move(line)).second) {
      return wrong_list(folder,
                        {"dòng " + place + " đã bị thay đổi.", "line " + place + " was changed."});
    }
    at = end + 1;
  }
  return sums;
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
  for (const std::string& name : files) {
    if (sums.contains(name)) continue;
    return wrong_list(folder,
                      {"không nêu tệp " + name + ".", "it does not name file " + name + "."});
  }
  for (const auto& [name, sum] : sums) {
    if (std::binary_search(files.begin(), files.end(), name)) continue;
    return wrong_list(folder, {"thiếu tệp " + name + ".", "file " + name + " is missing."});
  }
  return sums;
}

}  // namespace lantoa::ledger
