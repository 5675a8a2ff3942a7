#include "app/command_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>

#include "app/commands.h"
#include "platform/postgres/target.h"

namespace lantoa::app {

Result<void> check_file(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::is_regular_file(status)) return {};
  if (std::filesystem::is_directory(status)) {
    return problem(Code::Invalid, {name + " là thư mục; hãy chỉ ra một tệp.",
                                   name + " is a folder; name a file."});
  }
  if (status.type() == std::filesystem::file_type::not_found) {
    return problem(Code::NotFound, {"Không có tệp " + name + ". Hãy kiểm tra lại đường dẫn.",
                                    "There is no file " + name + ". Check the path."});
  }
  return problem(Code::Invalid, {"Không đọc được " + name + " như một tệp thường.",
                                 name + " cannot be read as a regular file."});
}

Problem no_reading(const std::filesystem::path& path) {
  return {Code::Invalid,
          {"Không đọc được tệp " + path.string() + ". Hãy kiểm tra quyền đọc.",
           "File " + path.string() + " cannot be read. Check that reading is permitted."},
          {},
          {}};
}

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t bytes_max) {
  TRY(check_file(path));
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size > bytes_max) {
    const std::string limit = std::to_string(bytes_max / (1024 * 1024)) + " MiB";
    return problem(Code::TooLarge,
                   {"Tệp " + path.string() + " quá lớn; chỉ nhận tới " + limit + ".",
                    "File " + path.string() + " is too large; at most " + limit + " are read."});
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(error ? 0 : size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (error || !in) return tl::unexpected(no_reading(path));
  return bytes;
}

namespace {

// `secret`: what it may hold, in a sentence.
Result<std::string> read_secret_line(const std::filesystem::path& path, const Text& secret) {
  TRY_ASSIGN(std::string line, read_file(path, 4096));
  std::error_code error;
  using std::filesystem::perms;
  const auto mode = std::filesystem::status(path, error).permissions();
  if (error || (mode & (perms::group_all | perms::others_all)) != perms::none) {
    const std::string name = path.string();
    return problem(Code::Invalid, {"Tệp " + name + " có thể chứa " + secret.vi +
                                       " mà người khác đọc được. Hãy chạy chmod 600 " + name + ".",
                                   "File " + name + " may hold " + secret.en +
                                       " and others can read it. Run chmod 600 " + name + "."});
  }
  line.erase(std::min(line.find_first_of("\r\n"), line.size()));
  return line;
}

}  // namespace

Result<std::string> read_store_file(const std::filesystem::path& path) {
  TRY_ASSIGN(std::string line, read_secret_line(path, {"mật khẩu", "a password"}));
  if (postgres::is_target(line)) return line;
  return problem(
      Code::Invalid,
      {"Dòng đầu của tệp " + path.string() + " phải là địa chỉ postgresql://….",
       "The first line of file " + path.string() + " has to be an address, postgresql://…."});
}

Result<std::string> read_token_file(const std::filesystem::path& path) {
  TRY_ASSIGN(std::string line, read_secret_line(path, {"mã truy cập", "an access token"}));
  const bool is_token =
      line.starts_with("lt_") && std::all_of(line.begin(), line.end(), [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_';
      });
  if (is_token) return line;
  return problem(
      Code::Invalid,
      {"Dòng đầu của tệp " + path.string() + " phải là mã truy cập lt_…, tạo ở trang Mã truy cập.",
       "The first line of file " + path.string() +
           " has to be an access token lt_…, made on the page Access tokens."});
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  std::error_code error;
  using std::filesystem::perms;
  std::filesystem::permissions(path, perms::owner_read | perms::owner_write, error);
  out << bytes << std::flush;
  if (out && !error) return {};
  return problem(Code::Unavailable,
                 {"Không ghi được tệp " + path.string() + "; có thể ổ đĩa đã đầy.",
                  "File " + path.string() + " cannot be written; the disk may be full."});
}

Problem no_printing() {
  return {Code::Unavailable,
          {"Không ghi được kết quả ra; có thể ổ đĩa đã đầy.",
           "The output cannot be written; the disk may be full."},
          {},
          {}};
}

int printed() { return std::cout.flush() ? 0 : fail(no_printing()); }

}  // namespace lantoa::app
