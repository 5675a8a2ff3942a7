#include "platform/sheet/csv.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "platform/sheet/csv_reader.h"
#include "viet/unicode.h"

namespace lantoa::sheet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string normalised(std::string field) {
  return is_ascii(field) ? std::move(field) : viet::nfc(field);
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

struct Faults {
  std::size_t count = 0;
  std::vector<Detail> listed;

  void add(std::uint32_t line, std::string field, Text text) {
    ++count;
    if (listed.size() < csv_problems_max) {
      listed.push_back({std::move(field), line, std::move(text)});
    }
  }

  Problem problem() && {
    const std::string n = std::to_string(count);
    Text text{"Tệp CSV có " + n + " lỗi. Hãy sửa các dòng được nêu rồi gửi lại.",
              "The CSV file has " + n + " faults. Correct the rows named here and send it again."};
    if (count > listed.size()) {
      const std::string rest = std::to_string(count - listed.size());
      text.vi += " Còn " + rest + " lỗi nữa không liệt kê ở đây.";
      text.en += " Another " + rest + " are not listed here.";
    }
    return {Code::Invalid, std::move(text), {}, std::move(listed)};
  }
};

tl::unexpected<Problem> too_large(std::string vi, std::string en) {
  return problem(Code::TooLarge, {std::move(vi), std::move(en)});
}

constexpr std::string_view save_vi =
    "mở tệp trong Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8”, rồi gửi lại.";
constexpr std::string_view save_en =
    "open the file in Excel, choose Save As, type “CSV UTF-8”, and send it again.";

// What to do with a file that is not UTF-8; nothing when only some of its lines are damaged.
std::optional<Problem> wrong_encoding(viet::Encoding encoding) {
  const auto refuse = [](std::string_view vi, std::string_view en,
                         std::string_view first_vi = "Hãy ",
                         std::string_view first_en = "Please ") {
    return Problem{Code::Unsupported,
                   {std::string(vi) + std::string(first_vi) + std::string(save_vi),
                    std::string(en) + std::string(first_en) + std::string(save_en)},
                   {},
                   {}};
  };
  constexpr std::string_view convert_vi =
      "Hãy chuyển chữ trong tệp sang Unicode (chẳng hạn bằng công cụ chuyển mã của UniKey); sau "
      "đó ";
  constexpr std::string_view convert_en =
      "Convert the text to Unicode (for example with UniKey's converter); then ";
  switch (encoding) {
    case viet::Encoding::Utf8:
    case viet::Encoding::BrokenUtf8:
      break;
    case viet::Encoding::Utf16:
      return refuse("Tệp được lưu ở dạng UTF-16 (“Unicode Text” của Excel), không phải CSV UTF-8. ",
                    "The file was saved as UTF-16 (Excel's “Unicode Text”), not as CSV UTF-8. ");
    case viet::Encoding::Tcvn3:
      return refuse("Chữ trong tệp dùng bảng mã TCVN3 (ABC, phông .Vn). ",
                    "The text of the file is in TCVN3 (ABC, .Vn fonts). ", convert_vi, convert_en);
    case viet::Encoding::Vni:
      return refuse("Chữ trong tệp dùng bảng mã VNI. ", "The text of the file is in VNI. ",
                    convert_vi, convert_en);
    case viet::Encoding::Windows1258:
      return refuse("Tệp được lưu bằng bảng mã Windows-1258, không phải UTF-8. ",
                    "The file was saved as Windows-1258, not as UTF-8. ");
    case viet::Encoding::Latin1:
      return refuse("Tệp được lưu bằng bảng mã cũ (có thể là Latin-1), không phải UTF-8. ",
                    "The file was saved in an old encoding (perhaps Latin-1), not as UTF-8. ");
    case viet::Encoding::Binary:
      return refuse("Đây không phải tệp CSV (có thể là tệp Excel, Word hoặc PDF). ",
                    "This is not a CSV file (perhaps an Excel, Word or PDF file). ");
  }
  return std::nullopt;
}

Problem damaged_lines(std::string_view bytes) {
  Faults faults;
  std::uint32_t line = 1;
  while (!bytes.empty()) {
    const std::size_t size = std::min(bytes.find_first_of("\r\n"), bytes.size());
    if (!viet::is_utf8(bytes.substr(0, size))) {
      faults.add(
          line, {},
          {"Dòng này có ký tự hỏng (không phải UTF-8). Hãy gõ lại chữ có dấu trong dòng.",
           "This line has damaged characters (not UTF-8). Type its accented letters again."});
    }
    bytes.remove_prefix(size);
    bytes.remove_prefix(bytes.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, bytes.size()));
    ++line;
  }
  return std::move(faults).problem();
}

