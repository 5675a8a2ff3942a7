#include "platform/sheet/xlsx.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "platform/sheet/cells.h"
#include "platform/sheet/xlsx_cell.h"
#include "platform/sheet/xml.h"

namespace lantoa::sheet {
namespace {

const Text kind_of_file{"Bảng tính", "The workbook"};

// What all sheets of a workbook may have together.
struct Budget {
  std::size_t cells = 0;
  std::size_t text_bytes = 0;
  std::size_t unpacked_bytes = 0;
  bool is_spent() const {
    return cells > xlsx_cells_max || text_bytes > xlsx_table_bytes_max ||
           unpacked_bytes > xlsx_unpacked_bytes_max;
  }
};

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

std::size_t number_of(std::string_view text) {
  std::size_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

class SheetReader {
 public:
  SheetReader(const Book& book, Faults& faults, Budget& budget)
      : book_(book), faults_(faults), budget_(budget) {}

  XmlHandler handler();
  bool has_table() const { return !table_.head.empty(); }
  bool is_too_large() const { return too_large_ || budget_.is_spent(); }
  bool is_damaged() const { return damaged_; }
  Table take() { return std::move(table_); }

 private:
  void open(std::string_view name, const Attributes& attributes);
  void close(std::string_view name);
  void open_row(const Attributes& attributes);
  void open_cell(const Attributes& attributes);
  void close_cell();
  void close_row();
  void close_head(std::vector<std::pair<std::size_t, std::string>> fields);
  void check_title(std::size_t last_column);
  void hide_columns(const Attributes& attributes);
  void refuse(const Cell& cell, const Text& text);
  void refuse_merged(std::string_view range);
  std::string column_name(std::size_t column) const;

  const Book& book_;
  Faults& faults_;
  Budget& budget_;
  Table table_;
  bool too_large_ = false;
  bool damaged_ = false;
  bool below_title_ = false;  // the table begins below a title, which was said once
  std::set<std::size_t> hidden_columns_;
  std::uint32_t row_ = 0;
  bool in_row_ = false;
  bool row_is_hidden_ = false;
  std::size_t next_column_ = 0;
  std::vector<std::pair<std::size_t, std::string>> fields_;  // of the row, those with text
  std::optional<Cell> cell_;
  bool in_value_ = false;
  int aside_ = 0;  // inside how a text is pronounced
};

XmlHandler SheetReader::handler() {
  XmlHandler out;
  out.open = [this](std::string_view name, const Attributes& attributes) {
    open(name, attributes);
  };
  out.close = [this](std::string_view name) { close(name); };
  out.text = [this](std::string_view text) {
    if (cell_ && in_value_) append_text(cell_->value, text);
  };
  out.is_enough = [this] { return is_too_large() || damaged_; };
  return out;
}

void SheetReader::open(std::string_view name, const Attributes& attributes) {
  if (name == "row") {
    open_row(attributes);
  } else if (name == "c") {
    open_cell(attributes);
  } else if (name == "f" && cell_) {
    cell_->is_formula = true;
  } else if (name == "rPh") {
    ++aside_;
  } else if (name == "col") {
    hide_columns(attributes);
  } else if (name == "mergeCell") {
    refuse_merged(attributes.get("ref"));
  }
  in_value_ = cell_ && aside_ == 0 && (name == "v" || name == "t");
}

void SheetReader::close(std::string_view name) {
  in_value_ = false;
  if (name == "rPh") --aside_;
  if (name == "c") close_cell();
  if (name == "row") {
    in_row_ = false;
    close_row();
  }
}

void SheetReader::open_row(const Attributes& attributes) {
  // A row within a row would go back to the first column, behind cells of higher ones.
  const std::size_t number = number_of(attributes.get("r"));
  if (in_row_ || number > xlsx_row_max || row_ >= xlsx_row_max) {
    damaged_ = true;
    return;
  }
  in_row_ = true;
  row_ = std::max(static_cast<std::uint32_t>(number), row_ + 1);
  row_is_hidden_ = is_true(attributes.get("hidden"));
  next_column_ = 0;
}

// Columns beyond those that a table may have are refused anyhow.
void SheetReader::hide_columns(const Attributes& attributes) {
  if (!is_true(attributes.get("hidden"))) return;
  const std::size_t last = std::min(number_of(attributes.get("max")), columns_max);
  for (std::size_t i = std::max<std::size_t>(number_of(attributes.get("min")), 1); i <= last; ++i) {
    hidden_columns_.insert(i - 1);
  }
}

void SheetReader::open_cell(const Attributes& attributes) {
  // One outside a row or within another would be lost.
  if (!in_row_ || cell_) damaged_ = true;
  Cell cell;
  cell.row = row_;
  cell.column = next_column_;
  if (const auto place = place_of(attributes.get("r"))) cell.column = place->first;
  // Cells stand in their order; two of one place would be one too many.
  if (cell.column < next_column_) damaged_ = true;
  next_column_ = cell.column + 1;
  cell.type = attributes.get("t");
  cell.style = number_of(attributes.get("s"));
  cell_ = std::move(cell);
}

void SheetReader::close_cell() {
  if (!cell_) return;
  ++budget_.cells;
  const Cell cell = *std::exchange(cell_, std::nullopt);
  auto text = shown(cell, book_);
  if (!text) {
    if (text.error().code == Code::Invalid) return refuse(cell, text.error().text);
    damaged_ = true;
    return;
  }
  if (text->empty()) return;
  if (row_is_hidden_ || hidden_columns_.contains(cell.column)) {
    return refuse(cell, {"nằm ở dòng hoặc cột đang ẩn. Hãy hiện ra (Unhide) hoặc xóa.",
                         "stands in a hidden row or column. Unhide it or delete it."});
  }
  budget_.text_bytes += text->size();
  fields_.emplace_back(cell.column, *std::move(text));
}

std::string SheetReader::column_name(std::size_t column) const {
  return column < table_.head.size() ? table_.head[column] : std::string();
}

void SheetReader::refuse(const Cell& cell, const Text& text) {
  const std::string place = name_of(cell.column, cell.row);
  faults_.add(cell.row, column_name(cell.column),
              {"Ô " + place + " " + text.vi, "Cell " + place + " " + text.en});
}

// The first row with text names the columns.
void SheetReader::close_head(std::vector<std::pair<std::size_t, std::string>> fields) {
  std::vector<std::string> names(fields.back().first + 1);
  if (names.size() > columns_max) {
    too_large_ = true;
    return;
  }
  for (auto& [column, text] : fields) names[column] = std::move(text);
  table_.head = name_columns(std::move(names), row_, faults_);
}

// A log often begins with its title: one cell above a row that has more.
void SheetReader::check_title(std::size_t last_column) {
  if (!table_.rows.empty() || table_.head.size() > 1 || last_column == 0) return;
  faults_.add(row_ - 1, {},
              {"Dòng đầu chỉ có một ô, có vẻ là tiêu đề. Hãy xóa các dòng nằm trên dòng tên cột.",
               "The first row has one cell and seems to be a title. Delete the rows above the row "
               "of column names."});
  below_title_ = true;
}

void SheetReader::close_row() {
  auto fields = std::exchange(fields_, {});
  if (fields.empty() || too_large_ || damaged_) return;
  if (table_.head.empty()) return close_head(std::move(fields));
  check_title(fields.back().first);
  Row row{row_, std::vector<std::string>(table_.head.size())};
  for (auto& [column, text] : fields) {
    if (column < row.fields.size()) {
      row.fields[column] = std::move(text);
    } else if (!below_title_) {
      const std::string place = name_of(column, row_);
      faults_.add(row_, {},
                  {"Ô " + place + " nằm ngoài các cột có tên. Hãy đặt tên cột hoặc xóa ô này.",
                   "Cell " + place +
                       " stands beside the columns that have names. Name its column "
                       "or empty it."});
    }
  }
  table_.rows.push_back(std::move(row));
  too_large_ = table_.rows.size() > xlsx_rows_max;
}

// A cell that several rows seem to share is kept in the first only; nobody may guess the rest.
void SheetReader::refuse_merged(std::string_view range) {
  const auto place = place_of(range.substr(0, range.find(':')));
  if (!place || range.size() > 40) return;
  const std::string name(range);
  faults_.add(place->second, column_name(place->first),
              {"Các ô " + name + " bị gộp. Hãy bỏ gộp (Unmerge Cells) rồi điền từng ô.",
               "Cells " + name + " are merged. Unmerge them and fill in each."});
}

Problem too_large() {
  return {Code::TooLarge,
          {"Bảng có quá 100.000 dòng, 2.000.000 ô, 32 MB chữ hoặc 100 cột. Hãy chia thành nhiều "
           "tệp, hoặc lưu "
           "thành CSV UTF-8.",
           "The table has more than 100,000 rows, 2,000,000 cells, 32 MB of text or 100 columns. "
           "Split it into "
           "several files, or save it as CSV UTF-8."},
          {},
          {}};
}

Problem several_tables(const std::string& first, const std::string& second) {
  return {Code::Invalid,
          {"Bảng tính có dữ liệu ở nhiều trang: “" + first + "”, “" + second +
               "”. Hãy để lại một trang có bảng cần nhập, xóa hoặc ẩn các trang khác.",
           "Several sheets of the workbook hold data: “" + first + "”, “" + second +
               "”. Leave the one with the table and delete or hide the others."},
          {},
          {}};
}

// Faults and sizes of all sheets count together; at most one has a table.
struct Reading {
  Faults faults;
  Budget budget;
  std::optional<Table> table;
  std::string sheet;  // where it stands
};

Result<void> read_sheet(const archive::Archive& archive, const Book& book, const Book::Sheet& sheet,
                        Reading& reading) {
  const auto xml = archive.read(sheet.part, xlsx_part_bytes_max);
  if (!xml) return tl::unexpected(of_book(xml.error()));
  reading.budget.unpacked_bytes += xml->size();
  SheetReader reader(book, reading.faults, reading.budget);
  const bool is_well_formed = read_xml(*xml, reader.handler());
  if (reader.is_too_large()) return tl::unexpected(too_large());
  if (!is_well_formed || reader.is_damaged()) return tl::unexpected(damaged_book());
  if (!reader.has_table()) return {};
  if (reading.table) return tl::unexpected(several_tables(reading.sheet, sheet.name));
  reading.table = reader.take();
  reading.sheet = sheet.name;
  return {};
}

}  // namespace

Result<Table> parse_xlsx(std::string_view bytes) {
  if (bytes.size() > xlsx_bytes_max) return tl::unexpected(too_large());
  const auto archive = archive::Archive::open(bytes);
  if (!archive) return tl::unexpected(of_book(archive.error()));
  TRY_ASSIGN(const Book book, read_book(*archive));
  Reading reading;
  for (const Book::Sheet& sheet : book.sheets) TRY(read_sheet(*archive, book, sheet, reading));
  if (reading.faults.any()) {
    return tl::unexpected(std::move(reading.faults).problem(kind_of_file));
  }
  if (!reading.table) {
    return problem(Code::Invalid,
                   {"Bảng tính không có dữ liệu. Dòng đầu phải là tên các cột.",
                    "The workbook has no data. Its first row must name the columns."});
  }
  return *std::move(reading.table);
}

}  // namespace lantoa::sheet
