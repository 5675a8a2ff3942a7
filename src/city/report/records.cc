// What stands behind a frozen figure: the receipts up to its position, as a page for whoever sees
// figures and as a table with person numbers for auditors, who count again from it.
#include <boost/describe.hpp>

#include "city/report/report.h"
#include "platform/sheet/csv_writer.h"

namespace lantoa::city::report {
namespace {

struct RecordRow {
  std::optional<std::string> seq;  // none: a whole day's
  std::string at;
  std::string at_iso;
  Text how;
  bool by_proxy = false;
  std::uint32_t persons = 0;
};
BOOST_DESCRIBE_STRUCT(RecordRow, (), (seq, at, at_iso, how, by_proxy, persons))

struct RecordsView {
  static constexpr std::string_view tpl = "src/city/report/records.tpl";
  std::string number;
  std::string back;
  std::string what;
  std::string reached;
  std::string attendances;  // receipts of persons; a person may have several
  bool has_rows = false;
  std::vector<RecordRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(RecordsView, (),
                      (number, back, what, reached, attendances, has_rows, rows, pager))

std::vector<reach::Evidence> behind(const Figure& figure, const Needs& needs) {
  auto all = reach::evidence(needs.reach, needs.organisation, needs.reach.item(figure.frozen.item),
                             figure.frozen.unit, figure.filter());
  std::erase_if(all, [](const reach::Evidence& one) { return one.persons.empty(); });
  return all;
}

RecordsView look(const Figure& figure, const Needs& needs, const Visit& visit) {
  const auto records = behind(figure, needs);
  RecordsView view;
  view.number = std::to_string(figure.frozen.figure.value);
  view.back = address(figure.frozen.figure);
  view.what = what(figure.frozen, needs, visit.language);
  view.reached = html::grouped(figure.frozen.reached, visit.language);
  std::uint64_t attendances = 0;
  for (const reach::Evidence& one : records) attendances += one.persons.size();
  view.attendances = html::grouped(attendances, visit.language);
  const auto lines = reach::record_lines(
      records, figure.frozen.key_officials ? reach::LinesBy::Day : reach::LinesBy::Fact);
  const auto count = static_cast<std::uint32_t>(lines.size());
  view.pager = make_pager(count, visit.page(), view.back + "/ghi-nhan");
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(count, first + rows_per_page); ++i) {
    const reach::RecordLine& line = lines[i];
    const bool day = line.seq == 0;
    view.rows.push_back({day ? std::nullopt : std::optional(std::to_string(line.seq)),
                         day ? vietnamese(vietnam_date(line.at)) : vietnamese(line.at),
                         day ? iso(vietnam_date(line.at)) : iso_minute_vietnam(line.at),
                         reach::title(line.channel), line.by_proxy, line.persons});
  }
  view.has_rows = !view.rows.empty();
  return view;
}

// A line for each person of each receipt; `unit` is the code of where he was counted at the
// figure's position.
std::string table(const Figure& figure, const Needs& needs) {
  const auto homes = needs.reach.homes(figure.frozen.position);
  sheet::CsvWriter csv;
  for (const char* head : {"seq", "recorded_at", "channel", "entered_by_clerk", "person", "unit"}) {
    csv.text(head);
  }
  csv.end_row();
  for (const reach::Evidence& one : behind(figure, needs)) {
    const reach::ReceiptFact& receipt = *one.receipt;
    for (const PersonNo person : one.persons) {
      csv.number(std::to_string(receipt.seq))
          .text(iso_minute_vietnam(receipt.at))
          .text(reach::word(receipt.channel))
          .text(receipt.by ? "yes" : "no")
          .number(std::to_string(person.value))
          .text(needs.organisation.unit(homes[person.index()]).code);
      csv.end_row();
    }
  }
  return csv.take();
}

}  // namespace

void install_records(App& app, const State& state, Needs needs) {
  app.routes.get(
      "/so-lieu/{figure}/ghi-nhan", Right::SeePlans,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const FigureNo no, visit.number<FigureNo>("figure"));
        auto view = app.engine.read([&]() -> Result<RecordsView> {
          TRY_ASSIGN(const Figure* figure, state.find(no));
          return look(*figure, needs, visit);
        });
        if (!view) return tl::unexpected(std::move(view).error());
        const std::string number = std::to_string(no.value);
        return app.show(
            visit, {"Ghi nhận của số liệu số " + number, "Records of figure no. " + number}, *view,
            {{Text{"Số liệu đã chốt", "Frozen figures"}.in(visit.language), "/so-lieu"},
             {Text{"Số " + number, "No. " + number}.in(visit.language), address(no)},
             {Text{"Ghi nhận", "Records"}.in(visit.language), {}}});
      });
  app.routes.get(
      "/so-lieu/{figure}/xuat", Right::Audit,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const FigureNo no, visit.number<FigureNo>("figure"));
        auto csv = app.engine.read([&]() -> Result<std::string> {
          TRY_ASSIGN(const Figure* figure, state.find(no));
          TRY(needs.organisation.require(visit.actor, Right::Audit, figure->frozen.unit));
          return table(*figure, needs);
        });
        if (!csv) return tl::unexpected(std::move(csv).error());
        return http::csv(*std::move(csv), "so-lieu-" + std::to_string(no.value) + ".csv");
      });
}

}  // namespace lantoa::city::report
