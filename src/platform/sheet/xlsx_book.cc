#include "platform/sheet/xlsx_book.h"

#include <algorithm>
#include <map>
#include <set>

#include "platform/sheet/xlsx.h"
#include "platform/sheet/xml.h"

namespace lantoa::sheet {
namespace {

constexpr std::size_t book_bytes_max = 8 * 1024 * 1024;  // of the parts that are no table
constexpr const char* root = "xl/";

Problem no_workbook() {
  return {Code::Unsupported,
          {"Đây là tệp nén hoặc tệp văn phòng khác, không phải bảng tính Excel. Hãy chọn tệp .xlsx "
           "hoặc .csv.",
           "This is an archive or another office file, not an Excel workbook. Choose an .xlsx or "
           ".csv file."},
          {},
          {}};
}

std::uint32_t number_of(std::string_view text) {
  std::uint32_t out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || out > 100'000'000) return 0;
    out = out * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return out;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

Result<void> read_part(const archive::Archive& archive, const std::string& name,
                       std::size_t bytes_max, const XmlHandler& handler) {
  const auto xml = archive.read(name, bytes_max);
  if (!xml) return tl::unexpected(of_book(xml.error()));
  if (!read_xml(*xml, handler)) return tl::unexpected(damaged_book());
  return {};
}

// The built-in formats of numbers (ECMA-376 part 1, 18.8.30).
Format::Kind kind_of(std::uint32_t id) {
  if (id == 46) return Format::Kind::Elapsed;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return Format::Kind::Time;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
    return Format::Kind::Date;
  }
  return id == 9 || id == 10 ? Format::Kind::Percent : Format::Kind::Number;
}

// What the workbook's parts are called.
struct Targets {
  std::map<std::string, std::string> by_id;
  std::string texts, formats;
};

Result<Targets> read_targets(const archive::Archive& archive) {
  Targets out;
  XmlHandler handler;
  handler.open = [&](std::string_view name, const Attributes& attributes) {
    if (name != "Relationship") return;
    std::string target(attributes.get("Target"));
    target = target.starts_with('/') ? target.substr(1) : root + target;
    const std::string_view type = attributes.get("Type");
    if (type.ends_with("/sharedStrings")) out.texts = target;
    if (type.ends_with("/styles")) out.formats = target;
    out.by_id.emplace(attributes.get("Id"), std::move(target));
  };
  TRY(read_part(archive, "xl/_rels/workbook.xml.rels", book_bytes_max, handler));
  return out;
}

// A part that two sheets name is one sheet.
Result<void> read_sheets(const archive::Archive& archive, const Targets& targets, Book& book) {
  std::set<std::string> seen;
  XmlHandler handler;
  handler.open = [&](std::string_view name, const Attributes& attributes) {
    if (name == "workbookPr") book.from_1904 = is_true(attributes.get("date1904"));
    const std::string_view state = attributes.get("state");
    if (name != "sheet" || (!state.empty() && state != "visible")) return;
    const auto target = targets.by_id.find(std::string(attributes.get("id")));
    if (target == targets.by_id.end() || !seen.insert(target->second).second) return;
    book.sheets.push_back({std::string(attributes.get("name")), target->second});
  };
  handler.is_enough = [&] { return book.sheets.size() > xlsx_sheets_max; };
  TRY(read_part(archive, "xl/workbook.xml", book_bytes_max, handler));
  if (book.sheets.size() <= xlsx_sheets_max) return {};
  return problem(Code::TooLarge,
                 {"Bảng tính có quá 100 trang. Hãy để lại trang cần nhập.",
                  "The workbook has more than 100 sheets. Leave the one to import."});
}

// Runs of a rich text are one text; how it is pronounced (rPh) is none of it.
Result<void> read_texts(const archive::Archive& archive, const std::string& part, Book& book) {
  if (part.empty()) return {};
  bool in_text = false;
  int aside = 0;
  XmlHandler handler;
  handler.open = [&](std::string_view name, const Attributes&) {
    if (name == "si") book.texts.emplace_back();
    if (name == "rPh") ++aside;
    in_text = name == "t" && aside == 0;
  };
  handler.close = [&](std::string_view name) {
    if (name == "rPh") --aside;
    in_text = false;
  };
  handler.text = [&](std::string_view text) {
    // What is too long is refused at its cell.
    if (in_text && !book.texts.empty()) append_text(book.texts.back(), text);
  };
  handler.is_enough = [&] { return book.texts.size() > xlsx_texts_max; };
  TRY(read_part(archive, part, xlsx_part_bytes_max, handler));
  if (book.texts.size() <= xlsx_texts_max) return {};
  return problem(Code::TooLarge,
                 {"Bảng tính có quá nhiều chữ khác nhau. Hãy chia thành nhiều tệp.",
                  "The workbook has too many different texts. Split it into several files."});
}

Result<void> read_formats(const archive::Archive& archive, const std::string& part, Book& book) {
  if (part.empty()) return {};
  std::map<std::uint32_t, Format> own;
  bool in_cells = false;
  XmlHandler handler;
  handler.open = [&](std::string_view name, const Attributes& attributes) {
    const std::uint32_t id = number_of(attributes.get("numFmtId"));
    if (name == "cellXfs") in_cells = true;
    if (name == "numFmt") own.emplace(id, format_of(attributes.get("formatCode")));
    if (name != "xf" || !in_cells) return;
    const auto found = own.find(id);
    if (found != own.end()) return book.formats.push_back(found->second);
    book.formats.push_back({kind_of(id), 0});
  };
  handler.close = [&](std::string_view name) {
    if (name == "cellXfs") in_cells = false;
  };
  return read_part(archive, part, book_bytes_max, handler);
}

}  // namespace

