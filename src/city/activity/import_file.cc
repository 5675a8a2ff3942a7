#include "city/activity/import_file.h"

#include <algorithm>
#include <charconv>

#include "city/activity/kinds.h"
#include "city/activity/typed.h"
#include "city/amount.h"
#include "platform/sheet/csv.h"
#include "platform/sheet/csv_writer.h"
#include "viet/unicode.h"

namespace lantoa::city::activity {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;
using Places = std::map<std::string, std::size_t, std::less<>>;
using Row = ImportActivities::Row;

// Small letters without marks and digits, one space between words: "Nơi_làm" is "noi lam".
std::string words_of(std::string_view text) {
  std::string out;
  for (const char c : viet::fold(text)) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (is_letter) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// Field or measure by every name that its column may have.
const Names& field_by_name() {
  static const Names names = [] {
    Names out;
    const auto add = [&](std::string_view name, std::string_view field) {
      out.emplace(words_of(name), field);
    };
    for (const LogColumn& column : log_columns()) {
      add(column.name.vi, column.field);
      add(column.name.en, column.field);
      for (const std::string_view name : column.also) add(name, column.field);
    }
    for (const Measure& measure : measures()) {
      add(measure.code, measure.code);
      add(measure.title.vi, measure.code);
      add(measure.title.en, measure.code);
    }
    return out;
  }();
  return names;
}

const Names& kind_by_name() {
  static const Names names = [] {
    Names out;
    for (const Kind& kind : kinds()) {
      for (const std::string_view name :
           {kind.code, std::string_view(kind.title.vi), std::string_view(kind.title.en)}) {
        out.emplace(words_of(name), kind.code);
      }
    }
    return out;
  }();
  return names;
}

// As the file should name them.
Names default_columns() {
  Names out;
  for (const LogColumn& column : log_columns()) {
    out.emplace(column.field, column.name.vi);
  }
  for (const Measure& measure : measures()) out.emplace(measure.code, measure.title.vi);
  return out;
}

Problem faulty_head(std::vector<Detail> faults) {
  const std::string count = std::to_string(faults.size());
  return {Code::Invalid,
          {"Dòng tên cột có " + count + " chỗ cần sửa; chưa có gì được ghi.",
           "The row of column names has " + count + " faults; nothing was written."},
          "tep",
          std::move(faults)};
}

// Where each field or measure stands; `columns` learns how the file calls it.
Result<Places> read_head(const std::vector<std::string>& head, Names& columns) {
  Places places;
  std::vector<Detail> faults;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const auto field = field_by_name().find(words_of(head[i]));
    if (field == field_by_name().end()) {
      faults.push_back({head[i],
                        1,
                        {"Không hiểu tên cột này; hãy đổi tên theo bảng ở trang này, hoặc xóa cột.",
                         "This name is not known; name the column as this page says, or delete "
                         "it."}});
      continue;
    }
    const auto [place, fresh] = places.emplace(field->second, i);
    if (!fresh) {
      const std::string& first = head[place->second];
      faults.push_back({head[i],
                        1,
                        {"Cùng nghĩa với cột “" + first + "”; hãy xóa một trong hai cột.",
                         "It means the same as the column “" + first + "”; delete one of them."}});
      continue;
    }
    columns[field->second] = head[i];
  }
  for (const LogColumn& column : log_columns()) {
    if (!column.required || places.contains(column.field)) continue;
    faults.push_back({column.name.vi,
                      1,
                      {"Thiếu cột này; hãy thêm cột “" + column.name.vi + "”.",
                       "It is missing; add a column “" + column.name.en + "”."}});
  }
  if (!faults.empty()) return tl::unexpected(faulty_head(std::move(faults)));
  return places;
}

struct Cells {
  const sheet::Row& row;
  const Places& places;

  std::string at(std::string_view field) const {
    const auto place = places.find(field);
    return place == places.end() ? std::string() : row.fields[place->second];
  }
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
  const auto found = kind_by_name().find(words_of(cell));
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

const std::vector<LogColumn>& log_columns() {
  static const std::vector<LogColumn> list{
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
  TRY_ASSIGN(const sheet::Table table, sheet::parse_csv(bytes));
  if (table.rows.size() > import_rows_max) {
    const std::string most = std::to_string(import_rows_max);
    return problem(Code::TooLarge,
                   {"Tệp có hơn " + most + " hoạt động. Hãy chia thành nhiều tệp.",
                    "The file has more than " + most + " activities. Split it into several files."},
                   "tep");
  }
  ImportActivities command{{}, default_columns()};
  TRY_ASSIGN(const Places places, read_head(table.head, command.columns));
  for (const sheet::Row& row : table.rows) command.rows.push_back(read_row({row, places}));
  return command;
}

std::string sample_log() {
  sheet::CsvWriter out;
  for (const LogColumn& column : log_columns()) out.text(column.name.vi);
  for (const Measure& measure : measures()) out.text(measure.title.vi);
  out.end_row();
  const auto row = [&](const Names& cells, const Names& amounts) {
    const auto value = [](const Names& from, std::string_view name) {
      const auto found = from.find(name);
      return found == from.end() ? std::string() : found->second;
    };
    for (const LogColumn& column : log_columns()) out.text(value(cells, column.field));
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
