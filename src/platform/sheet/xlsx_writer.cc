#include "platform/sheet/xlsx_writer.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "kernel/assert.h"

namespace lantoa::sheet {
namespace {

constexpr double wide = 34;    // in characters: names
constexpr double narrow = 14;  // figures
constexpr lxw_col_t columns_max = 104;

}  // namespace

struct XlsxWriter::Book {
  int file = -1;  // in memory; the library knows it by a name
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;
  lxw_format* grouped = nullptr;
  lxw_format* total = nullptr;
  lxw_row_t row = 0;
  lxw_col_t column = 0;
};

XlsxWriter::XlsxWriter(const std::string& sheet_name) : book_(std::make_unique<Book>()) {
  book_->file = ::memfd_create("xlsx", MFD_CLOEXEC);
  ASSERT(book_->file >= 0);
  book_->workbook = workbook_new(("/proc/self/fd/" + std::to_string(book_->file)).c_str());
  ASSERT(book_->workbook != nullptr);
  book_->sheet = workbook_add_worksheet(book_->workbook, sheet_name.c_str());
  ASSERT(book_->sheet != nullptr);
  book_->bold = workbook_add_format(book_->workbook);
  format_set_bold(book_->bold);
  format_set_text_wrap(book_->bold);
  format_set_align(book_->bold, LXW_ALIGN_VERTICAL_TOP);
  book_->grouped = workbook_add_format(book_->workbook);
  format_set_num_format(book_->grouped, "#,##0");
  book_->total = workbook_add_format(book_->workbook);
  format_set_bold(book_->total);
  format_set_num_format(book_->total, "#,##0");
  worksheet_set_column(book_->sheet, 0, columns_max, narrow, nullptr);
  worksheet_set_column(book_->sheet, 1, 1, wide, nullptr);
}

XlsxWriter::~XlsxWriter() {
  if (book_->workbook != nullptr) lxw_workbook_free(book_->workbook);
  ::close(book_->file);
}

XlsxWriter& XlsxWriter::text(std::string_view value) {
  const std::string ended(value);
  if (!ended.empty()) {
    worksheet_write_string(book_->sheet, book_->row, book_->column, ended.c_str(), nullptr);
  }
  ++book_->column;
  return *this;
}

XlsxWriter& XlsxWriter::heading(std::string_view value) {
  const std::string ended(value);
  worksheet_write_string(book_->sheet, book_->row, book_->column++, ended.c_str(), book_->bold);
  return *this;
}

XlsxWriter& XlsxWriter::number(std::uint64_t value) {
  worksheet_write_number(book_->sheet, book_->row, book_->column++, static_cast<double>(value),
                         book_->grouped);
  return *this;
}

XlsxWriter& XlsxWriter::sum(std::uint32_t first, std::uint64_t value) {
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  ASSERT(book_->row > first);
  lxw_rowcol_to_range(range, first, book_->column, book_->row - 1, book_->column);
  const std::string formula = "=SUM(" + std::string(range) + ")";
  worksheet_write_formula_num(book_->sheet, book_->row, book_->column++, formula.c_str(),
                              book_->total, static_cast<double>(value));
  return *this;
}

void XlsxWriter::end_row() {
  ++book_->row;
  book_->column = 0;
}

std::uint32_t XlsxWriter::row() const { return book_->row; }

Result<std::string> XlsxWriter::take() {
  const lxw_error error = workbook_close(std::exchange(book_->workbook, nullptr));
  struct stat about{};
  if (error == LXW_NO_ERROR && ::fstat(book_->file, &about) == 0) {
    std::string out(static_cast<std::size_t>(about.st_size), '\0');
    if (::pread(book_->file, out.data(), out.size(), 0) == about.st_size) return out;
  }
  return problem(Code::Unavailable,
                 {"Chưa tạo được tệp XLSX. Hãy thử lại, hoặc tải tệp CSV.",
                  "The XLSX file could not be made. Try again, or take the CSV."});
}

}  // namespace lantoa::sheet