Text sentence(Fault fault) {
  switch (fault) {
    case Fault::StrayQuote:
      return {
          "Dấu ngoặc kép (\") đặt sai chỗ. Nếu ô có dấu ngoặc kép, hãy bao cả ô bằng ngoặc kép và "
          "viết đôi dấu ở bên trong (\"\").",
          "A quote (\") stands where it should not. If the field has quotes, put the whole field "
          "in quotes and double those inside (\"\")."};
    case Fault::UnclosedQuote:
      return {"Dấu ngoặc kép (\") mở ở dòng này mà không đóng. Hãy thêm dấu đóng hoặc bỏ dấu mở.",
              "A quote (\") opens on this line and never closes. Close it or remove it."};
    case Fault::FieldTooLong:
      return {"Ô dài quá 8 KB. Hãy rút ngắn, hoặc kiểm tra xem có thiếu dấu ngoặc kép đóng không.",
              "The field is longer than 8 KB. Shorten it, or look for a missing closing quote."};
    case Fault::ControlCharacter:
      return {"Ô có ký tự điều khiển không nhìn thấy. Hãy xoá và gõ lại ô này.",
              "The field has an invisible control character. Delete the field and type it again."};
    case Fault::None:
      break;
  }
  return {};
}

// Reads the names of the columns; what is wrong with them goes to `faults`.
std::vector<std::string> read_head(Record record, Faults& faults) {
  if (record.fault != Fault::None) {
    faults.add(record.fault_line, {}, sentence(record.fault));
    return std::move(record.fields);
  }
  std::vector<std::string> head;
  for (std::string& field : record.fields) {
    std::string name = lower_case(normalised(std::move(field)));
    const std::string position = std::to_string(head.size() + 1);
    if (name.empty()) {
      faults.add(record.line, {},
                 {"Cột thứ " + position + " không có tên. Hãy đặt tên hoặc xoá cột này.",
                  "Column " + position + " has no name. Name it or delete the column."});
    } else if (std::ranges::find(head, name) != head.end()) {
      faults.add(record.line, name,
                 {"Tên cột “" + name + "” có hai lần. Hãy đổi tên hoặc xoá một cột.",
                  "The column name “" + name + "” is there twice. Rename or delete one."});
    }
    head.push_back(std::move(name));
  }
  return head;
}

void check_row(const Record& record, const std::vector<std::string>& head, Faults& faults) {
  if (record.fault != Fault::None) {
    std::string column = record.fault_field < head.size() ? head[record.fault_field] : "";
    return faults.add(record.fault_line, std::move(column), sentence(record.fault));
  }
  if (record.count == head.size()) return;
  const std::string has = std::to_string(record.count);
  const std::string wants = std::to_string(head.size());
  faults.add(record.line, {},
             {"Dòng có " + has + " ô, trong khi dòng tên cột có " + wants +
                  " ô. Hãy thêm hoặc bớt ô; ô có dấu phân cách bên trong phải nằm trong ngoặc kép.",
              "The row has " + has + " fields, but the row of column names has " + wants +
                  ". Add or remove fields; put a field with a separator inside in quotes."});
}

Result<Table> parse_text(std::string_view text) {
  CsvReader reader(
      text, find_delimiter(text.substr(std::min(text.find_first_not_of("\r\n"), text.size()))));
  Record record;
  bool found = reader.next(record, csv_columns_max);
  while (found && record.blank && record.fault == Fault::None)
    found = reader.next(record, csv_columns_max);
  if (!found) {
    return problem(Code::Invalid, {"Tệp không có dữ liệu. Dòng đầu phải là tên các cột.",
                                   "The file has no data. Its first line must name the columns."});
  }
  if (record.count > csv_columns_max) {
    return too_large(
        "Tệp có quá " + std::to_string(csv_columns_max) + " cột. Hãy xoá các cột thừa.",
        "The file has more than " + std::to_string(csv_columns_max) +
            " columns. Delete those that are not needed.");
  }
  Faults faults;
  Table table;
  table.head = read_head(std::move(record), faults);
  const std::size_t rows_max = std::min(csv_rows_max, csv_cells_max / table.head.size());
  std::size_t rows = 0;
  while (reader.next(record, table.head.size())) {
    if (record.blank && record.fault == Fault::None) continue;
    if (++rows > rows_max) {
      return too_large(
          "Tệp có quá " + std::to_string(rows_max) + " dòng. Hãy chia thành nhiều tệp.",
          "The file has more than " + std::to_string(rows_max) +
              " rows. Split it into several files.");
    }
    check_row(record, table.head, faults);
    if (faults.count > 0) continue;
    for (std::string& field : record.fields) field = normalised(std::move(field));
    table.rows.push_back({record.line, std::move(record.fields)});
  }
  if (faults.count > 0) return tl::unexpected(std::move(faults).problem());
  return table;
}

}  // namespace

std::size_t Table::column(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::find(head, name) - head.begin());
}

Result<Table> parse_csv(std::string_view bytes) {
  if (bytes.size() > csv_bytes_max) {
    return too_large("Tệp lớn quá 32 MB. Hãy chia thành nhiều tệp.",
                     "The file is larger than 32 MB. Split it into several files.");
  }
  // NUL is UTF-8 too, but in a table it means UTF-16 or another kind of file.
  if (!viet::is_utf8(bytes) || bytes.find('\0') != std::string_view::npos) {
    if (auto refused = wrong_encoding(viet::guess_encoding(bytes))) {
      return tl::unexpected(*std::move(refused));
    }
    return tl::unexpected(damaged_lines(bytes));
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return parse_text(bytes);
}

}  // namespace lantoa::sheet
