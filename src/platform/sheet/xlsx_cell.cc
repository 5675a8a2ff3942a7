#include "platform/sheet/xlsx_cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "kernel/time.h"
#include "kernel/utf8.h"
#include "platform/sheet/cells.h"

namespace lantoa::sheet {
namespace {

// 01/01/1900 is day 1, and 29/02/1900, which never was, is day 60.
const Date before_1900 = to_date({1899, 12, 30});
const Date first_1904 = to_date({1904, 1, 1});
constexpr std::int32_t first_right_day = 61;  // 01/03/1900
constexpr std::size_t error_bytes_max = 20;
constexpr double days_max = 2'900'000;  // in the year 9839

// Without white space at its ends, also without the blank that word processors keep from breaking.
std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  constexpr std::string_view kept_blank = "\xC2\xA0";
  const auto is_blank = [&](char c) { return blanks.find(c) != blanks.npos; };
  for (;;) {
    if (text.starts_with(kept_blank)) {
      text.remove_prefix(kept_blank.size());
    } else if (text.ends_with(kept_blank)) {
      text.remove_suffix(kept_blank.size());
    } else if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
    } else {
      return std::string(text);
    }
  }
}

// "_x000B_" stands for a character that XML cannot hold, "_x005F_" for the underscore of a text
// that only looks like one. Carriage returns are left out.
std::string unescaped(std::string_view text) {
  constexpr std::size_t size = 7;
  std::string out;
  for (std::size_t at = text.find("_x00"); at != text.npos; at = text.find("_x00")) {
    const std::string_view escape = text.substr(at, size);
    unsigned code = 0x80;
    if (escape.size() == size && escape.back() == '_') {
      const char* const end = escape.data() + size - 1;
      if (std::from_chars(end - 2, end, code, 16).ptr != end) code = 0x80;
    }
    const bool is_escape = code < 0x80;
    out += text.substr(0, is_escape ? at : at + 1);
    if (is_escape && code != '\r') out += static_cast<char>(code);
    text.remove_prefix(is_escape ? at + size : at + 1);
  }
  return out.append(text);
}

std::string clean(std::string_view text) { return normalised(trimmed(unescaped(text))); }

