#include "city/statistics/round_file.h"

#include "city/own_units.h"
#include "city/paper_file.h"
#include "city/statistics/roll_up.h"
#include "platform/sheet/csv_writer.h"
#include "platform/sheet/xlsx_writer.h"

namespace lantoa::city::statistics {
namespace {

// What a file needs, copied while the state stands still, so that it is written beside the state.
struct Line {
  std::string code, name, standing;
  std::vector<std::uint64_t> amounts;    // empty: nothing counts
  std::vector<std::uint64_t> estimates;  // beside them, in a round with estimates
};
// Of a round with estimates: which days each figure is of, in words of a heading.
struct Extents {
  std::string actual, estimated;  // "thực tế đến 31/05/2021", "ước từ 01/06/2021 đến 30/06/2021"
};
struct Copy {
  std::string name;  // of the file, without its end
  std::string form, period, unit, as_of;
  std::vector<Column> columns;
  std::vector<Line> lines;
  RollUp sums;
  std::optional<Extents> extents;
  paper::Paper paper;  // its head and its small print
};

Result<Copy> copy_of(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const AskedRound of, asked_round(state, needs, visit));
  const organisation::State& tree = needs.organisation;
  Copy out;
  out.name = "bao-cao-" + std::to_string(of.round->no.value) + "-" + std::to_string(of.unit.value);
  out.form = of.form->title.vi;
  out.period = title_of(*of.round, Language::Vietnamese);
  out.unit = tree.unit(of.unit).name;
  out.paper = paper_on(tree.letterhead(of.unit), state.position(), needs.calendar.today());
  out.as_of = "Theo sổ cái tới sự kiện số " + std::to_string(state.position()) + ", ngày " +
              vietnamese(needs.calendar.today());
  out.columns = of.form->columns;
  out.sums = roll_up(*of.round, *of.form, tree)[of.unit.index()];
  if (const auto& cut_off = of.round->counted_to) {
    out.extents =
        Extents{"thực tế đến " + vietnamese(*cut_off),
                "ước từ " + vietnamese(*cut_off + 1) + " đến " + vietnamese(of.round->to)};
  }
  const std::vector<bool> below = tree.below(of.unit);
  for (const std::uint32_t number : of.round->units) {
    const UnitNo unit{number};
    if (!below[unit.index()]) continue;
    Line line;
    line.code = tree.unit(unit).code;
    line.name = tree.unit(unit).name;
    line.standing = title(of.round->standing(unit)).vi;
    if (const Version* version = added_up(*of.round, unit, Counting::Now)) {
      line.amounts = amounts_of(*version, *of.form);
      if (out.extents) line.estimates = estimates_of(*version, *of.form);
    }
    out.lines.push_back(std::move(line));
  }
  return out;
}

void add_figures(sheet::CsvWriter& csv, const Copy& copy,
                 const std::vector<std::uint64_t>& figures) {
  for (std::size_t i = 0; i < copy.columns.size(); ++i) {
    csv.number(figures.empty() ? "" : std::to_string(figures[i]));
  }
}

// Estimates stand in columns of their own, after all that is actual.
http::Response csv_of(const Copy& copy) {
  sheet::CsvWriter csv;
  csv.text("ma").text("don_vi").text("tinh_trang");
  for (const Column& column : copy.columns) {
    csv.text(column.code + " " + column.title.vi +
             (copy.extents ? ", " + copy.extents->actual : ""));
  }
  if (copy.extents) {
    for (const Column& column : copy.columns) {
      csv.text(column.code + " " + column.title.vi + ", " + copy.extents->estimated);
    }
  }
  csv.end_row();
  for (const Line& line : copy.lines) {
    csv.text(line.code).text(line.name).text(line.standing);
    add_figures(csv, copy, line.amounts);
    if (copy.extents) add_figures(csv, copy, line.estimates);
    csv.end_row();
  }
  return http::csv(csv.take(), copy.name + ".csv");
}

Result<http::Response> xlsx_of(const Copy& copy) {
  sheet::XlsxWriter book("Báo cáo");
  for (const std::string& line : {copy.form, copy.unit + ", " + copy.period, copy.as_of}) {
    book.heading(line).end_row();
  }
  book.end_row();
  book.heading("Mã").heading("Đơn vị").heading("Tình trạng");
  const auto head = [&](const std::string& end) {
    for (const Column& column : copy.columns) {
      book.heading(column.code + ". " + column.title.vi + " (" + column.unit.vi + ")" + end);
    }
  };
  head(copy.extents ? ", " + copy.extents->actual : "");
  if (copy.extents) head(", " + copy.extents->estimated);
  book.end_row();
  const std::uint32_t first = book.row();
  for (const Line& line : copy.lines) {
    book.text(line.code).text(line.name).text(line.standing);
    for (const std::uint64_t amount : line.amounts) book.number(amount);
    for (const std::uint64_t estimate : line.estimates) book.number(estimate);
    book.end_row();
  }
  if (!copy.lines.empty()) {
    book.heading("").heading("Cộng").heading("");
    for (const std::uint64_t sum : copy.sums.sums) book.sum(first, sum);
    for (const std::uint64_t estimate : copy.sums.estimates) book.sum(first, estimate);
    book.end_row();
  }
  TRY_ASSIGN(std::string bytes, book.take());
  return http::file(std::move(bytes),
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    copy.name + ".xlsx");
}

// Columns of an estimate and of a total stand only where there are estimates.
paper::Table figures_table(const Copy& copy) {
  paper::Table out{{{"Mã", 3}, {"Chỉ tiêu", 14}, {"Đơn vị tính", 5}}, {}, false};
  if (copy.extents) {
    out.columns.insert(out.columns.end(),
                       {{"Thực tế", 5, true}, {"Ước", 5, true}, {"Cộng (có số ước)", 5, true}});
  } else {
    out.columns.push_back({"Số liệu", 5, true});
  }
  const auto in_words = [](std::uint64_t figure) {
    return html::grouped(figure, Language::Vietnamese);
  };
  for (std::size_t i = 0; i < copy.columns.size(); ++i) {
    const Column& column = copy.columns[i];
    std::vector<std::string> row{column.code, column.title.vi, column.unit.vi,
                                 in_words(copy.sums.sums[i])};
    if (copy.extents) {
      row.push_back(in_words(copy.sums.estimates[i]));
      row.push_back(in_words(copy.sums.total(i)));
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

// The report as an office signs it: what was counted, and who handed it in. The figures of every
// unit stand in the other files; a page is too narrow for them.
paper::Paper paper_of(const Copy& copy) {
  paper::Paper out = copy.paper;
  out.type = "Báo cáo";
  out.subject = copy.form + ", " + copy.period;
  std::map<std::string, std::uint32_t> standings;
  std::string missing;
  std::size_t counted = 0;
  for (const Line& line : copy.lines) {
    ++standings[line.standing];
    if (!line.amounts.empty()) {
      ++counted;
    } else {
      missing += (missing.empty() ? "" : ", ") + line.name;
    }
  }
  out.body.emplace_back(paper::Paragraph{
      "Số liệu dưới đây cộng từ báo cáo của " + std::to_string(counted) + " trong " +
      std::to_string(copy.lines.size()) + " đơn vị được yêu cầu báo cáo thuộc " + copy.unit + "."});
  out.body.emplace_back(paper::Heading{"I. SỐ LIỆU TỔNG HỢP"});
  if (copy.extents) {
    out.body.emplace_back(paper::Paragraph{"Mỗi chỉ tiêu gồm số " + copy.extents->actual +
                                           " và số " + copy.extents->estimated + "."});
  }
  out.body.emplace_back(figures_table(copy));
  out.body.emplace_back(paper::Heading{"II. TÌNH HÌNH NỘP BÁO CÁO"});
  for (const auto& [standing, count] : standings) {
    const bool last = standing == standings.rbegin()->first;
    out.body.emplace_back(
        paper::Item{standing + ": " + std::to_string(count) + " đơn vị" + (last ? "." : ";")});
  }
  if (!missing.empty()) {
    out.body.emplace_back(paper::Paragraph{"Đơn vị chưa có số liệu: " + missing + "."});
  }
  out.recipients = {"Lưu: VT"};
  return out;
}

}  // namespace

Result<AskedRound> asked_round(const State& state, const Needs& needs, const Visit& visit) {
  AskedRound out;
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(out.round, state.find(no));
  TRY_ASSIGN(out.form, form_of(*out.round));
  out.unit = UnitNo{visit.query_number("don-vi")};
  const organisation::State& tree = needs.organisation;
  if (!out.unit) {
    out.unit = own_unit(visit.actor);
    // Who asks, and an office beside those that are asked, as the council's, sees all of it.
    const bool is_asker = tree.allows(visit.actor, Right::Urge, out.round->scope);
    const bool is_office = tree.allows(visit.actor, Right::SeePlans, out.round->scope) &&
                           tree.unit(out.unit).children.empty() && !out.round->asks(out.unit);
    if (is_asker || is_office || !tree.is_within(out.unit, out.round->scope)) {
      out.unit = out.round->scope;
    }
  }
  TRY(tree.find(out.unit));
  TRY(tree.require(visit.actor, Right::SeePlans, out.unit));
  return out;
}

Result<http::Response> as_file(App& app, const State& state, const Needs& needs,
                               const Visit& visit) {
  TRY_ASSIGN(const Copy copy, app.engine.read([&] { return copy_of(state, needs, visit); }));
  const std::string kind = visit.query("dang");
  if (kind == "xlsx") return xlsx_of(copy);
  if (kind == "pdf" || kind == "docx") return paper_file(visit, paper_of(copy), copy.name);
  return csv_of(copy);
}

}  // namespace lantoa::city::statistics
