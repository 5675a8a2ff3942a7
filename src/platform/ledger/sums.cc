#include "platform/ledger/sums.h"

#include <algorithm>
#include <optional>

#include "platform/ledger/fact.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t digits = 64;

tl::unexpected<Problem> wrong_list(const std::filesystem::path& folder, const Text& how) {
  const std::string name = (folder / sums_name).string();
  return problem(Code::Invalid,
                 {"Danh sách “" + name + "” không khớp: " + how.vi + " Hãy dùng bản sao lưu khác.",
                  "The list “" + name + "” does not fit: " + how.en + " Use another backup."},
                 std::string(wrong_ledger));
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

}  // namespace

std::string sums_text(const Sums& sums) {
  std::string text;
  for (const auto& [name, sum] : sums) text.append(sum).append("  ").append(name).append("\n");
  return text;
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

Result<void> name_exactly(const Sums& sums, const std::vector<std::string>& files,
                          const std::filesystem::path& folder) {
  for (const std::string& name : files) {
    if (sums.contains(name)) continue;
    return wrong_list(folder,
                      {"không nêu tệp " + name + ".", "it does not name file " + name + "."});
  }
  for (const auto& [name, sum] : sums) {
    if (std::binary_search(files.begin(), files.end(), name)) continue;
    return wrong_list(folder, {"thiếu tệp " + name + ".", "file " + name + " is missing."});
  }
  return {};
}

}  // namespace lantoa::ledger
