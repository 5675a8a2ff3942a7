#include "platform/sheet/csv.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "platform/sheet/cells.h"
#include "platform/sheet/csv_reader.h"
#include "viet/unicode.h"

namespace lantoa::sheet {
namespace {

const Text kind_of_file{"Tệp CSV", "The CSV file"};
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
      return refuse(
          "Đây không phải tệp CSV hay bảng tính .xlsx (có thể là tệp PDF, ảnh). ",
          "This is neither a CSV file nor an .xlsx workbook (perhaps a PDF or a picture). ");
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
  return std::move(faults).problem(kind_of_file);
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
      return {"Ô có ký tự điều khiển không nhìn thấy. Hãy xóa và gõ lại ô này.",
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
  return name_columns(std::move(record.fields), record.line, faults);
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
  bool found = reader.next(record, columns_max);
  while (found && record.blank && record.fault == Fault::None)
    found = reader.next(record, columns_max);
  if (!found) {
    return problem(Code::Invalid, {"Tệp không có dữ liệu. Dòng đầu phải là tên các cột.",
                                   "The file has no data. Its first line must name the columns."});
  }
  if (record.count > columns_max) {
    return too_large("Tệp có quá " + std::to_string(columns_max) + " cột. Hãy xóa các cột thừa.",
                     "The file has more than " + std::to_string(columns_max) +
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
    if (faults.any()) continue;
    for (std::string& field : record.fields) field = normalised(std::move(field));
    table.rows.push_back({record.line, std::move(record.fields)});
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem(kind_of_file));
  return table;
}

}  // namespace

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
