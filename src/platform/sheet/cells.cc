#include "platform/sheet/cells.h"

#include <algorithm>
#include <utility>

#include "viet/unicode.h"

namespace lantoa::sheet {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// Lower case of the letters of Vietnamese in NFC; in these blocks of Unicode a capital stands 32
// before its small letter, or right before it.
std::string lower_case(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto byte = [&](std::size_t n) {
      return i + n < text.size() ? static_cast<unsigned char>(text[i + n]) : 0U;
    };
    const auto raise = [&](std::size_t n, unsigned by) {
      text[i + n] = static_cast<char>(byte(n) + by);
    };
    if (first >= 'A' && first <= 'Z') raise(0, 32);
    // À-Þ without the sign of multiplication.
    if (first == 0xC3 && byte(1) >= 0x80 && byte(1) <= 0x9E && byte(1) != 0x97) raise(1, 32);
    // Ă, Đ, Ĩ; Ũ; Ơ.
    if (first == 0xC4 && (byte(1) == 0x82 || byte(1) == 0x90 || byte(1) == 0xA8)) raise(1, 1);
    if (first == 0xC5 && byte(1) == 0xA8) raise(1, 1);
    if (first == 0xC6 && (byte(1) == 0xA0 || byte(1) == 0xAF)) raise(1, 1);
    // Ạ-ỹ: even is capital.
    const bool tones = first == 0xE1 && ((byte(1) == 0xBA && byte(2) >= 0xA0) || byte(1) == 0xBB);
    if (tones && byte(2) % 2 == 0 && byte(2) != 0) raise(2, 1);
  }
  return text;
}

}  // namespace

std::string normalised(std::string field) {
  return is_ascii(field) ? std::move(field) : viet::nfc(field);
}

void Faults::add(std::uint32_t line, std::string field, Text text) {
  ++count_;
  if (listed_.size() < problems_max) listed_.push_back({std::move(field), line, std::move(text)});
}

Problem Faults::problem(const Text& kind_of_file) && {
  const std::string n = std::to_string(count_);
  Text text{
      kind_of_file.vi + " có " + n + " lỗi. Hãy sửa các dòng được nêu rồi gửi lại.",
      kind_of_file.en + " has " + n + " faults. Correct the rows named here and send it again."};
  if (count_ > listed_.size()) {
    const std::string rest = std::to_string(count_ - listed_.size());
    text.vi += " Còn " + rest + " lỗi nữa không liệt kê ở đây.";
    text.en += " Another " + rest + " are not listed here.";
  }
  return {Code::Invalid, std::move(text), {}, std::move(listed_)};
}

std::vector<std::string> name_columns(std::vector<std::string> fields, std::uint32_t line,
                                      Faults& faults) {
  std::vector<std::string> head;
  for (std::string& field : fields) {
    std::string name = lower_case(normalised(std::move(field)));
    const std::string position = std::to_string(head.size() + 1);
    if (name.empty()) {
      faults.add(line, {},
                 {"Cột thứ " + position + " không có tên. Hãy đặt tên hoặc xóa cột này.",
                  "Column " + position + " has no name. Name it or delete the column."});
    } else if (std::ranges::find(head, name) != head.end()) {
      faults.add(line, name,
                 {"Tên cột “" + name + "” có hai lần. Hãy đổi tên hoặc xóa một cột.",
                  "The column name “" + name + "” is there twice. Rename or delete one."});
    }
    head.push_back(std::move(name));
  }
  return head;
}

}  // namespace lantoa::sheet