std::optional<double> number_of(const std::string& value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

// As Vietnamese offices write it: 1,5. Excel keeps 15 digits; whole numbers have no grouping.
std::string number_in_words(double number) {
  constexpr double exact_max = 9'007'199'254'740'992.0;  // 2 to the power of 53
  if (std::floor(number) == number && std::fabs(number) <= exact_max) {
    return std::to_string(static_cast<std::int64_t>(number));
  }
  std::array<char, 64> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 15);
  std::string out(text.data(), error == std::errc() ? end : text.data());
  std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

std::string filled_up(std::string digits, std::size_t width) {
  const bool is_whole = !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos;
  if (is_whole && digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// A number of days, perhaps with a part of a day, which is left out.
std::optional<std::string> day_in_words(double days, bool from_1904) {
  if (!(days >= 1) || days > days_max) return std::nullopt;
  const auto whole = static_cast<std::int32_t>(days);
  if (!from_1904 && whole < first_right_day) return std::nullopt;
  return vietnamese((from_1904 ? first_1904 : before_1900) + whole);
}

// A part of a day: 08:30.
std::string time_in_words(double days) {
  constexpr double minutes_a_day = 24.0 * 60;
  const auto minutes =
      static_cast<std::int32_t>(std::lround((days - std::floor(days)) * minutes_a_day)) % (24 * 60);
  const auto two = [](std::int32_t n) { return filled_up(std::to_string(n), 2); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

tl::unexpected<Problem> no_date() {
  return problem(Code::Invalid, {"có ngày không đọc được. Hãy gõ lại dạng 31/05/2021.",
                                 "holds a date that cannot be read. Type it as 31/05/2021."});
}

Result<std::string> number_shown(const Cell& cell, const Book& book) {
  const std::string value = trimmed(cell.value);
  const auto number = number_of(value);
  if (!number) return value;
  const Format format = cell.style < book.formats.size() ? book.formats[cell.style] : Format{};
  switch (format.kind) {
    case Format::Kind::Date: {
      auto day = day_in_words(*number, book.from_1904);
      if (!day) return no_date();
      return *std::move(day);
    }
    case Format::Kind::Elapsed:
      if (*number >= 1) {
        return problem(Code::Invalid,
                       {"là khoảng thời gian từ 24 giờ trở lên. Hãy gõ lại dạng chữ, ví dụ 25:30.",
                        "is a span of 24 hours or more. Type it as text, such as 25:30."});
      }
      return time_in_words(*number);
    case Format::Kind::Time:
      return time_in_words(*number);
    case Format::Kind::Percent:
      return number_in_words(*number * 100) + "%";
    case Format::Kind::Zeros:
      return filled_up(number_in_words(*number), format.width);
    case Format::Kind::Number:
      break;
  }
  return number_in_words(*number);
}

tl::unexpected<Problem> too_long() {
  return problem(Code::Invalid,
                 {"dài quá 8 KB. Hãy rút ngắn.", "is longer than 8 KB. Shorten it."});
}

// By its length as it stands in the file first: one long text may be that of a million cells.
Result<std::string> cleaned(const std::string& text) {
  if (text.size() > raw_text_bytes_max) return too_long();
  return clean(text);
}

Result<std::string> text_of(const Cell& cell, const Book& book) {
  if (cell.type == "inlineStr" || cell.type == "str") return cleaned(cell.value);
  const std::string value = trimmed(cell.value);
  if (cell.type == "s") {
    std::size_t number = book.texts.size();
    std::from_chars(value.data(), value.data() + value.size(), number);
    if (number >= book.texts.size()) return problem(Code::Unavailable, {});
    return cleaned(book.texts[number]);
  }
  if (cell.type == "b") return std::string(value == "1" ? "TRUE" : "FALSE");
  if (cell.type == "d") {
    const auto date = parse_iso_date(std::string_view(value).substr(0, 10));
    if (!date) return no_date();
    return vietnamese(*date);
  }
  return number_shown(cell, book);
}

}  // namespace

std::optional<std::pair<std::size_t, std::uint32_t>> place_of(std::string_view name) {
  std::size_t column = 0;
  std::size_t i = 0;
  for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z'; ++i) {
    column = column * 26 + static_cast<std::size_t>(name[i] - 'A') + 1;
    if (column > 20'000) return std::nullopt;
  }
  std::uint32_t row = 0;
  const auto [end, error] = std::from_chars(name.data() + i, name.data() + name.size(), row);
  if (column == 0 || row == 0 || error != std::errc() || end != name.data() + name.size()) {
    return std::nullopt;
  }
  return std::pair(column - 1, row);
}

std::string name_of(std::size_t column, std::uint32_t row) {
  std::string out;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return out + std::to_string(row);
}

Result<std::string> shown(const Cell& cell, const Book& book) {
  if (cell.is_formula) {
    return problem(Code::Invalid,
                   {"là công thức. Hãy chép ô rồi dán lại dạng giá trị (Paste Special, Values).",
                    "is a formula. Copy it and paste it as its value (Paste Special, Values)."});
  }
  if (cell.type == "e") {
    // "#DIV/0!" and the like; anything else is not said again.
    std::string error = trimmed(cell.value);
    if (error.size() > error_bytes_max || !is_utf8(error)) error.clear();
    if (!error.empty()) error.insert(0, " ");
    return problem(Code::Invalid, {"báo lỗi" + error + ". Hãy sửa hoặc xóa ô này.",
                                   "shows an error" + error + ". Correct or empty it."});
  }
  TRY_ASSIGN(std::string text, text_of(cell, book));
  if (text.size() > field_bytes_max) {
    return too_long();
  }
  const auto is_control = [](char c) {
    const bool is_blank = c == '\n' || c == '\t' || c == '\r';
    return (static_cast<unsigned char>(c) < ' ' && !is_blank) || c == '\x7F';
  };
  if (!is_utf8(text) || std::any_of(text.begin(), text.end(), is_control)) {
    return problem(Code::Invalid,
                   {"có ký tự điều khiển không nhìn thấy. Hãy xóa và gõ lại ô này.",
                    "has an invisible control character. Empty it and type it again."});
  }
  return text;
}

}  // namespace lantoa::sheet
