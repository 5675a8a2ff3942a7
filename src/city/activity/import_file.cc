#include "city/activity/import_file.h"

#include <algorithm>
#include <charconv>

#include "city/activity/kinds.h"
#include "city/activity/typed.h"
#include "city/amount.h"
#include "platform/sheet/csv_writer.h"

namespace lantoa::city::activity {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;
using Row = ImportActivities::Row;

// Of the log and of each measure.
const std::vector<FileColumn>& all_columns() {
  static const std::vector<FileColumn> list = [] {
    std::vector<FileColumn> out = log_columns();
    for (const Measure& measure : measures()) {
      out.push_back({measure.code, measure.title, {measure.code}, false, {}});
    }
    return out;
  }();
  return list;
}

const Names& kind_by_name() {
  static const Names names = [] {
    Names out;
    // A channel's kind is read as well, so that it is refused with the reason.
    for (const auto* list : {&kinds(), &channel_kinds()}) {
      for (const Kind& kind : *list) {
        for (const std::string_view name :
             {kind.code, std::string_view(kind.title.vi), std::string_view(kind.title.en)}) {
          out.emplace(plain_words(name), kind.code);
        }
      }
    }
    return out;
  }();
  return names;
}

struct Cells {
  const sheet::Row& row;
  const FileHead& head;

  std::string at(std::string_view field) const { return head.cell(row, field); }
};

void read_day(Row& out, const std::string& cell) {
  if (cell.empty()) return;
  const auto date = parse_date(cell);
  if (date) {
    out.typed.on = *date;
  } else {
    out.unread.push_back({fields::on, 0, date.error().text});
  }
}

void read_kind(Row& out, const std::string& cell) {
  const auto found = kind_by_name().find(plain_words(cell));
  if (found != kind_by_name().end()) {
    out.typed.kind = found->second;
    return;
  }
  Text all;
  for (const Kind& kind : kinds()) {
    all.vi += (all.vi.empty() ? "" : "; ") + kind.title.vi;
    all.en += (all.en.empty() ? "" : "; ") + kind.title.en;
  }
  const Text wrong = cell.empty() ? Text{"Hãy ghi loại", "Write the kind"}
                                  : Text{"Không có loại “" + cell + "”; hãy ghi",
                                         "There is no kind “" + cell + "”; write"};
  out.unread.push_back(
      {fields::kind,
       0,
       {wrong.vi + " một trong các loại: " + all.vi + ".", wrong.en + " one of: " + all.en + "."}});
}

void read_amounts(Row& out, const Cells& cells) {
  for (const Measure& measure : measures()) {
    const std::string code(measure.code);
    Faults faults;
    const auto amount = read_amount(cells.at(code), code, faults);
    if (faults.any()) {
      out.unread.push_back(std::move(faults).problem().details.front());
    } else if (amount) {
      const auto cut = static_cast<std::uint32_t>(std::min<std::uint64_t>(*amount, UINT32_MAX));
      out.typed.amounts.push_back({code, cut});
    }
  }
}

void read_assignment(Row& out, const std::string& cell) {
  if (cell.empty()) return;
  std::uint32_t number = 0;
  const char* const end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, number);
  if (error == std::errc{} && stop == end && number != 0) {
    out.typed.assignment = AssignmentNo{number};
    return;
  }
  out.unread.push_back(
      {fields::assignment,
       0,
       {"“" + cell + "” không phải mã việc; hãy ghi số của việc, hoặc để trống.",
        "“" + cell + "” is no number of a task; write the task’s number, or nothing."}});
}

void read_other(Row& out, const std::string& cell) {
  out.typed.is_other = cell == "x" || cell == "X";
  if (cell.empty() || out.typed.is_other) return;
  out.unread.push_back({fields::other,
                        0,
                        {"Cột này chỉ nhận “x” hoặc để trống; hãy sửa “" + cell + "”.",
                         "This column takes “x” or nothing; correct “" + cell + "”."}});
}

Row read_row(const Cells& cells) {
  Row out{cells.row.line, cells.at(fields::unit), {}, {}};
  read_day(out, cells.at(fields::on));
  read_kind(out, cells.at(fields::kind));
  out.typed.what = cells.at(fields::what);
  out.typed.place = cells.at(fields::place);
  read_amounts(out, cells);
  out.typed.documents = numbers_in(cells.at(fields::documents));
  read_assignment(out, cells.at(fields::assignment));
  read_other(out, cells.at(fields::other));
  return out;
}

}  // namespace

