#include "city/plan/task_file.h"

#include "platform/sheet/csv_writer.h"

namespace lantoa::city::plan {
namespace {

using Row = ImportTasks::Row;

void read_due(Row& out, const std::string& cell) {
  const auto due = parse_due(cell, CountedFrom::Issue);
  if (!due) {
    out.unread.push_back({fields::due, 0, due.error().text});
  } else if (*due) {
    out.due = *due;
  } else {
    out.unread.push_back({fields::due,
                          0,
                          {"Hãy ghi hạn hoàn thành, ví dụ 30/06/2021 hoặc 15 ngày làm việc.",
                           "Write the deadline, for example 30/06/2021 or 15 working days."}});
  }
}

Row read_row(const FileHead& head, const sheet::Row& row) {
  Row out;
  out.line = row.line;
  out.what = head.cell(row, fields::what);
  out.units = head.cell(row, fields::units);
  read_due(out, head.cell(row, fields::due));
  out.terms = {head.cell(row, fields::doer), head.cell(row, fields::responsibility),
               head.cell(row, fields::authority), head.cell(row, fields::result),
               head.cell(row, fields::partners)};
  return out;
}

}  // namespace

const std::vector<FileColumn>& task_columns() {
  static const std::vector<FileColumn> list{
      {fields::what,
       {"Việc", "task"},
       {"viec phai lam", "nhiem vu", "noi dung", "noi dung cong viec", "cong viec"},
       true,
       {"Việc phải làm, đủ rõ để đơn vị làm được.", "What has to be done, clear to who does it."}},
      {fields::units,
       {"Đơn vị thực hiện", "units"},
       {"don vi", "don vi chu tri", "co quan chu tri", "co quan thuc hien", "unit"},
       true,
       {"Mã hoặc tên của một đơn vị trong phạm vi kế hoạch; hoặc loại đơn vị, ví dụ “mỗi phường”, "
        "“các quận, huyện”, “mọi sở, ban, ngành”, nhiều loại thì ngăn bằng dấu chấm phẩy; hoặc một "
        "nhóm đơn vị, ví dụ “nhóm Các phường quanh hồ”.",
        "Code or name of one unit in the plan’s scope; or a kind of units, for example “Every "
        "ward”, “Every district and town”, several kinds with semicolons between; or a group of "
        "units, for example “group Wards around the lake”."}},
      {fields::due,
       {"Hạn", "deadline"},
       {"han hoan thanh", "thoi han", "thoi han hoan thanh", "thoi gian hoan thanh", "due"},
       true,
       {"Ngày cuối cùng còn đúng hạn, ví dụ 30/06/2021 hoặc 2021-06-30; hoặc số ngày làm việc kể "
        "từ ngày ban hành, ví dụ 15 ngày làm việc.",
        "The last day in time, for example 30/06/2021 or 2021-06-30; or working days after the day "
        "of issue, for example 15 working days."}},
      {fields::doer,
       {"Ai làm", "doer"},
       {"nguoi lam", "ro nguoi"},
       false,
       {"Chức danh hoặc bộ phận, không ghi tên riêng.", "A position or an office, no name."}},
      {fields::responsibility,
       {"Ai chịu trách nhiệm", "responsible"},
       {"chiu trach nhiem", "trach nhiem", "ro trach nhiem"},
       false,
       {"Ví dụ: Chủ tịch Ủy ban nhân dân phường.", "For example: the ward’s chairman."}},
      {fields::authority,
       {"Ai quyết định", "authority"},
       {"tham quyen", "ro tham quyen"},
       false,
       {"Ai quyết định khi có vướng mắc.", "Who decides what comes up."}},
      {fields::result,
       {"Kết quả", "result"},
       {"san pham", "ket qua san pham", "ro ket qua"},
       false,
       {"Làm xong thì có gì.", "What there is when it is done."}},
      {fields::partners,
       {"Phối hợp", "partners"},
       {"don vi phoi hop", "co quan phoi hop"},
       false,
       {"Đơn vị cùng làm; không thuộc “6 rõ”.", "Who helps; none of the six points."}},
  };
  return list;
}

Result<ImportTasks> read_tasks(std::string_view bytes) {
  TRY_ASSIGN(const sheet::Table table, sheet::parse_table(bytes));
  if (table.rows.size() > tasks_max) {
    const std::string here = std::to_string(table.rows.size());
    const std::string most = std::to_string(tasks_max);
    return problem(Code::TooLarge,
                   {"Tệp có " + here + " nhiệm vụ; một kế hoạch có nhiều nhất " + most +
                        ". Hãy bớt dòng, hoặc chia thành nhiều kế hoạch.",
                    "The file has " + here + " tasks; a plan has at most " + most +
                        ". Take rows out, or make several plans."},
                   file_field);
  }
  TRY_ASSIGN(const FileHead head, read_file_head(table.head, task_columns()));
  ImportTasks command;
  command.columns = head.names;
  for (const sheet::Row& row : table.rows) command.rows.push_back(read_row(head, row));
  return command;
}

std::string sample_tasks() {
  sheet::CsvWriter out;
  for (const FileColumn& column : task_columns()) out.text(column.name.vi);
  out.end_row();
  const std::vector<std::vector<std::string>> rows{
      {"Ví dụ: phổ biến tới từng cán bộ, công chức và ghi nhận người đã đọc",
       "mỗi phường, xã, thị trấn", "30/06/2020", "Công chức tư pháp – hộ tịch",
       "Chủ tịch Ủy ban nhân dân cấp xã", "Phòng Tư pháp hướng dẫn nghiệp vụ",
       "Mọi cán bộ, công chức xác nhận đã đọc", "Mặt trận Tổ quốc cùng cấp"},
      {"Ví dụ: biên soạn tờ gấp", "MÃ-MẪU", "15/06/2020", "Phòng phổ biến pháp luật", "Giám đốc Sở",
       "Giám đốc Sở", "Một mẫu tờ gấp", ""},
  };
  for (const auto& row : rows) {
    for (const std::string& cell : row) out.text(cell);
    out.end_row();
  }
  return out.take();
}

}  // namespace lantoa::city::plan
