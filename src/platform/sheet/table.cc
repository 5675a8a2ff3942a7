#include "platform/sheet/table.h"

#include <algorithm>

#include "platform/archive/archive.h"
#include "platform/sheet/csv.h"
#include "platform/sheet/xlsx.h"

namespace lantoa::sheet {

std::size_t Table::column(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::find(head, name) - head.begin());
}

Result<Table> parse_table(std::string_view bytes) {
  if (archive::is_archive(bytes)) return parse_xlsx(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return problem(Code::Unsupported,
                   {"Đây là tệp Excel đời cũ (.xls) hoặc có mật khẩu. Hãy mở tệp, gỡ mật khẩu nếu "
                    "có, chọn Lưu thành (Save As), kiểu “Excel Workbook (.xlsx)”, rồi gửi lại.",
                    "This is an old Excel file (.xls) or one under a password. Open it, remove the "
                    "password, choose Save As, type “Excel Workbook (.xlsx)”, and send it again."});
  }
  return parse_csv(bytes);
}

}  // namespace lantoa::sheet