const std::vector<FileColumn>& log_columns() {
  static const std::vector<FileColumn> list{
      {fields::unit,
       {"Đơn vị", "unit"},
       {"ma don vi"},
       false,
       {"Mã chính thức của đơn vị đã làm. Bạn chỉ ghi cho một đơn vị thì để trống được.",
        "The official code of the unit that did it. Empty where you record for one unit only."}},
      {fields::on,
       {"Ngày", "date"},
       {"day"},
       true,
       {"Ngày làm, ví dụ 18/05/2021 hoặc 2021-05-18.",
        "When, for example 18/05/2021 or 2021-05-18."}},
      {fields::kind,
       {"Loại", "kind"},
       {"hinh thuc", "form"},
       true,
       {"Tên hoặc mã của hình thức ở bảng dưới.", "Title or code of a form in the table below."}},
      {fields::what,
       {"Nội dung", "what"},
       {"ten noi dung", "subject"},
       false,
       {"Tên, nội dung; hình thức khác thì phải ghi. Đừng ghi họ tên người dự.",
        "Name or subject; needed for another form. No names of those attending."}},
      {fields::place,
       {"Nơi làm", "place"},
       {"dia diem"},
       false,
       {"Ví dụ Nhà văn hóa tổ 5; đừng ghi nhà của ai.",
        "For example a house of culture; nobody’s home by name."}},
      {fields::documents,
       {"Văn bản", "documents"},
       {"van ban da pho bien"},
       false,
       {"Số, ký hiệu văn bản đã phổ biến, cách nhau bằng dấu chấm phẩy.",
        "Numbers of the documents made known, with semicolons between."}},
      {fields::assignment,
       {"Mã việc", "assignment"},
       {"viec", "task"},
       false,
       {"Số của việc được giao; không thuộc việc nào thì để trống.",
        "The number of the task it was done for; empty for none."}},
      {fields::other,
       {"Khác", "other"},
       {"hoat dong khac"},
       false,
       {"Ghi x khi đây là hoạt động khác dù cùng ngày, cùng loại, cùng số lượng.",
        "x where it is another one though day, kind and amounts are the same."}},
  };
  return list;
}

Result<ImportActivities> read_log(std::string_view bytes) {
  TRY_ASSIGN(const sheet::Table table, sheet::parse_table(bytes));
  if (table.rows.size() > import_rows_max) {
    const std::string most = std::to_string(import_rows_max);
    return problem(Code::TooLarge,
                   {"Tệp có hơn " + most + " hoạt động. Hãy chia thành nhiều tệp.",
                    "The file has more than " + most + " activities. Split it into several files."},
                   "tep");
  }
  TRY_ASSIGN(const FileHead head, read_file_head(table.head, all_columns()));
  ImportActivities command{{}, head.names};
  for (const sheet::Row& row : table.rows) command.rows.push_back(read_row({row, head}));
  return command;
}

std::string sample_log() {
  sheet::CsvWriter out;
  for (const FileColumn& column : log_columns()) out.text(column.name.vi);
  for (const Measure& measure : measures()) out.text(measure.title.vi);
  out.end_row();
  const auto row = [&](const Names& cells, const Names& amounts) {
    const auto value = [](const Names& from, std::string_view name) {
      const auto found = from.find(name);
      return found == from.end() ? std::string() : found->second;
    };
    for (const FileColumn& column : log_columns()) out.text(value(cells, column.field));
    for (const Measure& measure : measures()) out.number(value(amounts, measure.code));
    out.end_row();
  };
  row({{fields::unit, "MÃ-MẪU"},
       {fields::on, "18/05/2021"},
       {fields::kind, kind_title("truc-tiep").vi},
       {fields::what, "Ví dụ: phổ biến tại tổ dân phố mẫu"},
       {fields::place, "Nhà văn hóa mẫu"},
       {fields::documents, "97/2019/QH14; 32/2021/NĐ-CP"}},
      {{"luot-nguoi", "45"}});
  row({{fields::unit, "MÃ-MẪU"},
       {fields::on, "19/05/2021"},
       {fields::kind, kind_title("loa").vi},
       {fields::what, "Ví dụ: bản tin mẫu buổi sáng"}},
      {{"lan-phat", "4"}, {"phut-phat", "20"}});
  return out.take();
}

}  // namespace lantoa::city::activity