Problem damaged_book() {
  return {Code::Invalid,
          {"Bảng tính bị hỏng nên không mở được. Hãy mở bằng Excel, lưu lại rồi gửi lại.",
           "The workbook is damaged. Open it in Excel, save it again and send it again."},
          {},
          {}};
}

Problem of_book(const Problem& why) {
  switch (why.code) {
    case Code::NotFound:
      return no_workbook();
    case Code::Unsupported:
      return why;  // a password
    case Code::TooLarge:
      return {Code::TooLarge,
              {"Bảng tính bung ra lớn bất thường nên không được mở. Hãy chép bảng sang tệp mới, "
               "hoặc lưu thành CSV UTF-8.",
               "The workbook unpacks to an unusual size and was not opened. Copy the table into a "
               "new file, or save it as CSV UTF-8."},
              {},
              {}};
    default:
      return damaged_book();
  }
}

// "[h]", "[mm]": hours that go on beyond a day; "[Red]" and "[$-42A]" are none.
bool is_elapsed(std::string_view bracket) {
  const std::string_view inside = bracket.substr(1);
  return !inside.empty() && std::string_view("hHmMsS").find(inside.front()) != inside.npos &&
         inside.find_first_not_of(inside.front()) == inside.npos;
}

// Outside quotes, brackets and what is escaped, these letters stand for parts of dates and times;
// an m is a month where no hour stands.
Format format_of(std::string_view code) {
  code = code.substr(0, code.find(';'));  // of positive numbers
  bool zeros_only = !code.empty();
  bool quoted = false;
  std::string letters;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    zeros_only = zeros_only && c == '0';
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size() - 1);
      if (is_elapsed(code.substr(i, end - i))) return {Format::Kind::Elapsed, 0};
      i = end;
    } else if (std::string_view("yYmMdDhHsS%").find(c) != std::string_view::npos) {
      letters += c;
    }
  }
  const auto has = [&](const char* some) { return letters.find_first_of(some) != letters.npos; };
  if (has("yYdD")) return {Format::Kind::Date, 0};
  if (has("hHsS")) return {Format::Kind::Time, 0};
  if (has("mM")) return {Format::Kind::Date, 0};
  if (has("%")) return {Format::Kind::Percent, 0};
  if (zeros_only && code.size() <= 20) return {Format::Kind::Zeros, code.size()};
  return {};
}

void append_text(std::string& text, std::string_view piece) {
  text += piece.substr(0, raw_text_bytes_max + 1 - std::min(text.size(), raw_text_bytes_max + 1));
}

Result<Book> read_book(const archive::Archive& archive) {
  Book book;
  TRY_ASSIGN(const Targets targets, read_targets(archive));
  TRY(read_sheets(archive, targets, book));
  TRY(read_texts(archive, targets.texts, book));
  TRY(read_formats(archive, targets.formats, book));
  return book;
}

}  // namespace lantoa::sheet
